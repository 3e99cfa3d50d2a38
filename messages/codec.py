"""Messages as versioned JSON: a letter outlives the version of the bot that wrote it."""

import json
from collections.abc import Callable
from dataclasses import fields
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
_NAMED: Final = {kind.__name__.lower(): kind for kind in _BLOCKS}
_PARTS: Final = {kind: tuple(field.name for field in fields(kind)) for kind in (*_BLOCKS, Choice, Button)}


class Undecodable(ValueError):
    """This is no message of a version we know."""


def encode(message: Message) -> str:
    """The message as JSON text, with the version of this form."""
    blocks = [{"is": type(block).__name__.lower(), **_parts(block)} for block in message.blocks]
    return _JSON.encode({"v": VERSION, "summary": message.summary, "blocks": blocks})


def decode(text: str) -> Message:
    """What `encode` wrote, by this version or an earlier one; raises Undecodable."""
    try:
        body = json.loads(text)
        if body["v"] != VERSION:
            raise Undecodable(f"version {body['v']}")
        return Message(summary=body["summary"], blocks=tuple(_block(each) for each in body["blocks"]))
    except (KeyError, TypeError, ValueError) as error:
        raise Undecodable(text[:60]) from error


def _plain(value: Choice | Button | Action) -> str | dict[str, object]:
    """What JSON has no words for: the parts of a block's parts, and what a button means."""
    return _parts(value) if isinstance(value, Choice | Button) else pack(value)


def _parts(value: Block | Choice | Button) -> dict[str, object]:
    return {name: getattr(value, name) for name in _PARTS[type(value)]}


def _block(raw: dict[str, Any]) -> Block:
    kind = raw.pop("is")
    make: Callable[..., Block] = _NAMED[kind]
    return make(**raw | {name: read(raw[name]) for name, read in _READ.get(kind, {}).items() if name in raw})


def _button(raw: dict[str, Any]) -> Button:
    weight, typing = Weight(raw["weight"]), bool(raw.get("typing"))
    return Button(label=raw["label"], action=unpack(raw["action"]), weight=weight, typing=typing)


def _choice(raw: dict[str, Any]) -> Choice:
    return Choice(label=raw["label"], text=raw["text"], action=unpack(raw["action"]))


_READ: Final[dict[str, dict[str, Callable[[Any], Any]]]] = {
    "text": {"tone": Tone},
    "facts": {"rows": lambda rows: tuple((name, value) for name, value in rows)},
    "choices": {
        "options": lambda options: tuple(_choice(each) for each in options),
        "submit": lambda submit: None if submit is None else _button(submit),
        "picked": tuple,
    },
    "ranking": {
        "options": lambda options: tuple(_choice(each) for each in options),
        "submit": _button,
        "picked": tuple,
        "places": tuple,
    },
    "scale": {"steps": lambda steps: tuple(_choice(each) for each in steps)},
    "buttons": {"buttons": lambda buttons: tuple(_button(each) for each in buttons)},
}
_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)
