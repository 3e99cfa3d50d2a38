"""Whether LINE would take these messages, and in which words it would not."""

from typing import Any

from sandbox.line.actions import action, https
from sandbox.line.flex import container
from sandbox.line.templates import template
from sandbox.shape import Flaw, Path, Rule, anything, array, by_type, fields, number, string, under, whole
from sandbox.wire import Json

_item = fields({"action": action(20, quick=True)}, {"type": string(1, form="action"), "imageUrl": https})
_COMMON: dict[str, Rule] = {
    "quickReply": fields({"items": array(_item, 1, 13)}, {}),
    "sender": fields({}, {"name": string(1, 20), "iconUrl": https}),
    "quoteToken": string(1),
}
_emoji = fields({"index": whole(), "productId": string(1), "emojiId": string(1)}, {})
_alt_text = string(1, 1500)
_media: dict[str, Rule] = {"originalContentUrl": https, "previewImageUrl": https}


def _message(required: dict[str, Rule], optional: dict[str, Rule] | None = None) -> Rule:
    return fields(required, {**_COMMON, **(optional or {})})


_message_of_any_type = by_type(
    {
        "text": _message({"text": string(1, 5000)}, {"emojis": array(_emoji, 0, 20)}),
        "textV2": _message({"text": string(1, 5000)}, {"substitution": anything}),
        "sticker": _message({"packageId": string(1), "stickerId": string(1)}),
        "image": _message(_media),
        "video": _message(_media, {"trackingId": string(1, 100)}),
        "audio": _message({"originalContentUrl": https, "duration": whole(1)}),
        "location": _message(
            {"title": string(1, 100), "address": string(1, 100), "latitude": number, "longitude": number}
        ),
        "imagemap": _message(
            {"baseUrl": https, "altText": _alt_text, "baseSize": anything, "actions": array(anything, 1, 50)}
        ),
        "template": _message({"altText": _alt_text, "template": template}),
        "flex": _message({"altText": _alt_text, "contents": container}),
    }
)
_messages = array(_message_of_any_type, 1, 5)


def flaws_of_messages(messages: Any) -> tuple[str, list[Json]]:
    """LINE's sentence about the request and the details that name each property; no details = nothing wrong."""
    if messages is None:
        return "The request body has 1 error(s)", [{"message": "May not be empty", "property": "messages"}]
    flaws = under(("messages",), _messages(messages))
    details = [{"message": said(flaw), "property": place(flaw.path)} for flaw in flaws]
    if flaws and _is_in_flex(flaws[0].path):
        return f"A message (messages[{flaws[0].path[1]}]) in the request body is invalid", details
    return f"The request body has {len(details)} error(s)", details


def said(flaw: Flaw) -> str:
    match flaw.kind:
        case "missing":
            return "May not be empty"
        case "unknown":
            return "unknown field"
        case "type":
            return f"must be {flaw.wants}"
        case "length" if not flaw.high:
            return "May not be empty"
        case "length":
            return f"Length must be between {flaw.low} and {flaw.high}"
        case "size":
            return f"Size must be between {flaw.low} and {flaw.high}"
        case "choice" | "form":
            return "invalid property"
        case "other":
            return flaw.wants


def place(path: Path) -> str:
    """`messages[0].text`; inside Flex, LINE counts from the container: `/body/contents/0/text`."""
    if _is_in_flex(path):
        return "/" + "/".join(map(str, path[3:]))
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def _is_in_flex(path: Path) -> bool:
    return len(path) > 2 and path[2] == "contents"
