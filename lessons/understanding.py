"""What a typed answer means: A, 1番, はい, ○, AとC, or the option's own words."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import category, normalize

from lessons.model import Kind, Option, Quiz

YES: Final = frozenset({"○", "◯", "〇", "⭕", "o", "丸", "まる", "マル", "はい", "正しい", "yes", "true"})
NO: Final = frozenset({"×", "✕", "✖", "❌", "x", "ばつ", "バツ", "いいえ", "正しくない", "no", "false"})
_LONGEST: Final = 200  # characters; longer ones are no answer, and are not worth normalising
_AROUND: Final = " 、。,.!?・:;()[]「」『』"
_BEFORE: Final = re.compile(r"^(?:答え|こたえ)は")
_BEHIND: Final = re.compile(r"(?:だと思います|と思います|でお願いします|です|だ)$")
_BETWEEN: Final = re.compile(r"(?:[\s、。,.・/+&;:]|と|\band\b)+")
_DRAWING: Final = "\ufe0e\ufe0f\u20e3"  # as text, as an emoji, as a key
_NUMBERED: Final = re.compile(r"(?<=\d)番目?")


def understand(quiz: Quiz, text: str) -> tuple[str, ...] | None:
    """The labels that a typed text means, in the quiz's order; one only unless the quiz is a multiple choice.

    None if it means nothing here, or could mean two things. Bears any text whatever.
    """
    if len(text) > _LONGEST:
        return None
    said = plain(text)
    if not said:
        return None
    meanings = {meaning for meaning in (_whole(quiz, said), _listed(quiz, said)) if meaning}
    return meanings.pop() if len(meanings) == 1 else None


def plain(text: str) -> str:
    """The text as it is compared: width, case, spaces, marks around it and polite endings do not matter."""
    shown = "".join(" " if mark.isspace() else mark for mark in normalize("NFKC", text) if _is_shown(mark))
    bare = " ".join(shown.casefold().split()).strip(_AROUND)
    return _BEHIND.sub("", _BEFORE.sub("", bare)).strip(_AROUND)


def _is_shown(mark: str) -> bool:
    """No control, no direction, nothing that only says how an emoji is drawn."""
    return mark.isspace() or not (category(mark) in {"Cc", "Cf"} or mark in _DRAWING)


def _whole(quiz: Quiz, said: str) -> tuple[str, ...] | None:
    """The option whose words, or whose label and words, were said."""
    bare = _bare(said)
    found = {option.label for number, option in enumerate(quiz.options) if bare in _words(quiz, number, option)}
    return (found.pop(),) if len(found) == 1 else None


def _words(quiz: Quiz, number: int, option: Option) -> Iterator[str]:
    for text in (option.text, *option.also):
        yield _bare(plain(text))
        yield _bare(plain(f"{option.label} {text}"))
    if quiz.kind is Kind.TRUEFALSE:
        yield from NO if number else YES


def _bare(said: str) -> str:
    """Without the spaces and marks inside: people copy them, or do not."""
    return "".join(mark for mark in said if mark not in _AROUND)


def _listed(quiz: Quiz, said: str) -> tuple[str, ...] | None:
    """The options whose labels, letters or numbers were said: only those, and none twice."""
    named = "".join(_BETWEEN.split(_NUMBERED.sub(" ", said)))
    places = [_place(quiz, mark) for mark in named]
    if not places or None in places or len(set(places)) < len(places):
        return None
    if len(places) > 1 and quiz.kind is not Kind.MULTIPLE:
        return None
    return tuple(option.label for place, option in enumerate(quiz.options) if place in places)


def _place(quiz: Quiz, mark: str) -> int | None:
    """Where the option stands that is called so: by its label, or by a letter or number from A or 1 on."""
    for place, option in enumerate(quiz.options):
        if mark in (option.label.casefold(), chr(ord("a") + place), str(place + 1)):
            return place
    return None
