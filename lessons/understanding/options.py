"""Typed answers that name options: A, 1番, はい, ○, AとC, B→A→C, or the option's own words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lessons.model import Kind, Option, Quiz
from lessons.understanding.wording import bare, plain

YES: Final = frozenset({"○", "◯", "〇", "⭕", "o", "丸", "まる", "マル", "はい", "正しい", "yes", "true"})
NO: Final = frozenset({"×", "✕", "✖", "❌", "x", "ばつ", "バツ", "いいえ", "正しくない", "no", "false"})
_BETWEEN: Final = re.compile(r"(?:[\s、。,.・/+&;:]|と|\band\b)+")
_BETWEEN_PLACES: Final = re.compile(r"(?:[\s、。,.・/+&;:>→➡⇒~\-–—]|から|の次に|の順|と|then|\band\b)+")
_NUMBERED: Final = re.compile(r"(?<=\d)(?:番目?|点)")
_KANA: Final = "アイウエオ"


def chosen(quiz: Quiz, text: str) -> tuple[str, ...] | None:
    """The labels meant, in the quiz's order; one only unless the quiz is a multiple choice."""
    said = plain(text)
    if not said:
        return None
    meanings = {meaning for meaning in (_whole(quiz, said), _listed(quiz, said)) if meaning}
    return meanings.pop() if len(meanings) == 1 else None


def ordered(quiz: Quiz, text: str) -> tuple[str, ...] | None:
    """The labels in the order said: each exactly once, by label, number or ア, イ, ウ."""
    places = _places(quiz, _BETWEEN_PLACES.split(_NUMBERED.sub(" ", plain(text))), kana=True)
    if places is None or sorted(places) != [*range(len(quiz.options))]:
        return None
    return tuple(quiz.options[place].label for place in places)


def _whole(quiz: Quiz, said: str) -> tuple[str, ...] | None:
    """The option whose words, or whose label and words, were said."""
    spoken = bare(said)
    found = {option.label for number, option in enumerate(quiz.options) if spoken in _words(quiz, number, option)}
    return (found.pop(),) if len(found) == 1 else None


def _words(quiz: Quiz, number: int, option: Option) -> Iterator[str]:
    for text in (option.text, *option.also):
        yield bare(plain(text))
        yield bare(plain(f"{option.label} {text}"))
    if quiz.kind is Kind.TRUEFALSE:
        yield from NO if number else YES


def _listed(quiz: Quiz, said: str) -> tuple[str, ...] | None:
    """The options whose labels, letters or numbers were said: only those, and none twice."""
    places = _places(quiz, _BETWEEN.split(_NUMBERED.sub(" ", said)))
    if not places or len(set(places)) < len(places):
        return None
    if len(places) > 1 and quiz.kind is not Kind.MULTIPLE:
        return None
    return tuple(option.label for place, option in enumerate(quiz.options) if place in places)


def _places(quiz: Quiz, parts: Sequence[str], *, kana: bool = False) -> list[int] | None:
    """Where the options stand that these marks name, one after the other; None if one names none."""
    places = [_place(quiz, mark, kana=kana) for mark in "".join(parts)]
    named = [place for place in places if place is not None]
    return named if len(named) == len(places) else None


def _place(quiz: Quiz, mark: str, *, kana: bool) -> int | None:
    """Where the option stands that is called so: by its label, or by a letter, a number or a kana from the first on."""
    for place, option in enumerate(quiz.options):
        names = [option.label.casefold(), str(place + 1)]
        if quiz.kind is not Kind.SCALE:
            names.append(chr(ord("a") + place))
        if mark in names or (kana and mark == _KANA[place]):
            return place
    return None
