"""Messages in Block Kit."""

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block as SlackBlock
from slack_sdk.models.blocks import DividerBlock

from channels.channel import Refused
from channels.slack import answers, texts
from channels.slack.marks import escaped
from channels.slack.measure import shortened
from channels.slack.rendering import Rendering
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

_SUMMARY: Final = 300  # a notification shows less; the blocks say it all


def render(message: Message) -> Rendering:
    """The message as Slack takes it; raises Refused for what the SDK's own models would not form."""
    parts = message.blocks or (Text(message.summary),)
    blocks = [block for place, each in enumerate(parts) for block in _blocks(each, place)]
    try:
        shown = tuple(block.to_dict() for block in _tidied(blocks))
    except SlackObjectFormationError as error:
        raise Refused(f"Slack would not take this: {error}") from error
    return Rendering(text=escaped(shortened(message.summary, _SUMMARY)), blocks=shown)


def _blocks(block: Block, place: int) -> Iterator[SlackBlock]:  # noqa: C901, PLR0912  one line a kind
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
            return iter((DividerBlock(),))
        case _:
            assert_never(block)


def _tidied(blocks: Iterable[SlackBlock]) -> Iterator[SlackBlock]:
    """No line above everything, and no two lines in a row."""
    above: SlackBlock = DividerBlock()
    for block in blocks:
        if not (isinstance(block, DividerBlock) and isinstance(above, DividerBlock)):
            yield block
        above = block
