"""Slack's requests over HTTP: events, actions, commands and submissions, all to one address."""

from typing import Final

import structlog
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from channels.slack.raw import UNREADABLE

log = structlog.get_logger(__name__)

PATH: Final = "/slack/events"


def route(app: AsyncApp) -> Route:
    """The endpoint in front of Bolt: what Bolt would answer with a 500 because of its content is answered here."""

    async def hear(request: Request) -> Response:
        if not _is_stamped(request.headers):
            return _said(401, "invalid request")
        try:
            asked = to_async_bolt_request(request, await request.body())
        except UNREADABLE:
            return _said(400, "unreadable body")
        try:
            return to_starlette_response(await app.async_dispatch(asked))
        except UNREADABLE as error:
            log.warning("slack_unreadable", why=repr(error))
            return _said(200, "unreadable")

    return Route(PATH, hear, methods=["POST"])


def _is_stamped(headers: Headers) -> bool:
    """Whether timestamp and signature are what Bolt's verifier can take; whether they are right, it says itself."""
    timestamp = headers.get("x-slack-request-timestamp", "")
    signature = headers.get("x-slack-signature", "")
    return timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 20 and signature.isascii()


def _said(status: int, why: str) -> Response:
    return JSONResponse({"error": why}, status)
