"""Slack's requests over HTTP: events, actions, commands and submissions, all to one address."""

from typing import Any, Final

import structlog
from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from channels.slack.bodies import read
from channels.slack.raw import UNREADABLE

log = structlog.get_logger(__name__)

PATH: Final = "/slack/events"


class Webhook:
    """An endpoint for POST: signature first, then the body, then Bolt.

    What Bolt would answer with a 500 because of its content is answered here.
    """

    def __init__(self, app: AsyncApp, signing_secret: str) -> None:
        self._app, self._verifier = app, SignatureVerifier(signing_secret)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await self._answered(Request(scope, receive))
        await answer(scope, receive, send)

    async def _answered(self, request: Request) -> Response:
        if not _is_stamped(request.headers):
            return _said(401, "invalid request")
        try:
            body = (await request.body()).decode()
            if not self._is_signed(body, request.headers):
                return _said(401, "invalid request")
            asked = _asked(read(body, request.headers.get("content-type", "")))
        except UNREADABLE:
            return _said(400, "unreadable body")
        try:
            return to_starlette_response(await self._app.async_dispatch(asked))
        except UNREADABLE as error:
            log.warning("slack_unreadable", why=repr(error))
            return _said(200, "unreadable")

    def _is_signed(self, body: str, headers: Headers) -> bool:
        """By Slack, and within these five minutes."""
        return self._verifier.is_valid(body, headers["x-slack-request-timestamp"], headers["x-slack-signature"])


def route(app: AsyncApp, signing_secret: str) -> Route:
    return Route(PATH, Webhook(app, signing_secret), methods=["POST"])


def _asked(body: Any) -> AsyncBoltRequest:  # raw JSON
    """Read and verified already, which is what Bolt calls socket mode. Raises UNREADABLE."""
    if not isinstance(body, dict):
        raise TypeError(type(body).__name__)
    return AsyncBoltRequest(body=body, mode="socket_mode")


def _is_stamped(headers: Headers) -> bool:
    """Whether timestamp and signature are what the verifier can take; whether they are right, it says itself."""
    timestamp = headers.get("x-slack-request-timestamp", "")
    signature = headers.get("x-slack-signature", "")
    return timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 20 and signature.isascii()


def _said(status: int, why: str) -> Response:
    return JSONResponse({"error": why}, status)
