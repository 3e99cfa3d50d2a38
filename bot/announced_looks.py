"""What LINE and Slack will really show of an announcement, in plain lines: read off what would be sent to them."""

import html
import re
from collections.abc import Iterator
from typing import Final

from channels.line.limits import Json
from channels.line.wire import written
from channels.slack.render import render
from messages.message import Message

_LINKED: Final = re.compile(r"<(https://[^|>]+)\|([^>]*)>")
_STRONG: Final = re.compile(r"^\*([^*\n]+)\*", re.MULTILINE)


def on_line(message: Message) -> tuple[str, ...]:
    """The bubble from top to bottom; what can be tapped stands in brackets."""
    return tuple(line for each in written(message) for line in _bubble(each["contents"]["body"]))


def in_slack(message: Message) -> tuple[str, ...]:
    """The blocks from top to bottom, likewise."""
    return tuple(line for block in render(message).blocks for line in _block(block).splitlines())


def _bubble(node: Json) -> Iterator[str]:
    match node["type"]:
        case "text":
            yield from str(node.get("text") or "".join(span["text"] for span in node["contents"])).splitlines()
        case "image":
            yield f"(picture) {node['url']}"
        case "box":
            yield from _box([line for each in node["contents"] for line in _bubble(each)], node.get("action", {}))
        case _:
            return


def _box(lines: list[str], action: Json) -> Iterator[str]:
    match action.get("type"):
        case "uri":
            yield f"[{' '.join(lines)}] {action['uri']}"
        case "postback":
            yield f"[{lines[0]}] {' '.join(lines[1:])}"
        case _:
            yield from lines


def _block(block: Json) -> str:
    match block["type"]:
        case "header" | "section":
            return _words(block["text"]["text"])
        case "image":
            return f"(picture) {block['image_url']}\n{block['alt_text']}"
        case "actions":
            return " ".join(f"[{each['text']['text']}]" for each in block["elements"])
        case "context":
            return " ".join(_words(each["text"]) for each in block["elements"])
        case _:
            return ""


def _words(marked: str) -> str:
    """As people read them: Slack's marks are done with."""
    return html.unescape(_STRONG.sub(r"\1", _LINKED.sub(r"[\2] \1", marked)))
