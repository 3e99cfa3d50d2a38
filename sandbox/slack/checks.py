"""Whether Slack would take these blocks and this metadata."""

from typing import Any, Literal

from sandbox.slack.errors import SlackRefusedError
from sandbox.wire import Json

Surface = Literal["message", "modal", "home"]


def checked_blocks(blocks: Any, *, surface: Surface) -> None:
    """Raises SlackRefusedError."""
    if blocks is not None and not isinstance(blocks, list):
        raise SlackRefusedError("invalid_blocks_format")


def checked_metadata(metadata: Any) -> Json | None:
    """Raises SlackRefusedError for what is neither empty nor a named event with an object."""
    if not metadata:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
        raise SlackRefusedError("invalid_metadata_format")
    if not isinstance(metadata.get("event_payload"), dict):
        raise SlackRefusedError("invalid_metadata_format")
    return metadata


def checked_view(view: Any, *, surface: Surface) -> Json:
    """Raises SlackRefusedError."""
    if not isinstance(view, dict) or not isinstance(view.get("blocks"), list):
        raise SlackRefusedError("invalid_arguments", ["missing required field: view"])
    if view.get("type") != surface:
        raise SlackRefusedError(
            "invalid_arguments", [f"unsupported type: {view.get('type')} [json-pointer:/view/type]"]
        )
    checked_blocks(view["blocks"], surface=surface)
    return view
