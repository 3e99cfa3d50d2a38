"""Whether a message certainly fits, without drawing it: a whole course has thousands, and drawing one takes long.

What is said to fit is never refused; what is not said to fit may still do so once it is drawn.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from channels.line.limits import BUBBLE, CARDS, OPENS, QUICK, QUICK_LABEL, URI
from channels.line.measure import graphemes, json_bytes, utf16
from messages.actions import Action, TooLong, pack
from messages.message import (
    Block,
    Box,
    Break,
    Button,
    Buttons,
    Choice,
    Choices,
    Divider,
    Heading,
    Link,
    Message,
    Progress,
    Ranking,
    Scale,
    Text,
)

_PIECE: Final = 250  # bytes around one text: more than any piece of ours takes
_CHOICE: Final = 5  # pieces: a box in a box, with a sign in a circle
_ACTION: Final = 500  # bytes of what a tap says, at most
_BUBBLE: Final = 500  # bytes around a card
_UNSURE: Final = 2**30


def fits_easily(message: Message) -> bool:
    """Whether LINE takes this for certain."""
    cards = [list(group) for is_break, group in groupby(message.blocks, _is_break) if not is_break]
    if not message.summary.strip() or not 1 <= len(cards) <= CARDS:
        return False
    return all(_BUBBLE + sum(map(_bytes, card)) <= BUBBLE for card in cards) and _is_short(message.blocks)


def _is_break(block: Block) -> bool:
    return isinstance(block, Break)


def _is_short(blocks: Sequence[Block]) -> bool:
    """What has nothing but plain texts leaves as one text, whose limit is lower than a card's."""
    return any(not isinstance(block, Text) for block in blocks) or sum(map(_bytes, blocks)) <= 5_000


@lru_cache(maxsize=2048)
def _bytes(block: Block) -> int:  # noqa: C901  one case for each block
    """At most so many bytes of JSON; far too many for what cannot be told without drawing it."""
    match block:
        case Heading(text=text, eyebrow=eyebrow, aside=aside):
            return 6 * _PIECE + _said(text, eyebrow, aside)
        case Text(body=body) if body.strip():
            return _PIECE + _said(body)
        case Box(title=title, body=body) if title.strip() and body.strip():
            return 6 * _PIECE + _said(title, body)
        case Progress(label=label, total=total) if total > 0:
            return 5 * _PIECE + _said(label)
        case Link(label=label, url=url, note=note) if utf16(url) <= URI and OPENS.fullmatch(url):
            return 4 * _PIECE + _said(label, url, url, note)
        case Choices(options=options, submit=submit):
            return _pressed((*options, submit) if submit else options)
        case Ranking(options=options, submit=submit):
            return _pressed((*options, submit))
        case Scale(steps=steps, low=low, high=high):
            return _pressed(steps) + 3 * _PIECE + _said(low, high)
        case Buttons(buttons=buttons):
            return _pressed(buttons)
        case Divider() | Break():
            return _PIECE
        case _:
            return _UNSURE


def _pressed(several: Sequence[Choice | Button]) -> int:
    return sum(map(_one_pressed, several)) if 1 <= len(several) <= QUICK else _UNSURE


def _one_pressed(pressed: Choice | Button) -> int:
    text = pressed.text if isinstance(pressed, Choice) else ""
    if not 1 <= graphemes(pressed.label.strip()) <= QUICK_LABEL or not _is_packable(pressed.action):
        return _UNSURE
    return _CHOICE * _PIECE + _ACTION + _said(pressed.label, text)


def _is_packable(action: Action) -> bool:
    try:
        pack(action)
    except TooLong:
        return False
    return True


def _said(*texts: str) -> int:
    return sum(map(json_bytes, texts))
