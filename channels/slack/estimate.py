"""Whether a message or a form certainly fits, without drawing it: a whole course has thousands.

What is said to fit is never refused; what is not said to fit may still do so once it is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from channels.slack.cleaning import clean
from channels.slack.limits import (
    ACTIONS,
    BLOCKS,
    BUTTON_TEXT,
    CHECKBOXES,
    CONTEXT_TEXT,
    ENTRY,
    HEADER_TEXT,
    MODAL_TITLE,
    OPTION_TEXT,
    SECTION_TEXT,
    SELECT,
    TOTAL,
    VIEW_BLOCKS,
)
from channels.slack.measure import size
from messages.actions import Action, TooLong, pack
from messages.form import Entry, Form, Part, Pick
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

_MARKS: Final = 100  # characters of our own around a text: bold, a quotation, a bar, a gap
_LONGEST: Final = min(SECTION_TEXT, CONTEXT_TEXT) - 3 * _MARKS  # in one piece for certain
_SAFE: Final = "/:%"  # less than what is really left as it is
_GROWS: Final = {"&": 4, "<": 3, ">": 3, "\n": 4}  # what escaping and markup add


@dataclass(frozen=True, slots=True)
class _Room:
    """At most so many blocks and characters."""

    blocks: int
    size: int


_UNSURE: Final = _Room(BLOCKS + 1, TOTAL)


def fits_easily(shown: Message | Form) -> bool:
    """Whether Slack takes this for certain."""
    if isinstance(shown, Form):
        return _form_fits(shown)
    rooms = [*map(_room, shown.blocks)]
    blocks, whole = sum(room.blocks for room in rooms), sum(room.size for room in rooms)
    return _is_seen(shown.summary) and bool(rooms) and blocks <= BLOCKS and whole + 600 + _MARKS < TOTAL


def _form_fits(form: Form) -> bool:
    titles = form.title, form.submit, form.close
    short = all(1 <= size(text) <= MODAL_TITLE and _is_seen(text) for text in titles)
    apart = 1 <= len(form.fields) < VIEW_BLOCKS and len({each.name for each in form.fields}) == len(form.fields)
    small = all(map(_is_small_field, form.fields)) and size(form.about) <= 500 and _length(form.intro) <= _LONGEST
    return short and apart and small


def _is_small_field(field: Part) -> bool:
    if not _is_small(field.label) or not _is_small(field.name):
        return False
    if isinstance(field, Entry):
        return size(field.hint) <= 500 and 1 <= field.most <= ENTRY and size(field.value) <= field.most
    few = 1 <= len(field.options) <= (CHECKBOXES if isinstance(field, Pick) else SELECT)
    return few and all(_is_seen(text) and 1 <= size(value) <= OPTION_TEXT for value, text in field.options)


def _is_seen(text: str) -> bool:
    return bool(clean(text).strip())


def _is_small(text: str) -> bool:
    return _is_seen(text) and size(text) <= 200


@lru_cache(maxsize=2048)
def _room(block: Block) -> _Room:  # noqa: C901  one line a kind
    match block:
        case Heading(text=text, eyebrow=eyebrow, aside=aside) if _is_seen(text) and size(text) <= HEADER_TEXT:
            return _texts(2, f"{eyebrow}{aside}", text)
        case Text(body=body) if _is_seen(body):
            return _texts(1, body)
        case Box(title=title, body=body) if _is_seen(title) and _is_seen(body):
            return _texts(1, title + body)
        case Progress(label=label, total=total) if total > 0:
            return _texts(1, label)
        case Link(label=label, url=url, note=note) if _is_seen(label) and _is_seen(url):
            return _texts(1, label + quote(url, safe=_SAFE) + note)
        case Choices(options=options, submit=None):
            return _pressed(options)
        case Choices(options=options, submit=Button() as submit) if len(options) <= CHECKBOXES:
            return _pressed((*options, submit), times=2)
        case Ranking(options=options, submit=submit, places=places):
            return _pressed((*options, submit, *options), times=1 + len(options), more=places)
        case Scale(steps=steps, low=low, high=high):
            return _pressed(steps, more=(low + high,))
        case Buttons(buttons=buttons):
            return _pressed(buttons)
        case Divider() | Break():
            return _Room(1, 0)
        case _:
            return _UNSURE


def _pressed(several: Sequence[Choice | Button], *, times: int = 1, more: Sequence[str] = ()) -> _Room:
    """A text for each and a row of buttons; what stands in lists as well stands there so many `times`."""
    said = [each.text if isinstance(each, Choice) else "" for each in several]
    labels = [each.label for each in several]
    right = all(_is_seen(label) and size(label) <= BUTTON_TEXT // 2 for label in labels)
    if not (right and 1 <= len(several) <= ACTIONS and all(_is_packable(each.action) for each in several)):
        return _UNSURE
    once = _texts(len(several) + len(more) + 2, *(f"{label}{text}" for label, text in zip(labels, said, strict=True)))
    return _Room(once.blocks, once.size * times + _texts(0, *more).size)


def _texts(blocks: int, *texts: str) -> _Room:
    lengths = [*map(_length, texts)]
    return _Room(blocks, sum(lengths) + _MARKS * len(texts)) if max(lengths, default=0) <= _LONGEST else _UNSURE


def _length(text: str) -> int:
    """As it may become by escaping and markup."""
    return size(text) + sum(more * text.count(each) for each, more in _GROWS.items())


def _is_packable(action: Action) -> bool:
    try:
        pack(action)
    except TooLong:
        return False
    return True
