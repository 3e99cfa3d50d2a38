"""Arguments of a Web API call: form, query or JSON, all the same to a method."""

import json
from typing import Any
from urllib.parse import parse_qsl

from sandbox.slack.errors import SlackRefusedError
from sandbox.wire import Call, Json

_NESTED = frozenset({"blocks", "metadata", "view", "attachments", "files"})


def read(call: Call) -> Json:
    """Raises SlackRefusedError for a body that is neither."""
    args: Json = dict(call.query)
    if call.headers.get("content-type", "").startswith("application/json"):
        try:
            body = call.json
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise SlackRefusedError("invalid_json")
        args |= body
    else:
        args |= dict(parse_qsl(call.raw.decode(errors="replace"), keep_blank_values=True))
    return {name: _nested(name, value) for name, value in args.items()}


def text_of(args: Json, name: str) -> str:
    """Raises SlackRefusedError when the argument is missing."""
    value = args.get(name)
    if not value:
        raise SlackRefusedError("invalid_arguments", [f"missing required field: {name}"])
    return str(value)


def flag(args: Json, name: str) -> bool:
    return args.get(name) in (True, 1, "1", "true", "True")


def _nested(name: str, value: Any) -> Any:
    if name not in _NESTED or not isinstance(value, str):
        return value
    try:
        return json.loads(value) if value else None
    except ValueError as broken:
        raise SlackRefusedError("invalid_blocks_format" if name == "blocks" else "invalid_arguments") from broken
