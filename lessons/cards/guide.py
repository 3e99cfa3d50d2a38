"""What one can say here, and the answer to what was not understood."""

from typing import Final

from lessons.phrases import Phrases
from messages.actions import Resume, ShowHelp, ShowProgress, ShowSettings, Today
from messages.message import Block, Button, Buttons, Facts, Heading, Message, Text, Tone, Weight

_GROUPS: Final = {
    "learn": ("today", "resume", "progress", "digest", "terms", "tools", "wrong"),
    "own": ("rest", "settings", "places"),
    "office": ("ask", "survey", "help", "record", "leave"),
}


def guide(say: Phrases) -> Message:
    """Every word, what it does, and buttons for the first ones."""
    return Message(
        summary=say("help.summary"),
        blocks=(
            Heading(text=say("help.title")),
            *(block for group, words in _GROUPS.items() for block in _group(group, words, say)),
            Text(say("help.answer"), Tone.QUIET),
            _buttons(say),
        ),
    )


def _group(name: str, words: tuple[str, ...], say: Phrases) -> tuple[Block, ...]:
    rows = tuple((say(f"help.{word}"), say(f"help.{word}_what")) for word in words)
    return Text(say(f"help.group_{name}"), Tone.QUIET), Facts(rows)


def not_understood(say: Phrases) -> Message:
    """Short and helpful."""
    return Message(
        summary=say("help.unknown"),
        blocks=(
            Text(say("help.unknown")),
            Buttons((Button(say("help.resume"), Resume()), Button(say("help.help"), ShowHelp()))),
        ),
    )


def _buttons(say: Phrases) -> Buttons:
    return Buttons(
        (
            Button(say("help.today"), Today(), Weight.MAIN),
            Button(say("help.progress"), ShowProgress()),
            Button(say("help.settings"), ShowSettings()),
        )
    )
