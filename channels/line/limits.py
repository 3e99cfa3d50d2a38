"""Our own check of what is about to leave: the SDK's models let far too much pass.

Source: LINE's Messaging API reference, "Message objects", "Action objects" and "Flex Message elements" (2026-08).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from channels.channel import Refused
from channels.line.measure import graphemes, json_bytes, utf16

Json = dict[str, Any]
_Limit = tuple[str, int, Callable[[Any], int], str]

CARDS: Final = 5
BUBBLE: Final = 30 * 1024
QUICK: Final = 13
QUICK_LABEL: Final = 20
URI: Final = 1_000

_OBJECTS: Final = ("message objects in one call", CARDS, len, "")
_TEXT: Final = ("text", 5_000, utf16, "UTF-16 units")
_ALT_TEXT: Final = ("altText", 1_500, utf16, "UTF-16 units")
_BUBBLE: Final = ("Flex bubble", BUBBLE, json_bytes, "bytes")
_QUICK: Final = ("quick replies", QUICK, len, "")
_QUICK_LABEL: Final = ("quick reply label", QUICK_LABEL, graphemes, "graphemes")
_LABEL: Final = ("action label", 40, graphemes, "graphemes")
_INPUTS: Final = ("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice")
_DATA: Final = ("postback data", 300, utf16, "UTF-16 units")
_DISPLAY: Final = ("displayText", 300, graphemes, "graphemes")
_URI: Final = ("URI", URI, utf16, "UTF-16 units")
_IMAGE: Final = ("image address", 2_000, utf16, "UTF-16 units")

OPENS: Final = re.compile(r"(https?://|tel:|line://).+", re.IGNORECASE | re.DOTALL)
_HTTPS: Final = re.compile(r"https://.+", re.IGNORECASE | re.DOTALL)


def check(messages: Sequence[Json]) -> None:
    """Raises Refused that names the first limit these message objects break."""
    for flaw in _flaws(messages):
        raise Refused(f"LINE would not take this: {flaw}")


def _flaws(messages: Sequence[Json]) -> Iterator[str]:
    yield from _measured(_OBJECTS, messages)
    for message in messages:
        yield from _in_message(message)


def _in_message(message: Json) -> Iterator[str]:
    if message["type"] == "text":
        yield from _measured(_TEXT, message["text"])
    else:
        yield from _measured(_ALT_TEXT, message["altText"])
        yield from _measured(_BUBBLE, message["contents"])
        yield from _in_flex(message["contents"])
    if quick := message.get("quickReply"):
        yield from _measured(_QUICK, quick["items"])
        for item in quick["items"]:
            yield from _in_action(item["action"], _QUICK_LABEL)


def _in_flex(bubble: Json) -> Iterator[str]:
    for part in _parts(bubble):
        if action := part.get("action"):
            yield from _in_action(action, _LABEL)
        match part["type"]:
            case "image":
                yield from _in_image(part["url"])
            case "button" if not action or not action.get("label"):
                yield "a button has no label"
            case "text" | "span" if not (part.get("text") or part.get("contents")):
                yield "a text is empty"


def _parts(bubble: Json) -> list[Json]:
    """The bubble and all that stands in it, what is further out first."""
    found = [bubble, *(bubble[part] for part in ("header", "hero", "body", "footer") if part in bubble)]
    for each in found:  # grows meanwhile
        found += each.get("contents", ())
    return found


def _in_image(url: str) -> Iterator[str]:
    yield from _measured(_IMAGE, url)
    if not _HTTPS.fullmatch(url):
        yield "an image address must begin with https://"


def _in_action(action: Json, label: _Limit) -> Iterator[str]:
    if "label" in action:
        yield from _measured(label, action["label"])
    match action:
        case {"type": "postback", "data": data}:
            yield from _measured(_DATA, data)
            yield from _measured(_DISPLAY, action.get("displayText", data))
            if action.get("inputOption", _INPUTS[0]) not in _INPUTS:
                yield "a postback opens what LINE does not know"
        case {"type": "uri", "uri": uri}:
            yield from _measured(_URI, uri)
            if not OPENS.fullmatch(uri):
                yield "a link must begin with https://, http://, tel: or line://"


def _measured(limit: _Limit, value: Any) -> Iterator[str]:
    name, most, count, unit = limit
    size = count(value)
    if not 1 <= size <= most:
        yield f"{name}: {size} {unit}".rstrip() + f", must be 1 to {most}"
