"""Texts made comparable: how somebody typed them does not matter."""

import re
from typing import Final
from unicodedata import category, normalize

LONGEST: Final = 200  # characters; longer ones are no answer, and are not worth normalising
AROUND: Final = " 、。,.!?・:;()[]「」『』"
_BEFORE: Final = re.compile(r"^(?:答え|こたえ)は")
_BEHIND: Final = re.compile(r"(?:だと思います|と思います|でお願いします|です|だ)$")
_DRAWING: Final = "\ufe0e\ufe0f\u20e3"  # as text, as an emoji, as a key
_HIRAGANA: Final = {ord(mark): ord(mark) - 0x60 for mark in map(chr, range(ord("ァ"), ord("ヶ") + 1))}


def plain(text: str) -> str:
    """The text as it is compared: width, case, spaces, marks around it and polite endings do not matter."""
    return unmannered(shown(text).strip(AROUND)).strip(AROUND)


def shown(text: str) -> str:
    """In one width and case, with single spaces and nothing that cannot be seen."""
    wide = normalize("NFKC", text)
    if not wide.isprintable() or any(mark in wide for mark in _DRAWING):  # most texts are, and courses have thousands
        wide = "".join(" " if mark.isspace() else mark for mark in wide if _is_shown(mark))
    return " ".join(wide.casefold().split())


def unmannered(said: str) -> str:
    """Without what politeness adds: 答えは…, …です, …だと思います."""
    return _BEHIND.sub("", _BEFORE.sub("", said))


def bare(said: str) -> str:
    """Without the spaces and marks inside: people copy them, or do not."""
    return "".join(mark for mark in said if mark not in AROUND)


def folded(text: str) -> str:
    """Only what is heard when it is read aloud: no matter the width, the case, the kana, spaces and punctuation.

    Folding what is folded changes nothing.
    """
    kana = normalize("NFKC", text).casefold().translate(_HIRAGANA)
    kept = normalize("NFKC", "".join(mark for mark in kana if _is_heard(mark)))
    return kept if kept == text else folded(kept)


def has_letters(text: str) -> bool:
    """Whether anything in it can be read aloud: a letter or a digit of any script."""
    return any(mark.isalnum() for mark in text)


def _is_shown(mark: str) -> bool:
    """No control, no direction, nothing that only says how an emoji is drawn."""
    return mark.isspace() or not (category(mark) in {"Cc", "Cf"} or mark in _DRAWING)


def _is_heard(mark: str) -> bool:
    return category(mark)[0] not in "CPZ" and mark not in _DRAWING
