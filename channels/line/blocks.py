"""Blocks that are read: headings, text, boxes, facts, bars, pictures, links."""

from functools import partial
from typing import Final, assert_never

from linebot.v3.messaging import FlexImage, FlexSeparator, FlexSpan, FlexText

from channels.line.actions import opening
from channels.line.flex import column, line, row, words
from channels.line.formed import Json, formed
from channels.line.palette import ACCENT, BODY, GENTLE, GOOD, HAIRLINE, INK, LEADING, LINK, QUIET, SMALL, TINT, TITLE
from messages.message import Box, Facts, Heading, Image, Link, Progress, Text, Tone

_NOTHING: Final = "–"  # LINE takes no empty text
_CORNER: Final = "8px"
_IMAGE: Final = partial(FlexImage, url="")


def heading(block: Heading) -> Json:
    """The eyebrow and the aside on one line, the title below."""
    above = [_small(block.eyebrow, flex=1)] if block.eyebrow else []
    if block.aside:
        above.append(_small(block.aside, flex=0 if block.eyebrow else 1, align="end"))
    title = words(block.text or _NOTHING, size=TITLE, bold=True)
    return column(*([line(*above, spacing="md")] if above else []), title, spacing="sm")


def text(block: Text) -> Json:
    return words(block.body, size=_size(block.tone), color=_color(block.tone), bold=block.strong)


def box(block: Box) -> Json:
    """A tinted box with a coloured left edge."""
    edge = column(width="4px", backgroundColor=ACCENT)
    told = [words(block.title, size=SMALL, color=ACCENT, bold=True)] if block.title else []
    told += [words(block.body)] if block.body else []
    inside = column(*told, spacing="sm", paddingAll="12px", flex=1)
    return row(edge, inside, backgroundColor=TINT, cornerRadius=_CORNER)


def facts(block: Facts) -> Json:
    """A name and its value on each line."""
    return column(*(_fact(name, value) for name, value in block.rows), spacing="md")


def progress(block: Progress, *, told: bool) -> Json:
    """A thin bar; `told` says that the card has its label in words already."""
    done = round(100 * min(max(block.done / block.total, 0), 1)) if block.total > 0 else 0
    filled = [column(width=f"{done}%", height="6px", backgroundColor=ACCENT, cornerRadius="3px")] if done else []
    bar = column(*filled, height="6px", backgroundColor=HAIRLINE, cornerRadius="3px")
    label = [] if told or not block.label else [_small(block.label)]
    return column(bar, *label, spacing="sm")


def image(block: Image) -> Json:
    """The picture, and in words what it shows: a Flex picture has no text of its own for those who cannot see it."""
    picture = {**formed(_IMAGE, size="full", aspectRatio=block.ratio, aspectMode="fit"), "url": block.url}
    return column(picture, _small(block.alt), spacing="sm") if block.alt else picture


def link(block: Link) -> Json:
    """Small; the whole line opens the page."""
    spans = [{**formed(FlexSpan, color=LINK, decoration="underline"), "text": block.label or block.url}]
    if block.note:
        spans.append({**formed(FlexSpan, color=QUIET), "text": f"  {block.note}"})
    style = formed(FlexText, size=SMALL, color=QUIET, wrap=True, scaling=True, lineSpacing=LEADING)
    line_of_it = column({**style, "contents": spans}, paddingTop="4px", paddingBottom="4px")
    return {**line_of_it, "action": opening(block.url)}


def divider() -> Json:
    return formed(FlexSeparator, color=HAIRLINE)


def _fact(name: str, value: str) -> Json:
    named = words(name or _NOTHING, size=SMALL, color=QUIET, flex=2)
    return line(named, words(value or _NOTHING, size=SMALL, flex=5), spacing="md")


def _small(body: str, *, flex: int | None = None, align: str | None = None) -> Json:
    return words(body, size=SMALL, color=QUIET, flex=flex, align=align)


def _size(tone: Tone) -> str:
    return SMALL if tone is Tone.QUIET else BODY


def _color(tone: Tone) -> str:
    match tone:
        case Tone.PLAIN:
            return INK
        case Tone.QUIET:
            return QUIET
        case Tone.GOOD:
            return GOOD
        case Tone.GENTLE:
            return GENTLE
        case _:
            assert_never(tone)
