"""Quick replies: the last question's answers once more, under the thumb."""

from collections.abc import Sequence
from typing import Final, assert_never

from linebot.v3.messaging import QuickReplyItem

from channels.line.actions import pressing, telling
from channels.line.formed import Json, formed
from messages.message import Block, Button, Choice, Choices, Ranking, Scale

_MOST: Final = 13


def quick_reply(blocks: Sequence[Block]) -> Json | None:
    """All the labels, or none: a few of many would favour those few."""
    asked = next((block for block in reversed(blocks) if isinstance(block, Choices | Ranking | Scale)), None)
    pressed = _pressed(asked) if asked else ()
    if not 0 < len(pressed) <= _MOST:
        return None
    return {"items": [{**formed(QuickReplyItem), "action": _action(each)} for each in pressed]}


def _pressed(asked: Choices | Ranking | Scale) -> tuple[Choice | Button, ...]:
    match asked:
        case Scale(steps=steps):
            return steps
        case Choices(options=options, submit=submit) | Ranking(options=options, submit=submit):
            return (*options, submit) if submit else options
        case _:
            assert_never(asked)


def _action(pressed: Choice | Button) -> Json:
    return pressing(pressed) if isinstance(pressed, Button) else telling(pressed.label, pressed.action)
