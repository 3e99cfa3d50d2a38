"""A message in plain lines, for a terminal."""

from collections.abc import Iterator
from typing import assert_never

from messages.message import (
    Block,
    Box,
    Break,
    Buttons,
    Choices,
    Divider,
    Facts,
    Heading,
    Image,
    Link,
    Message,
    Page,
    Progress,
    Ranking,
    Scale,
    Text,
)


def spelled(message: Message) -> str:
    """Everything in it, from top to bottom."""
    return "\n".join(line for block in message.blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:  # noqa: C901  one case for each block
    match block:
        case Heading(text=text, eyebrow=eyebrow, aside=aside):
            yield "  ".join(filter(None, (eyebrow, aside)))
            yield text
        case Text(body=body):
            yield body
        case Box(title=title, body=body):
            yield f"{title}: {body}"
        case Facts(rows=rows):
            yield from (f"  {name}: {value}" for name, value in rows)
        case Progress(label=label):
            yield label
        case Choices(options=options) | Ranking(options=options) | Scale(steps=options):
            yield from (f"  {option.label} {option.text}" for option in options)
        case Buttons(buttons=buttons):
            yield "  ".join(f"[{button.label}]" for button in buttons)
        case Image(alt=alt):
            yield f"({alt})"
        case Link(label=label, url=url) | Page(label=label, url=url):
            yield f"{label}: {url}"
        case Divider() | Break():
            yield "-" * 20
        case _:
            assert_never(block)
