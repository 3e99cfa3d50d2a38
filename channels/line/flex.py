"""The few Flex pieces everything is built of, with our colours and spacing."""

from typing import Any

from linebot.v3.messaging import FlexBlockStyle, FlexBox, FlexBubble, FlexBubbleStyles, FlexComponent, FlexText

from channels.line.palette import BODY, INK, LEADING, PAPER


def words(text: str, *, size: str = BODY, color: str = INK, bold: bool = False, **more: Any) -> FlexText:  # SDK
    """Wrapped text that grows with the reader's own font size. `more` are FlexText's other properties."""
    weight = "bold" if bold else None
    return FlexText(
        text=text, size=size, color=color, weight=weight, wrap=True, scaling=True, lineSpacing=LEADING, **more
    )


def column(*contents: FlexComponent, **more: Any) -> FlexBox:  # SDK
    """One below the other. `more` are FlexBox's other properties."""
    return FlexBox(layout="vertical", contents=list(contents), **more)


def row(*contents: FlexComponent, **more: Any) -> FlexBox:  # SDK
    """One beside the other, as high as the highest."""
    return FlexBox(layout="horizontal", contents=list(contents), **more)


def line(*contents: FlexComponent, **more: Any) -> FlexBox:  # SDK
    """Words of several sizes on one baseline."""
    return FlexBox(layout="baseline", contents=list(contents), **more)


def bubble(*contents: FlexComponent) -> FlexBubble:
    """A card as wide as a phone allows, white in every theme."""
    return FlexBubble(
        size="giga",
        styles=FlexBubbleStyles(body=FlexBlockStyle(backgroundColor=PAPER)),
        body=column(*contents, spacing="lg", paddingAll="20px"),
    )
