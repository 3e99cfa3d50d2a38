"""Where LINE delivers what people did: signature first, then event by event."""

import json
from typing import Any, Final

import structlog
from linebot.v3.webhook import SignatureValidator
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from channels.line.events import Skipped, read
from channels.receiver import NotStored, Outcome, Receiver

log: Final = structlog.get_logger()


class Webhook:
    """An endpoint for POST, as `Route("/line/webhook", Webhook(secret, receiver), methods=["POST"])`.

    200 = all that is ours is stored; 500 = LINE should deliver again; 400 and 401 = this was not LINE.
    """

    def __init__(self, secret: str, receiver: Receiver) -> None:
        self._validator = SignatureValidator(secret)
        self._receiver = receiver

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = await self._status(Request(scope, receive))
        await PlainTextResponse("", status)(scope, receive, send)

    async def _status(self, request: Request) -> int:
        raw = await request.body()
        if not self._is_signed(raw, request.headers.get("x-line-signature", "")):
            log.warning("line_signature_refused")
            return 401
        try:
            body = json.loads(raw)
        except (ValueError, RecursionError):
            body = None
        if not isinstance(body, dict):
            log.warning("line_body_refused")
            return 400
        return await self._take(body)

    def _is_signed(self, raw: bytes, signature: str) -> bool:
        try:
            return bool(self._validator.validate(raw.decode(), signature))
        except UnicodeDecodeError:  # LINE signs UTF-8 only
            return False

    async def _take(self, body: dict[str, Any]) -> int:
        """Every event, whatever becomes of the others."""
        events = body.get("events")
        each = events if isinstance(events, list) else []
        stored = [await self._stored(event, body.get("destination")) for event in each]
        return 200 if all(stored) else 500

    async def _stored(self, event: Any, destination: Any) -> bool:
        try:
            incoming = read(event, destination)
        except Skipped as reason:
            log.info("line_event_skipped", why=str(reason))
            return True
        try:
            reception = await self._receiver.receive(incoming)
        except NotStored:
            log.warning("line_event_not_stored", event_id=incoming.id)
            return False
        if reception.outcome is Outcome.STRANGE:
            log.warning("line_event_for_strange_account", event_id=incoming.id, account=incoming.account)
        return True
