"""Whether LINE would take these messages."""

from typing import Any

from sandbox.wire import Json


def flaws_of_messages(messages: Any) -> tuple[str, list[Json]]:
    """LINE's sentence about the request and the details that name each property; no details = nothing wrong."""
    if not isinstance(messages, list) or not 1 <= len(messages) <= 5:
        return "The request body has 1 error(s)", [{"message": "Size must be between 1 and 5", "property": "messages"}]
    return "", []
