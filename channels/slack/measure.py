"""How long a text is, and how it is cut where it is too long: always between two characters as people see them."""

from collections.abc import Iterator
from typing import Final

import regex

_GRAPHEME: Final = regex.compile(r"\X")
_MORE: Final = {"&": 4, "<": 3, ">": 3, "\n": 2}  # what escaping and markup add


def size(text: str) -> int:
    """In UTF-16 units, the longest way in which Slack may count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, limit: int) -> str:
    """The text, or as much of it as fits together with an ellipsis."""
    if size(text) <= limit:
        return text
    kept, left = [], limit - 1
    for grapheme in _GRAPHEME.findall(text):
        left -= size(grapheme)
        if left < 0:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip() + "…"


def pieces(text: str, limit: int) -> Iterator[str]:
    """The whole text in pieces that fit once they are escaped and each of their lines is made bold or quoted.

    Cut after a line or a sentence where there is one.
    """
    while _cost(text) > limit:
        end = _end(text, limit)
        yield text[:end].rstrip("\n")
        text = text[end:].lstrip("\n")
    yield text


def _end(text: str, limit: int) -> int:
    end = left = 0
    for found in _GRAPHEME.finditer(text):
        left += _cost(found[0])
        if left > limit and end:
            break
        end = found.end()
    for border in ("\n", "。", ". "):
        cut = text.rfind(border, end // 2, end)
        if cut >= 0:
            return cut + len(border)
    return end


def _cost(text: str) -> int:
    return size(text) + sum(more * text.count(each) for each, more in _MORE.items())
