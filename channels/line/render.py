"""A message as LINE shows it: a plain text, or one Flex bubble for each card."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby
from typing import Final, assert_never

from linebot.v3.messaging import FlexBubble, FlexMessage, TextMessage

from channels.line import blocks, choices
from channels.line.flex import bubble
from channels.line.formed import Json, formed
from channels.line.measure import cut
from channels.line.quick import quick_reply
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
    Tone,
)

_ALT_UNITS: Final = 400
_FLEX: Final = partial(FlexMessage, altText="", contents=FlexBubble())


def render(message: Message) -> list[Json]:
    """The message objects of one call, the quick replies on the last; raises TooLong for an unpackable action."""
    shown = [block for block in message.blocks if not _is_empty(block)]
    if all(isinstance(block, Text) and block.tone is Tone.PLAIN for block in shown):
        return [{**formed(TextMessage, text=""), "text": _plain(shown) or message.summary}]
    alt = cut(message.summary, _ALT_UNITS)
    sent = [{**formed(_FLEX), "altText": alt, "contents": bubble(*_card(card))} for card in _cards(shown)]
    if sent and (quick := quick_reply(shown)):
        sent[-1]["quickReply"] = quick
    return sent or [{**formed(TextMessage, text=""), "text": message.summary}]


def _plain(shown: Sequence[Block]) -> str:
    return "\n\n".join(block.body for block in shown if isinstance(block, Text))


def _cards(shown: Sequence[Block]) -> Iterator[list[Block]]:
    for is_break, group in groupby(shown, lambda block: isinstance(block, Break)):
        if not is_break:
            yield list(group)


def _card(card: Sequence[Block]) -> Iterator[Json]:
    told = frozenset(block.aside for block in card if isinstance(block, Heading))
    for block in card:
        yield _drawn(block, told)


@lru_cache(maxsize=512)
def _drawn(block: Block, told: frozenset[str]) -> Json:  # noqa: C901, PLR0912  one case for each block
    """To be read only: what many people get in their own letters is drawn once."""
    match block:
        case Heading():
            return blocks.heading(block)
        case Text():
            return blocks.text(block)
        case Box():
            return blocks.box(block)
        case Facts():
            return blocks.facts(block)
        case Progress():
            return blocks.progress(block, told=block.label in told)
        case Choices():
            return choices.choices(block)
        case Ranking():
            return choices.ranking(block)
        case Scale():
            return choices.scale(block)
        case Buttons():
            return choices.buttons(block)
        case Page():
            return choices.page(block)
        case Image():
            return blocks.image(block)
        case Link():
            return blocks.link(block)
        case Divider() | Break():
            return blocks.divider()
        case _:
            assert_never(block)


def _is_empty(block: Block) -> bool:
    """LINE takes no text without a character in it, and no picture without an address."""
    match block:
        case Text(body=body):
            return not body.strip()
        case Box(title=title, body=body):
            return not (title.strip() or body.strip())
        case Facts(rows=rows):
            return not rows
        case Choices(options=options, submit=submit):
            return not options and submit is None
        case Ranking(options=options):
            return not options
        case Scale(steps=steps):
            return not steps
        case Buttons(buttons=buttons):
            return not buttons
        case Image(url=url):
            return not url
        case _:
            return False
