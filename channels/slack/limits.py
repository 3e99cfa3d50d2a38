"""Slack's limits, checked by ourselves: the SDK's models miss some, and Slack names none when it refuses.

Source: docs.slack.dev, Block Kit reference; sizes in UTF-16 units, the longest way in which Slack may count.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from channels.channel import Refused
from channels.slack.measure import size
from channels.slack.rendering import Json, Measured, Rendering

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
    ("multi_static_select", "options"): SELECT,
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
_BOUND: Final = _MANY.keys() | _UP_TO.keys() | _LONG.keys()
_IDS: Final = ("block_id", "action_id")
_Thing: TypeAlias = tuple[str, Json]


def check(rendering: Rendering) -> None:
    """Raises Refused that names every limit broken."""
    _refuse(problems(rendering))


def check_view(frame: Json, parts: Sequence[Measured]) -> None:
    """A modal or a home: these blocks, and what is around them; raises Refused that names every limit broken."""
    around = measured(frame)
    _refuse([*_counted(parts, VIEW_BLOCKS), *around.flaws, *_flaws(parts)])


def problems(rendering: Rendering) -> list[str]:
    """One sentence for each limit that the message breaks."""
    found = [*_counted(rendering.parts, BLOCKS), *_flaws(rendering.parts)]
    if not rendering.text.strip():
        found.append("text is empty")
    total = size(rendering.text) + sum(part.size for part in rendering.parts)
    if total >= TOTAL:
        found.append(f"the message has {total} characters, fewer than {TOTAL} are taken")
    return found


def measured(block: Json) -> Measured:
    things = _inside(block)
    return Measured(
        json=block,
        size=sum(size(text) for _, thing in things if isinstance(text := thing.get("text"), str)),
        ids=tuple((name, thing[name]) for _, thing in things for name in _IDS if name in thing),
        flaws=tuple(_checked(things)),
    )


def _refuse(found: list[str]) -> None:
    if found:
        raise Refused(f"Slack would not take this: {'; '.join(found)}")


def _inside(block: Json) -> list[_Thing]:
    """The block and all that stands in it, what is further out first, each with its kind."""
    found = [(block["type"], block)]
    for _, thing in found:  # grows meanwhile
        for name, value in thing.items():
            kind = "option" if name in _OPTIONS else ""
            if isinstance(value, list):
                found += [(each.get("type", kind), each) for each in value if isinstance(each, dict)]
            elif isinstance(value, dict):
                found.append((value.get("type", kind), value))
    return found


def _counted(parts: Sequence[Measured], most: int) -> Iterator[str]:
    if len(parts) > most:
        yield f"{len(parts)} blocks, at most {most} are taken"
    ids = Counter(each for part in parts for each in part.ids)
    yield from (f"{name} {key} stands {often} times" for (name, key), often in ids.items() if often > 1)


def _flaws(parts: Sequence[Measured]) -> Iterator[str]:
    return (flaw for part in parts for flaw in part.flaws)


def _checked(things: Iterable[_Thing]) -> Iterator[str]:
    for kind, thing in things:
        yield from (f"{name} is longer than {ID}" for name in _IDS if name in thing and size(thing[name]) > ID)
        owed = ("alt_text",) if "slack_file" in thing else _OWED.get(kind, ())
        yield from (f"{kind} {name} is empty" for name in owed if name not in thing)
        for name, value in thing.items():
            if (kind, name) in _BOUND:
                yield from _within(kind, name, value)


def _within(kind: str, name: str, value: Any) -> Iterator[str]:
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
        yield value.get("text", "")  # the SDK leaves an empty one away
