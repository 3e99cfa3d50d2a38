"""Block Kit's blocks, and what holds for a message or a view as a whole."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

from sandbox.shape import Flaw, Path, Rule, all_of, anything, array, by_type, fields, flag
from sandbox.slack.composition import BLOCK_ID, KIND, chars, listed, plain, words
from sandbox.slack.elements import accessory, in_context, pressed, typed

Surface = Literal["message", "modal", "home"]


def _block(required: dict[str, Rule], optional: dict[str, Rule] | None = None) -> Rule:
    return fields({**KIND, **required}, {**BLOCK_ID, **(optional or {})}, closed=True)


def _says_something(value: Any, path: Path) -> Iterator[Flaw]:
    if isinstance(value, dict) and not value.get("text") and not value.get("fields"):
        yield Flaw((*path, "text"), "missing", wants="text")


def _shows_something(value: Any, path: Path) -> Iterator[Flaw]:
    if isinstance(value, dict) and not value.get("image_url") and not value.get("slack_file"):
        yield Flaw((*path, "image_url"), "missing", wants="image_url")


_section = all_of(
    _block({}, {"text": words(3000), "fields": array(words(2000), 1, 10), "accessory": accessory, "expand": flag}),
    _says_something,
)
_image = all_of(
    _block({"alt_text": chars(1, 2000)}, {"image_url": chars(1, 3000), "slack_file": anything, "title": plain(2000)}),
    _shows_something,
)
_EVERYWHERE: dict[str, Rule] = {
    "section": _section,
    "header": _block({"text": plain(150)}),
    "divider": _block({}),
    "image": _image,
    "context": _block({"elements": array(in_context, 1, 10)}),
    "actions": _block({"elements": array(pressed, 1, 25)}),
    "input": _block(
        {"label": plain(2000), "element": typed}, {"hint": plain(2000), "optional": flag, "dispatch_action": flag}
    ),
    "rich_text": _block({"elements": array(anything, 0, 1_000)}),
}
_MESSAGE = {**_EVERYWHERE, "markdown": _block({"text": chars(1, 12_000)})}
_RULES: dict[Surface, Rule] = {
    "message": array(by_type(_MESSAGE), 0, 50),
    "modal": array(by_type(_EVERYWHERE), 0, 100),
    "home": array(by_type(_EVERYWHERE), 0, 100),
}


def flaws_of_blocks(blocks: Any, surface: Surface, path: Path) -> Iterator[Flaw]:
    yield from _RULES[surface](blocks, path)
    if isinstance(blocks, list):
        yield from _twice(blocks, path)


def length_of(blocks: Any) -> int:
    """All characters a reader sees, whatever block they stand in."""
    match blocks:
        case dict():
            own = len(blocks["text"]) if isinstance(blocks.get("text"), str) else 0
            return own + sum(length_of(part) for part in blocks.values())
        case list():
            return sum(length_of(part) for part in blocks)
        case _:
            return 0


def _twice(blocks: list[Any], path: Path) -> Iterator[Flaw]:
    """Ids that appear more than once: `block_id` among blocks, `action_id` among all elements."""
    fair = [block for block in blocks if isinstance(block, dict)]
    elements = [one for block in fair for one in _acting(block) if isinstance(one, dict)]
    for name, holders in (("block_id", fair), ("action_id", elements)):
        counted = Counter(str(one[name]) for one in holders if one.get(name))
        for value in (value for value, times in counted.items() if times > 1):
            yield Flaw(path, "other", wants=f"{name} {value!r} already exists")


def _acting(block: dict[str, Any]) -> list[Any]:
    elements = listed(block.get("elements")) if block.get("type") == "actions" else []
    return [block.get("accessory"), block.get("element"), *elements]
