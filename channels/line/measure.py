"""How LINE counts: in UTF-16 units, in graphemes, in bytes of JSON; and the room words take."""

import json
from functools import lru_cache
from typing import Any, Final
from unicodedata import east_asian_width

import regex

_GRAPHEME: Final = regex.compile(r"\X")
_MORE: Final = "…"


def utf16(text: str) -> int:
    """Characters as LINE counts them, where it does not say otherwise."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@lru_cache(maxsize=512)
def graphemes(text: str) -> int:
    """Characters as a reader counts them: of labels, which are few."""
    return sum(1 for _ in _GRAPHEME.finditer(text))


def cells(text: str) -> int:
    """Its width on a screen: two for a Japanese character, one for a Latin one."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)


def json_bytes(value: Any) -> int:  # raw JSON
    """The UTF-8 bytes of it, written without spaces."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def cut(text: str, units: int) -> str:
    """The text within so many UTF-16 units; what is longer ends in … after a whole grapheme."""
    if utf16(text) <= units:
        return text
    kept, room = "", units - utf16(_MORE)
    for each in _GRAPHEME.findall(text):
        room -= utf16(each)
        if room < 0:
            break
        kept += each
    return kept.rstrip() + _MORE
