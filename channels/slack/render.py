"""Messages in Block Kit."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, assert_never

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import DividerBlock

from channels.channel import Refused
from channels.slack import answers, texts
from channels.slack.drawn import Drawn
from channels.slack.limits import measured
from channels.slack.marks import escaped
from channels.slack.measure import shortened
from channels.slack.rendering import Measured, Rendering
from messages.actions import TooLong
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

_LINE: Final = DividerBlock.type
_SUMMARY: Final = 300  # a notification shows less; the blocks say it all


def render(message: Message) -> Rendering:
    """The message as Slack takes it; raises Refused for what neither the SDK's models nor our actions would form."""
    shown = message.blocks or (Text(message.summary),)
    try:
        parts = [part for place, each in enumerate(shown) for part in _drawn(each, place)]
    except (SlackObjectFormationError, TooLong) as error:
        raise Refused(f"Slack would not take this: {error}") from error
    return Rendering(text=escaped(shortened(message.summary, _SUMMARY)), parts=tuple(_tidied(parts)))


@lru_cache(maxsize=512)
def _drawn(block: Block, place: int) -> tuple[Measured, ...]:
    """To be read only: what many people get in their own letters is drawn and measured once."""
    drawn = _blocks(block, place)
    return tuple(measured(each) if isinstance(each, dict) else each for each in drawn)


def _blocks(block: Block, place: int) -> Iterator[Drawn]:  # noqa: C901, PLR0912  one line a kind
    match block:
        case Heading():
            return texts.heading(block)
        case Text():
            return texts.paragraph(block)
        case Box():
            return texts.box(block)
        case Facts():
            return texts.facts(block)
        case Progress():
            return texts.bar(block)
        case Choices():
            return answers.choices(block, place)
        case Ranking():
            return answers.ranking(block, place)
        case Scale():
            return answers.scale(block, place)
        case Buttons():
            return answers.buttons(block, place)
        case Page():
            return answers.page(block, place)
        case Image():
            return texts.picture(block)
        case Link():
            return texts.link(block)
        case Divider() | Break():
            return iter(({"type": _LINE},))
        case _:
            assert_never(block)


def _tidied(parts: Iterable[Measured]) -> Iterator[Measured]:
    """No line above everything, and no two lines in a row."""
    above = _LINE
    for part in parts:
        kind = part.json["type"]
        if kind != _LINE or above != _LINE:
            yield part
        above = kind
