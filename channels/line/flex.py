"""The few Flex pieces everything is built of, with our colours and spacing."""

from functools import partial
from typing import Final

from linebot.v3.messaging import FlexBlockStyle, FlexBox, FlexBubble, FlexBubbleStyles, FlexText

from channels.line.formed import Json, Style, formed
from channels.line.palette import BODY, INK, LEADING, PAPER

_BOX: Final = partial(FlexBox, contents=[])
_CARD: Final = partial(FlexBubble, styles=FlexBubbleStyles(body=FlexBlockStyle(backgroundColor=PAPER)))


def words(text: str, *, size: str = BODY, color: str = INK, bold: bool = False, **more: Style) -> Json:
    """Wrapped text that grows with the reader's own font size. `more` are FlexText's other properties."""
    weight = "bold" if bold else None
    style = formed(
        FlexText, size=size, color=color, weight=weight, wrap=True, scaling=True, lineSpacing=LEADING, **more
    )
    return {**style, "text": text}


def column(*contents: Json, **more: Style) -> Json:
    """One below the other. `more` are FlexBox's other properties."""
    return {**formed(_BOX, layout="vertical", **more), "contents": [*contents]}


def row(*contents: Json, **more: Style) -> Json:
    """One beside the other, as high as the highest."""
    return {**formed(_BOX, layout="horizontal", **more), "contents": [*contents]}


def line(*contents: Json, **more: Style) -> Json:
    """Words of several sizes on one baseline."""
    return {**formed(_BOX, layout="baseline", **more), "contents": [*contents]}


def bubble(*contents: Json) -> Json:
    """A card as wide as a phone allows, white in every theme."""
    return {**formed(_CARD, size="giga"), "body": column(*contents, spacing="lg", paddingAll="20px")}
