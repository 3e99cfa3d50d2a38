"""What crosses the wire: a call that came in, an answer that goes back, and how JSON is written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

Json = dict[str, Any]
"""A JSON object as it arrived: its shape is the platforms' affair, checked rule by rule."""


def compact(body: Any) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Answer:
    """`counted` is how many messages LINE would bill; `body` is JSON, or plain text when it is a str; `blob` is a file,
    which then is all that is sent.
    """

    status: int = 200
    body: Any = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    counted: int = 0
    blob: bytes | None = None

    def response(self, headers: Mapping[str, str]) -> Response:
        """With these headers beside its own."""
        heads = {**self.headers, **headers}
        if self.blob is not None:
            return Response(self.blob, self.status, heads)
        kind = PlainTextResponse if isinstance(self.body, str) else JSONResponse
        return kind(self.body, self.status, heads)


@dataclass(frozen=True)  # without slots, for what was read once is kept
class Call:
    """One request, read to its end. `id` names it in the platform's own request-id header."""

    id: str
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    params: Mapping[str, Any]
    raw: bytes
    origin: str

    @classmethod
    async def read(cls, request: Request) -> "Call":
        return cls(
            id=str(uuid4()),
            method=request.method,
            path=request.scope["path"],
            query=request.query_params,
            headers=request.headers,
            params=request.path_params,
            raw=await request.body(),
            origin=f"{request.scope['scheme']}://{request.headers.get('host', '')}",
        )

    @property
    def bearer(self) -> str:
        return self.headers.get("authorization", "").removeprefix("Bearer ")

    @cached_property
    def json(self) -> Any:
        """Raises ValueError when the body is no JSON."""
        return json.loads(self.raw or b"{}")
