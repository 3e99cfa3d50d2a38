"""Quick replies: the last question's answers once more, under the thumb."""

from collections.abc import Sequence
from typing import Final

from linebot.v3.messaging import QuickReply, QuickReplyItem

from channels.line.actions import telling
from messages.message import Block, Button, Choice, Choices

_MOST: Final = 13


def quick_reply(blocks: Sequence[Block]) -> QuickReply | None:
    """All the labels, or none: a few of many would favour those few."""
    asked = next((block for block in reversed(blocks) if isinstance(block, Choices)), None)
    if asked is None:
        return None
    pressed: list[Choice | Button] = [*asked.options, *([asked.submit] if asked.submit else [])]
    if not 0 < len(pressed) <= _MOST:
        return None
    return QuickReply(items=[QuickReplyItem(action=telling(each.label, each.action)) for each in pressed])
