"""Block Kit's small parts: text, options, confirmations."""

from typing import Any

from sandbox.shape import TYPED, Rule, array, by_type, fields, flag, string

BLOCK_ID: dict[str, Rule] = {"block_id": string(1, 255, count=len)}
ACTION_ID: dict[str, Rule] = {"action_id": string(1, 255, count=len)}


def listed(value: Any) -> list[Any]:
    """The value if it is a list, else an empty one: what is no list is reported by its own rule."""
    return value if isinstance(value, list) else []


def chars(low: int, high: int) -> Rule:
    return string(low, high, count=len)


def _plain(high: int, low: int) -> Rule:
    return fields({**TYPED, "text": chars(low, high)}, {"emoji": flag}, closed=True)


def plain(high: int, low: int = 1) -> Rule:
    return by_type({"plain_text": _plain(high, low)})


def words(high: int) -> Rule:
    """Plain text or mrkdwn."""
    mrkdwn = fields({**TYPED, "text": chars(1, high)}, {"verbatim": flag}, closed=True)
    return by_type({"plain_text": _plain(high, 1), "mrkdwn": mrkdwn})


def option(text: Rule) -> Rule:
    extras = {"description": words(75), "url": chars(1, 3000)}
    return fields({"text": text, "value": chars(1, 75)}, extras, closed=True)


def options(most: int, text: Rule) -> Rule:
    return array(option(text), 1, most)


groups = array(fields({"label": plain(75), "options": options(100, plain(75))}, {}, closed=True), 1, 100)
confirm = fields(
    {"title": plain(100), "text": words(300)},
    {"confirm": plain(30), "deny": plain(30), "style": string(1)},
    closed=True,
)
