"""Slack's refusals: status 200, `ok` false and a short word for the reason."""

from collections.abc import Sequence

from sandbox.wire import Answer, Json

_WAIT_SECONDS = 1


class SlackRefusedError(Exception):
    """Carries Slack's answer to a call it will not take; `messages` say what exactly is wrong with it."""

    def __init__(self, error: str, messages: Sequence[str] = ()) -> None:
        super().__init__(error)
        body: Json = {"ok": False, "error": error}
        if messages:
            body["errors"] = list(messages)
            body["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in messages]}
        self.answer = Answer(200, body)


def ratelimited(seconds: int = _WAIT_SECONDS) -> Answer:
    return Answer(429, {"ok": False, "error": "ratelimited"}, {"retry-after": str(seconds)})


BROKEN = Answer(500, {"ok": False, "error": "internal_error"})
FATAL = Answer(200, {"ok": False, "error": "fatal_error"})
