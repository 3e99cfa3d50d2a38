"""Block Kit's blocks, and what holds for a message or a view as a whole."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from sandbox.shape import HERE, NONE, TYPED, Flaw, Rule, all_of, anything, array, by_type, fields, flag
from sandbox.slack.composition import BLOCK_ID, chars, listed, plain, words
from sandbox.slack.elements import accessory, in_context, pressed, typed

Surface = Literal["message", "modal", "home"]


def _block(required: dict[str, Rule], optional: dict[str, Rule] | None = None) -> Rule:
    return fields({**TYPED, **required}, {**BLOCK_ID, **(optional or {})}, closed=True)


def _says_something(value: Any) -> Sequence[Flaw]:
    if isinstance(value, dict) and not value.get("text") and not value.get("fields"):
        return (Flaw(("text",), "missing", wants="text"),)
    return NONE


def _shows_something(value: Any) -> Sequence[Flaw]:
    if isinstance(value, dict) and not value.get("image_url") and not value.get("slack_file"):
        return (Flaw(("image_url",), "missing", wants="image_url"),)
    return NONE


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


def flaws_of_blocks(blocks: Any, surface: Surface) -> list[Flaw]:
    """Seen from the blocks."""
    return [*_RULES[surface](blocks), *(_twice(blocks) if isinstance(blocks, list) else NONE)]


def length_of(blocks: Any) -> int:
    """All characters a reader sees, whatever block they stand in."""
    length, waiting = 0, [blocks]
    for part in waiting:
        if isinstance(part, dict):
            length += len(part["text"]) if isinstance(part.get("text"), str) else 0
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return length


def _twice(blocks: list[Any]) -> Iterator[Flaw]:
    """Ids that appear more than once: `block_id` among blocks, `action_id` among all elements."""
    fair = [block for block in blocks if isinstance(block, dict)]
    elements = [one for block in fair for one in _acting(block) if isinstance(one, dict)]
    for name, holders in (("block_id", fair), ("action_id", elements)):
        counted = Counter(str(one[name]) for one in holders if one.get(name))
        for value in (value for value, times in counted.items() if times > 1):
            yield Flaw(HERE, "other", wants=f"{name} {value!r} already exists")


def _acting(block: dict[str, Any]) -> list[Any]:
    elements = listed(block.get("elements")) if block.get("type") == "actions" else []
    return [block.get("accessory"), block.get("element"), *elements]
