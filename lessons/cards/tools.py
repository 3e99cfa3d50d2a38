"""The organisation's list of tools: what may be used, on which network, and whom to ask."""

from collections.abc import Iterator, Sequence
from typing import Final

from lessons.phrases import Phrases
from lessons.tool import Tool, Use
from messages.message import Block, Facts, Heading, Message, Text, Tone, plain

ON_A_LESSON: Final = 8  # tools beside a lesson's text
_MOST: Final = 30  # in one message


def tools_message(tools: Sequence[Tool], say: Phrases) -> Message:
    """The whole list, what may be used first; or a word that there is none."""
    if not tools:
        return plain(say("tools.none"))
    return Message(say("tools.title"), (Heading(text=say("tools.title")), *listed(tools, say, most=_MOST)))


def listed(tools: Sequence[Tool], say: Phrases, *, most: int) -> Iterator[Block]:
    """The tools by whether they may be used, in words; the first ones, if there are more."""
    uses = tuple(Use)
    shown = sorted(tools, key=lambda tool: uses.index(tool.use))[:most]
    for use in uses:
        rows = tuple((tool.name, _told(tool, say)) for tool in shown if tool.use is use)
        if rows:
            yield Text(_use(use, say), strong=True)
            yield Facts(rows)
    if len(tools) > most:
        yield Text(say("tools.more", count=len(tools) - most), Tone.QUIET)


def _use(use: Use, say: Phrases) -> str:
    words = {
        Use.ALLOWED: say("tools.allowed"),
        Use.CONDITIONS: say("tools.conditions"),
        Use.FORBIDDEN: say("tools.forbidden"),
    }
    return words[use]


def _told(tool: Tool, say: Phrases) -> str:
    """Network and desk, and the note; of what may not be used, only whom to ask."""
    where = tool.desk if tool.use is Use.FORBIDDEN else say("tools.where", network=tool.network, desk=tool.desk)
    return f"{where}\n{tool.note}" if tool.note else where
