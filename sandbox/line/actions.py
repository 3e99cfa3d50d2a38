"""What a LINE button may do, and how much it may say about it."""

from collections.abc import Sequence
from typing import Any

from sandbox.shape import NONE, TYPED, Flaw, Rule, all_of, by_type, choice, fields, graphemes, string

_URI = r"(?is)(https?://|tel:|line://).+"
_HTTPS = r"(?is)https://.+"
_MOMENT = r"\d{4}-\d\d-\d\d([Tt]\d\d:\d\d)?|\d\d:\d\d"
_DATA = string(1, 300)
_SAID = string(1, 300, count=graphemes)

https = string(1, 2000, form=_HTTPS)


def action(label_limit: int, *, label: bool = True, quick: bool = False, closed: bool = False) -> Rule:
    """`label_limit` in grapheme clusters; `label` says whether one is required; `quick` adds what only a quick
    reply may do; `closed` refuses unknown properties, as Flex does.
    """
    name = {"label": string(1, label_limit, count=graphemes)}

    def deed(required: dict[str, Rule], optional: dict[str, Rule] | None = None) -> Rule:
        must, may = (name, {}) if label else ({}, name)
        return fields({**TYPED, **must, **required}, {**may, **(optional or {})}, closed=closed)

    table = {
        "postback": all_of(deed({"data": _DATA}, _POSTBACK_EXTRAS), _one_text),
        "message": deed({"text": _SAID}),
        "uri": deed(
            {"uri": string(1, 1000, form=_URI)}, {"altUri": fields({"desktop": string(1, 1000, form=_URI)}, {})}
        ),
        "datetimepicker": deed({"data": _DATA, "mode": choice("date", "time", "datetime")}, _PICKER_EXTRAS),
        "richmenuswitch": deed({"richMenuAliasId": string(1, 32, form="[a-z0-9_-]+"), "data": _DATA}),
        "clipboard": deed({"clipboardText": string(1, 1000)}),
    }
    if quick:
        table |= {"camera": deed({}), "cameraRoll": deed({}), "location": deed({})}
    return by_type(table)


_POSTBACK_EXTRAS: dict[str, Rule] = {
    "displayText": _SAID,
    "text": _SAID,
    "inputOption": choice("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"),
    "fillInText": string(1, 300),
}
_PICKER_EXTRAS: dict[str, Rule] = {name: string(1, form=_MOMENT) for name in ("initial", "max", "min")}


def _one_text(value: Any) -> Sequence[Flaw]:
    if isinstance(value, dict) and value.get("displayText") and value.get("text"):
        return (Flaw(("text",), "other", wants="text and displayText cannot be used at the same time"),)
    return NONE
