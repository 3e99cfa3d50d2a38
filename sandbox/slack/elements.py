"""Block Kit's elements: what can be pressed, ticked, chosen or typed into."""

from collections.abc import Sequence
from typing import Any

from sandbox.shape import (
    HERE,
    NONE,
    TYPED,
    Flaw,
    Rule,
    all_of,
    anything,
    array,
    by_type,
    choice,
    fields,
    flag,
    string,
    whole,
)
from sandbox.slack.composition import ACTION_ID, chars, confirm, groups, listed, option, options, plain, words
from sandbox.wire import Json

_PLACEHOLDER: dict[str, Rule] = {"placeholder": plain(150), "focus_on_load": flag}
_ASKING: dict[str, Rule] = {**ACTION_ID, "confirm": confirm}


def _element(required: dict[str, Rule], optional: dict[str, Rule]) -> Rule:
    return fields({**TYPED, **required}, {**_ASKING, **optional}, closed=True)


def _begins_among_options(value: Any) -> Sequence[Flaw]:
    """What is chosen from the start must be, word for word, one of the options."""
    if not isinstance(value, dict):
        return NONE
    begun = [*listed(value.get("initial_options")), *filter(None, [value.get("initial_option")])]
    if all(one in _offered(value) for one in begun):
        return NONE
    return (Flaw(HERE, "other", wants="initial option must be one of the options provided"),)


def _offered(element: Json) -> list[Any]:
    groups = [group for group in listed(element.get("option_groups")) if isinstance(group, dict)]
    return [*listed(element.get("options")), *(one for group in groups for one in listed(group.get("options")))]


def _has_options(value: Any) -> Sequence[Flaw]:
    if isinstance(value, dict) and not value.get("options") and not value.get("option_groups"):
        return (Flaw(("options",), "missing", wants="options"),)
    return NONE


def _listed(most: int) -> Rule:
    listed = {"options": options(most, words(75))}
    one = {"initial_option": option(words(75)), "focus_on_load": flag}
    return all_of(_element(listed, one), _begins_among_options)


def _ticked(most: int) -> Rule:
    ticked = {"initial_options": options(most, words(75)), "focus_on_load": flag}
    return all_of(_element({"options": options(most, words(75))}, ticked), _begins_among_options)


def _select(extras: dict[str, Rule]) -> Rule:
    chosen = {"options": options(100, plain(75)), "option_groups": groups, **_PLACEHOLDER, **extras}
    return all_of(_element({}, chosen), _has_options, _begins_among_options)


def _typed(extras: dict[str, Rule]) -> Rule:
    common: dict[str, Rule] = {"initial_value": chars(0, 3000), "dispatch_action_config": anything}
    return _element({}, {**common, **_PLACEHOLDER, **extras})


def _picked(name: str, form: str = "") -> Rule:
    return _element({}, {name: string(1, form=form), "timezone": string(1), **_PLACEHOLDER})


image = fields(
    {**TYPED, "alt_text": chars(1, 2000)}, {"image_url": chars(1, 3000), "slack_file": anything}, closed=True
)
_button = _element(
    {"text": plain(75)},
    {
        "value": chars(1, 2000),
        "url": chars(1, 3000),
        "style": choice("primary", "danger"),
        "accessibility_label": chars(1, 75),
    },
)
_PRESSED: dict[str, Rule] = {
    "button": _button,
    "overflow": _element({"options": options(5, plain(75))}, {}),
    "checkboxes": _ticked(10),
    "radio_buttons": _listed(10),
    "static_select": _select({"initial_option": option(plain(75))}),
    "multi_static_select": _select(
        {"initial_options": array(option(plain(75)), 1, 100), "max_selected_items": whole(1)}
    ),
    "users_select": _picked("initial_user"),
    "conversations_select": _picked("initial_conversation"),
    "channels_select": _picked("initial_channel"),
    "datepicker": _picked("initial_date", r"\d{4}-\d\d-\d\d"),
    "timepicker": _picked("initial_time", r"\d\d:\d\d"),
    "datetimepicker": _element({}, {"initial_date_time": whole(), "focus_on_load": flag}),
}
_TYPED: dict[str, Rule] = {
    "plain_text_input": _typed({"multiline": flag, "min_length": whole(0, 3000), "max_length": whole(1, 3000)}),
    "email_text_input": _typed({}),
    "url_text_input": _typed({}),
    "number_input": _typed({"is_decimal_allowed": flag, "min_value": string(1), "max_value": string(1)}),
    "rich_text_input": _element({}, {"initial_value": anything, "dispatch_action_config": anything, **_PLACEHOLDER}),
}

pressed = by_type(_PRESSED)
accessory = by_type({**_PRESSED, "image": image})
typed = by_type({**{name: rule for name, rule in _PRESSED.items() if name not in {"button", "overflow"}}, **_TYPED})
in_context = by_type({"image": image, "plain_text": words(2000), "mrkdwn": words(2000)})
