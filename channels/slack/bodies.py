"""What a request of Slack's carries: JSON, a form with JSON in it, or a form alone."""

import json
from binascii import a2b_qp
from typing import Any, Final

_JSON: Final = "application/json"


def read(body: str, kind: str) -> Any:  # raw JSON
    """The body, of this content type; raises ValueError, RecursionError."""
    if not body:
        return {}
    if kind.partition(";")[0] == _JSON or body.startswith("{"):
        return json.loads(body)
    told = fields(body)
    return json.loads(told["payload"]) if "payload" in told else told


def fields(form: str) -> dict[str, str]:
    """The fields of a form, the last of each name.

    Percent-encoding is quoted-printable under another sign, which the standard library decodes at one go. A press
    brings the whole message it was made in, and over that `parse_qsl` takes longer than all else takes together.
    """
    parts = (field.partition("=") for field in form.split("&") if field)
    return {_plain(name): _plain(value) for name, _, value in parts}


def _plain(text: str) -> str:
    quoted = text.replace("+", " ").replace("=", "=3D").replace("%", "=")
    return a2b_qp(quoted.encode()).decode(errors="replace")
