"""Messages as versioned JSON: a letter outlives the version of the bot that wrote it."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Final

from messages.actions import Action, pack, unpack
from messages.message import (
    Block,
    Box,
    Break,
    Button,
    Buttons,
    Choice,
    Choices,
    Divider,
    Facts,
    Heading,
    Image,
    Link,
    Message,
    Page,
    Progress,
    Ranking,
    Scale,
    Text,
    Tone,
    Weight,
)

VERSION: Final = 1
_BLOCKS: Final[tuple[type[Block], ...]] = (
    Heading,
    Text,
    Box,
    Facts,
    Progress,
    Choices,
    Ranking,
    Scale,
    Buttons,
    Image,
    Link,
    Page,
    Divider,
    Break,
)
_AS_THEY_ARE: Final = frozenset({str, int, bool, NoneType})
_NAMED: Final = {kind.__name__.lower(): kind for kind in _BLOCKS}


class Undecodable(ValueError):
    """This is no message of a version we know."""


def encode(message: Message) -> str:
    """The message as JSON text, with the version of this form."""
    blocks = [{"is": type(block).__name__.lower(), **_plain(block)} for block in message.blocks]
    body = {"v": VERSION, "summary": message.summary, "blocks": blocks}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Message:
    """What `encode` wrote, by this version or an earlier one; raises Undecodable."""
    try:
        body = json.loads(text)
        if body["v"] != VERSION:
            raise Undecodable(f"version {body['v']}")
        return Message(summary=body["summary"], blocks=tuple(_block(each) for each in body["blocks"]))
    except (KeyError, TypeError, ValueError) as error:
        raise Undecodable(text[:60]) from error


def _plain(value: object) -> Any:  # raw JSON
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Action):
        return pack(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _block(raw: dict[str, Any]) -> Block:
    words = {name: value for name, value in raw.items() if name != "is"}
    make: Callable[..., Block] = _NAMED[raw["is"]]
    return make(**{name: _READ.get((raw["is"], name), _same)(value) for name, value in words.items()})


def _same(value: Any) -> Any:
    return value


def _button(raw: dict[str, Any]) -> Button:
    weight, typing = Weight(raw["weight"]), bool(raw.get("typing"))
    return Button(label=raw["label"], action=unpack(raw["action"]), weight=weight, typing=typing)


def _choice(raw: dict[str, Any]) -> Choice:
    return Choice(label=raw["label"], text=raw["text"], action=unpack(raw["action"]))


_READ: Final[dict[tuple[str, str], Callable[[Any], Any]]] = {
    ("text", "tone"): Tone,
    ("facts", "rows"): lambda rows: tuple((name, value) for name, value in rows),
    ("choices", "options"): lambda options: tuple(_choice(each) for each in options),
    ("choices", "submit"): lambda submit: None if submit is None else _button(submit),
    ("choices", "picked"): tuple,
    ("ranking", "options"): lambda options: tuple(_choice(each) for each in options),
    ("ranking", "submit"): _button,
    ("ranking", "picked"): tuple,
    ("ranking", "places"): tuple,
    ("scale", "steps"): lambda steps: tuple(_choice(each) for each in steps),
    ("buttons", "buttons"): lambda buttons: tuple(_button(each) for each in buttons),
}
