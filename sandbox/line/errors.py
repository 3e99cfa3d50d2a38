"""LINE's refusals, in LINE's shape: a message, and details that name the property."""

from collections.abc import Sequence

from sandbox.wire import Answer, Json

RATE_LIMIT = "The API rate limit has been exceeded. Try again later."
MONTHLY_LIMIT = "You have reached your monthly limit."
BUSY = Answer(429, {"message": RATE_LIMIT})
BROKEN = Answer(500, {"message": "Internal server error"})
UNAUTHORIZED = Answer(
    401, {"message": "Authentication failed. Confirm that the access token in the authorization header is valid."}
)


class RefusedError(Exception):
    """Carries LINE's answer to a request it will not take."""

    def __init__(self, message: str, details: Sequence[Json] = (), status: int = 400) -> None:
        super().__init__(message)
        body: Json = {"message": message}
        if details:
            body["details"] = list(details)
        self.answer = Answer(status, body)


def not_found() -> RefusedError:
    return RefusedError("Not found", status=404)
