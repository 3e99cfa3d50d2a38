"""What an element holds when a person has filled it in, in Slack's words."""

from collections.abc import Iterable
from typing import Any

from sandbox.slack.chat import elements_of
from sandbox.wire import Json

_NO_INPUTS = frozenset({"button", "overflow", "workflow_button", "icon_button"})
_MANY = frozenset({"checkboxes", "multi_static_select"})
_ONE = frozenset({"static_select", "radio_buttons", "overflow"})
_PLAIN = {
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
}


def values_of(blocks: Iterable[Json], given: Json) -> dict[str, Json]:
    """`state.values` of these blocks; `given` is `{block_id: {action_id: value or [values]}}`."""
    values: dict[str, Json] = {}
    for block in blocks:
        for element in elements_of(block):
            if element["type"] in _NO_INPUTS:
                continue
            held = given.get(block["block_id"], {}).get(element["action_id"])
            values.setdefault(block["block_id"], {})[element["action_id"]] = held_by(element, held)
    return values


def held_by(element: Json, given: Any) -> Json:
    """The element with what was given, or else with what it began with."""
    kind = element["type"]
    if kind in _MANY:
        begun = [option["value"] for option in element.get("initial_options", [])]
        wanted = _listed(given) if given is not None else begun
        return {"type": kind, "selected_options": [one for one in _options(element) if one.get("value") in wanted]}
    if kind in _ONE:
        wanted = _listed(given) if given is not None else [element.get("initial_option", {}).get("value")]
        found = [one for one in _options(element) if one.get("value") in wanted]
        return {"type": kind, "selected_option": found[0] if found else None}
    name, initial = _PLAIN.get(kind, ("value", "initial_value"))
    return {"type": kind, name: _single(given) if given is not None else element.get(initial)}


def _options(element: Json) -> list[Json]:
    groups = [option for group in element.get("option_groups", []) for option in group.get("options", [])]
    return [*element.get("options", []), *groups]


def _listed(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]


def _single(given: Any) -> Any:
    value = (given[0] if given else None) if isinstance(given, list) else given
    return value or None
