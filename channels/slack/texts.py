"""Blocks that are only read: headings, paragraphs, boxes, facts, bars, pictures, links."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from slack_sdk.models.blocks import ContextBlock, HeaderBlock, ImageBlock, SectionBlock
from slack_sdk.models.blocks.basic_components import SlackFile

from channels.slack import marks
from channels.slack.cleaning import clean
from channels.slack.limits import CONTEXT_TEXT, FIELD_TEXT, FIELDS, HEADER_TEXT, SECTION_TEXT
from channels.slack.measure import pieces, size
from channels.slack.rendering import Json
from messages.message import Box, Facts, Heading, Image, Link, Progress, Text, Tone

_BAR: Final = 10
_ROOM: Final = 100  # kept free for the markup around a text
_SAFE: Final = "/:?#[]@!$&'()*+,;=%~"  # all of a URL's own characters, none of which means anything to Slack


def heading(block: Heading) -> Iterator[Json]:
    """The small line above, then the title; a title too long for a header is a bold paragraph."""
    small = " · ".join(filter(None, (block.eyebrow, block.aside)))
    if small:
        yield from _quiet(small)
    if size(block.text) <= HEADER_TEXT and "\n" not in block.text:
        yield {"type": HeaderBlock.type, "text": marks.plain(block.text)}
    else:
        yield from paragraph(Text(block.text, strong=True))


def paragraph(block: Text) -> Iterator[Json]:
    if block.tone is Tone.QUIET:
        yield from _quiet(block.body)
        return
    for piece in pieces(block.body, SECTION_TEXT - _ROOM):
        if piece.strip():
            yield section(marks.words(piece, strong=block.strong))


def box(block: Box) -> Iterator[Json]:
    """Slack has no tinted box; a quotation bar is what comes nearest."""
    room = max(SECTION_TEXT - _ROOM - size(marks.escaped(block.title)), _ROOM)
    for number, piece in enumerate(pieces(block.body, room)):
        yield section(marks.titled("" if number else block.title, piece, quote="> "))


def facts(block: Facts) -> Iterator[Json]:
    """Two columns while they fit, else a line each."""
    rows = [marks.titled(name, value) for name, value in block.rows]
    if rows and len(rows) <= FIELDS and all(size(row["text"]) <= FIELD_TEXT for row in rows):
        yield {"type": SectionBlock.type, "fields": rows}
    elif rows:
        yield from paragraph(Text("\n".join(f"{name}  {value}" for name, value in block.rows)))


def bar(block: Progress) -> Iterator[Json]:
    share = min(max(block.done / block.total, 0), 1) if block.total > 0 else 0
    full = round(share * _BAR)
    yield from _quiet(f"{'▰' * full}{'▱' * (_BAR - full)} {block.label}")


def picture(block: Image) -> Iterator[Json]:
    """By its address, or as a file that Slack has: `own` is then that file's id. Without either nothing is shown."""
    if block.own:
        yield ImageBlock(slack_file=SlackFile(id=block.own), alt_text=clean(block.alt)).to_dict()
    elif block.url:
        yield ImageBlock(image_url=block.url, alt_text=clean(block.alt)).to_dict()


def link(block: Link) -> Iterator[Json]:
    label = marks.escaped(" ".join(block.label.split())).replace("|", "¦") or block.url
    note = f" {marks.escaped(block.note)}" if block.note else ""
    url = quote(block.url, safe=_SAFE).replace("&", "&amp;")
    yield small(marks.mrkdwn(f"<{url}|{label}>{note}"))


def section(text: Json) -> Json:
    return {"type": SectionBlock.type, "text": text}


def small(text: Json) -> Json:
    return {"type": ContextBlock.type, "elements": [text]}


def _quiet(text: str) -> Iterator[Json]:
    for piece in pieces(text, CONTEXT_TEXT):
        if piece.strip():
            yield small(marks.words(piece))
