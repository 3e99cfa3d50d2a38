"""A platform that says yes to everything at once, in a process of its own: so that we measure ourselves."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Final

# LINE's 200 and Slack's in one
_YES: Final = b'{"ok":true,"ts":"1757203200.000100","sentMessages":[{"id":"1","quoteToken":"q"}]}'
_ANSWER: Final = (b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(_YES)) + _YES
_LENGTH: Final = b"content-length:"


@contextmanager
def platform() -> Iterator[str]:
    """Yields its address, as http://127.0.0.1:9100."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.terminate()
        process.join()


def _serve(there: Connection) -> None:
    asyncio.run(_listen(there))


async def _listen(there: Connection) -> None:
    server = await asyncio.get_running_loop().create_server(_Yes, "127.0.0.1", 0, backlog=1024)
    there.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


class _Yes(asyncio.Protocol):
    """Counts the bytes of each request, and answers when all are there."""

    _transport: asyncio.Transport
    _unread = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._unread += data
        while size := _whole(self._unread):
            self._unread = self._unread[size:]
            self._transport.write(_ANSWER)


def _whole(unread: bytes) -> int:
    """The size of the first request in these bytes; 0 while it is not all there."""
    head, end, _ = unread.partition(b"\r\n\r\n")
    if not end:
        return 0
    fields = head.lower().split(b"\r\n")
    length = next((int(field[len(_LENGTH) :]) for field in fields if field.startswith(_LENGTH)), 0)
    size = len(head) + len(end) + length
    return size if len(unread) >= size else 0
