"""An announcement as LINE and Slack will show it, drawn on a page of ours: close to it, and nothing is fetched."""

from dataclasses import dataclass
from typing import Final

from messages.message import Choices, Heading, Image, Link, Message, Text, Tone

_QUIET: Final = frozenset({Tone.QUIET, Tone.GENTLE})


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on a card: its kind names the part of the template that draws it."""

    kind: str
    text: str
    small: str = ""
    label: str = ""


def pieces(message: Message) -> tuple[Piece, ...]:
    """The blocks that an announcement has, from top to bottom; it has no others."""
    drawn: list[Piece] = []
    for block in message.blocks:
        match block:
            case Heading(text=text, eyebrow=eyebrow):
                drawn.append(Piece("heading", text, small=eyebrow))
            case Text(body=body, tone=tone, strong=strong):
                drawn.append(Piece("quiet" if tone in _QUIET else "strong" if strong else "text", body))
            case Image(url=url, alt=alt):
                drawn.append(Piece("image", alt, small=url))
            case Link(label=label, url=url):
                drawn.append(Piece("link", label, small=url))
            case Choices(options=options):
                drawn += [Piece("choice", each.text, label=each.label) for each in options]
            case _:
                raise TypeError(f"no announcement has a {type(block).__name__}")
    return tuple(drawn)
