"""How much two texts are about the same, by pairs of neighbouring characters: it needs no words, as Japanese has no
spaces.
"""

import unicodedata


def likeness(one: str, other: str) -> float:
    """From 0 to 1 (Dice's coefficient); marks and spaces count for nothing."""
    first, second = _pairs(one), _pairs(other)
    both = len(first) + len(second)
    return 2 * len(first & second) / both if both else 0.0


def _pairs(text: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(mark for mark in folded if mark.isalnum())
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))
