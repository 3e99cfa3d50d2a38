"""Slack's limits, checked by ourselves: the SDK's models miss some, and Slack names none when it refuses.

Source: docs.slack.dev, Block Kit reference; sizes in UTF-16 units, the longest way in which Slack may count.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from channels.channel import Refused
from channels.slack.measure import size
from channels.slack.rendering import Json, Rendering

BLOCKS: Final = 50
VIEW_BLOCKS: Final = 100
TOTAL: Final = 10_000  # Slack gives up near 13,000 with msg_blocks_too_long
SECTION_TEXT: Final = 3_000
FIELDS: Final = 10
FIELD_TEXT: Final = 2_000
HEADER_TEXT: Final = 150
CONTEXT_TEXT: Final = 2_000
CONTEXT: Final = 10
ACTIONS: Final = 25
BUTTON_TEXT: Final = 75
BUTTON_VALUE: Final = 2_000
CHECKBOXES: Final = 10
SELECT: Final = 100
PLACEHOLDER: Final = 150
ENTRY: Final = 3_000
OPTION_TEXT: Final = 75
ID: Final = 255
ALT: Final = 2_000
URL: Final = 3_000
MODAL_TITLE: Final = 24
INPUT_LABEL: Final = 2_000
PRIVATE: Final = 3_000

_MANY: Final = {
    ("section", "fields"): FIELDS,
    ("context", "elements"): CONTEXT,
    ("actions", "elements"): ACTIONS,
    ("checkboxes", "options"): CHECKBOXES,
    ("static_select", "options"): SELECT,
}
_UP_TO: Final = {("plain_text_input", "max_length"): ENTRY}
_OWED: Final = {"image": ("alt_text", "image_url"), "button": ("text",)}
_OPTIONS: Final = frozenset({"options", "option", "initial_option", "initial_options"})
_LONG: Final = {
    ("section", "text"): SECTION_TEXT,
    ("section", "fields"): FIELD_TEXT,
    ("header", "text"): HEADER_TEXT,
    ("context", "elements"): CONTEXT_TEXT,
    ("button", "text"): BUTTON_TEXT,
    ("button", "value"): BUTTON_VALUE,
    ("button", "accessibility_label"): BUTTON_TEXT,
    ("option", "text"): OPTION_TEXT,
    ("option", "value"): OPTION_TEXT,
    ("image", "alt_text"): ALT,
    ("image", "image_url"): URL,
    ("button", "url"): URL,
    ("static_select", "placeholder"): PLACEHOLDER,
    ("input", "label"): INPUT_LABEL,
    ("input", "hint"): INPUT_LABEL,
    ("modal", "title"): MODAL_TITLE,
    ("modal", "submit"): MODAL_TITLE,
    ("modal", "close"): MODAL_TITLE,
    ("modal", "private_metadata"): PRIVATE,
    ("modal", "callback_id"): ID,
}


def check(rendering: Rendering) -> None:
    """Raises Refused that names every limit broken."""
    _refuse(problems(rendering))


def check_view(view: Json) -> None:
    """A modal or a home; raises Refused that names every limit broken."""
    _refuse([*_counted(view["blocks"], VIEW_BLOCKS), *_walked(view)])


def problems(rendering: Rendering) -> list[str]:
    """One sentence for each limit that the message breaks."""
    found = [*_counted(rendering.blocks, BLOCKS), *(each for block in rendering.blocks for each in _walked(block))]
    if not rendering.text.strip():
        found.append("text is empty")
    total = size(rendering.text) + sum(map(_amount, rendering.blocks))
    if total >= TOTAL:
        found.append(f"the message has {total} characters, fewer than {TOTAL} are taken")
    return found


def _refuse(found: list[str]) -> None:
    if found:
        raise Refused(f"Slack would not take this: {'; '.join(found)}")


def _counted(blocks: Any, most: int) -> Iterator[str]:
    if len(blocks) > most:
        yield f"{len(blocks)} blocks, at most {most} are taken"
    for name in ("block_id", "action_id"):
        ids = Counter(_named(blocks, name))
        yield from (f"{name} {key} stands {often} times" for key, often in ids.items() if often > 1)
        yield from (f"{name} is longer than {ID}" for key in ids if size(key) > ID)


def _walked(thing: Json, kind: str = "") -> Iterator[str]:
    """What is wrong with this object or with anything in it."""
    kind = str(thing.get("type", kind))
    yield from (f"{kind} {name} is empty" for name in _OWED.get(kind, ()) if name not in thing)
    for name, value in thing.items():
        yield from _checked(kind, name, value)
        for part in _parts(value):
            yield from _walked(part, "option" if name in _OPTIONS else "")


def _checked(kind: str, name: str, value: Any) -> Iterator[str]:
    if isinstance(value, list) and len(value) > _MANY.get((kind, name), len(value)):
        yield f"{kind} has {len(value)} {name}, at most {_MANY[kind, name]} are taken"
    most = _UP_TO.get((kind, name))
    if most is not None and not 1 <= value <= most:
        yield f"{kind} {name} is {value}, 1 to {most} are taken"
    longest = _LONG.get((kind, name))
    if longest is None:
        return
    for text in _texts(value):
        if not text.strip() and name != "private_metadata":
            yield f"{kind} {name} is empty"
        if size(text) > longest:
            yield f"{kind} {name} has {size(text)} characters, at most {longest} are taken"


def _texts(value: Any) -> Iterator[str]:
    """The text of a string, of a text object, or of each text object in a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (text for each in value for text in _texts(each))
    elif value.get("type") in {"plain_text", "mrkdwn"}:
        yield value["text"]


def _parts(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        yield from (each for each in value if isinstance(each, dict))


def _named(things: Any, name: str) -> Iterator[str]:
    for thing in _parts(list(things) if isinstance(things, tuple) else things):
        yield from (value for key, value in thing.items() if key == name)
        yield from (found for value in thing.values() for found in _named(value, name))


def _amount(thing: Any) -> int:
    """The characters of all texts in it."""
    if isinstance(thing, dict):
        own = thing.get("text")
        return (size(own) if isinstance(own, str) else 0) + sum(map(_amount, thing.values()))
    return sum(map(_amount, thing)) if isinstance(thing, list) else 0
