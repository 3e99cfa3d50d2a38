"""Leaving: asked twice, and the record erased on request."""

from lessons.phrases import Phrases
from messages.actions import Action, Erase, Leave, Stay
from messages.message import Button, Buttons, Message, Text, Tone, Weight


def ask_leave(say: Phrases) -> Message:
    return _ask(say, "leave.ask", yes=("leave.yes", Leave(1)))


def ask_again(say: Phrases) -> Message:
    return _ask(say, "leave.ask_again", yes=("leave.really", Leave(2)))


def gone(say: Phrases) -> Message:
    """Thanks, and the question whether the record shall go too."""
    return _ask(say, "leave.done", yes=("leave.erase", Erase(0)), no="leave.keep")


def ask_erase(say: Phrases) -> Message:
    return _ask(say, "leave.erase_again", yes=("leave.erase_yes", Erase(1)), no="leave.keep")


def _ask(say: Phrases, key: str, *, yes: tuple[str, Action], no: str = "leave.no") -> Message:
    label, action = yes
    return Message(
        summary=say(key),
        blocks=(
            Text(say(key)),
            Text(say("leave.hint"), Tone.QUIET),
            Buttons((Button(say(label), action, Weight.DANGER), Button(say(no), Stay()))),
        ),
    )
