"""How large a PNG or a JPEG is, read from its first bytes: enough to know whether LINE would take it."""

import struct

from sandbox.wire import Json

_LARGEST = 1024 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3})


def is_a_menu_picture(raw: bytes, size: Json) -> bool:
    return len(raw) <= _LARGEST and dimensions(raw) == (size["width"], size["height"])


def dimensions(raw: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; nothing for what is neither PNG nor JPEG."""
    if raw.startswith(_PNG) and len(raw) >= 24:
        width, height = struct.unpack(">II", raw[16:24])
        return width, height
    return _jpeg(raw) if raw.startswith(_JPEG) else None


def _jpeg(raw: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(raw) and raw[at] == 0xFF:
        if raw[at + 1] in _FRAMES:
            height, width = struct.unpack(">HH", raw[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(raw[at + 2 : at + 4])
    return None
