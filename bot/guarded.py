"""No cell of what we export can be a formula."""

import re
from typing import Final

_NUMBER: Final = re.compile(r"-[0-9]+(?:\.[0-9]+)?")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """The text as a spreadsheet may read it; a number below zero is no formula."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text
