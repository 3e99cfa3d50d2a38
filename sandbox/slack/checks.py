"""Whether Slack would take these blocks, this view and this metadata, and in which words it would not."""

from collections.abc import Iterator
from typing import Any

from sandbox.shape import Flaw, Path, Rule, anything, choice, fields, flag, under
from sandbox.slack.blocks import Surface, flaws_of_blocks, length_of
from sandbox.slack.composition import chars, listed, plain
from sandbox.slack.errors import SlackRefusedError
from sandbox.wire import Json

_LONGEST_MESSAGE = 13_000

_SHARED: dict[str, Rule] = {
    "private_metadata": chars(0, 3000),
    "callback_id": chars(0, 255),
    "external_id": chars(0, 255),
}
_VIEWS: dict[Surface, Rule] = {
    "modal": fields(
        {"type": choice("modal"), "title": plain(24), "blocks": anything},
        {
            "submit": plain(24),
            "close": plain(24),
            "clear_on_close": flag,
            "notify_on_close": flag,
            "submit_disabled": flag,
            **_SHARED,
        },
        closed=True,
    ),
    "home": fields({"type": choice("home"), "blocks": anything}, _SHARED, closed=True),
}


def checked_blocks(blocks: Any) -> None:
    """A message's blocks; raises SlackRefusedError."""
    if blocks is None:
        return
    if not isinstance(blocks, list):
        raise SlackRefusedError("invalid_blocks_format")
    if flaws := [said(flaw) for flaw in under(("blocks",), flaws_of_blocks(blocks, "message"))]:
        raise SlackRefusedError("invalid_blocks", flaws)
    if length_of(blocks) > _LONGEST_MESSAGE:
        raise SlackRefusedError("msg_blocks_too_long")


def checked_view(view: Any, *, surface: Surface) -> Json:
    """Raises SlackRefusedError."""
    if not isinstance(view, dict):
        raise SlackRefusedError("invalid_arguments", ["missing required field: view"])
    inside = under(("blocks",), flaws_of_blocks(view.get("blocks"), surface))
    if flaws := [*_VIEWS[surface](view), *inside, *_unsubmittable(view)]:
        raise SlackRefusedError("invalid_arguments", [said(flaw) for flaw in under(("view",), flaws)])
    return view


def checked_metadata(metadata: Any) -> Json | None:
    """Raises SlackRefusedError for what is neither empty nor a named event with an object."""
    if not metadata:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
        raise SlackRefusedError("invalid_metadata_format")
    if not isinstance(metadata.get("event_payload"), dict):
        raise SlackRefusedError("invalid_metadata_format")
    return metadata


def said(flaw: Flaw) -> str:
    return f"{_sentence(flaw)} [json-pointer:{_pointer(flaw.path)}]"


def _sentence(flaw: Flaw) -> str:
    match flaw.kind:
        case "missing":
            return f"missing required field: {flaw.wants}"
        case "unknown":
            return f"invalid additional property: {flaw.wants}"
        case "type":
            return f"must provide a {flaw.wants}"
        case "length":
            return f"must be more than {flaw.low - 1} and less than {flaw.high + 1} characters"
        case "size":
            return f"no fewer than {flaw.low} and no more than {flaw.high} items allowed"
        case "choice" if flaw.path[-1] == "type":
            return f"unsupported type: {flaw.wants}"
        case "choice" | "form":
            return "must be a valid value"
        case "other":
            return flaw.wants


def _pointer(path: Path) -> str:
    return "/" + "/".join(map(str, path))


def _unsubmittable(view: Json) -> Iterator[Flaw]:
    """A modal that asks for something must have a button to hand it in."""
    asks = any(isinstance(one, dict) and one.get("type") == "input" for one in listed(view.get("blocks")))
    if view.get("type") == "modal" and asks and not view.get("submit"):
        yield Flaw(("submit",), "missing", wants="submit")
