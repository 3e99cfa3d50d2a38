"""Questions that can be answered without knowing: a right option that gives itself away."""

from collections.abc import Iterator
from typing import Final

import regex

from lessons.hygiene.found import QUOTED, Found, found
from lessons.model import Kind, Option, Quiz
from lessons.understanding import folded

LONGER: Final = 1.6  # times as long as the longest other option
_SHORT: Final = 8  # characters more, at least: short options differ by much and show nothing
_TERM: Final = regex.compile(r"[\p{Katakana}ー]{3,}|\p{Han}{3,}|\b[A-Z][A-Z0-9-]{2,}")
_ABSOLUTE: Final = regex.compile(
    r"必ず|絶対に?|すべて|全て|常に|つねに|一切|いっさい|決して|いつでも|\b(?:always|never)\b",
    regex.IGNORECASE,
)
_ALL_OF_THEM: Final = regex.compile(
    r"^(?:上記?の?|以上の?|これらの?)?(?:すべて|全て|全部|どれも|いずれも)(?:が|は)?(?:正しい|あてはまる|当てはまる|正解)?(?:です)?。?$"
    r"|(?:上|以上|前)の(?:すべて|全て|全部|どれでも)|^(?:どれも|いずれも)(?:ちがう|違う|正しくない|当てはまらない|あてはまらない)"
    r"|(?:どれ|いずれ)でもない|該当なし|\b(?:all|none|both) of (?:the|these) ",
    regex.IGNORECASE,
)
_ORDER: Final = regex.compile(
    r"^(?:まず|最初に|はじめに|次に|つぎに|続いて|最後に|さいごに|\d+[.)、番]|first\b|then\b|next\b|finally\b|last\b)",
    regex.IGNORECASE,
)
_LABELLED: Final = regex.compile(r"^(?:[A-Ea-e]|[ア-オ]|[1-5]|[①-⑤])[.)、::]")
_CHOOSING: Final = frozenset({Kind.SINGLE, Kind.MULTIPLE})


def guessable(quiz: Quiz) -> Iterator[Found]:
    """Every way in which this question shows its answer."""
    if quiz.kind in _CHOOSING:
        yield from _lengths(quiz)
        yield from _words(quiz)
        yield from _all_of_them(quiz)
    if quiz.kind is Kind.MULTIPLE and len(quiz.right) == len(quiz.options):
        yield found("all-are-right", quiz, quiz.text)
    if quiz.kind is Kind.ORDERING:
        yield from _told_order(quiz)
    if quiz.kind is Kind.SHORT:
        yield from _told_answer(quiz)
    if quiz.number and quiz.number.value and quiz.number.tolerance >= abs(quiz.number.value):
        yield found("any-number", quiz, quiz.text, tolerance=quiz.number.tolerance)
    yield from _labels(quiz)


def is_longest(quiz: Quiz) -> bool:
    """Whether the one right option is longer than every other."""
    right, wrong = _parted(quiz)
    return len(right) == 1 and bool(wrong) and len(right[0].text) > max(len(option.text) for option in wrong)


def _lengths(quiz: Quiz) -> Iterator[Found]:
    right, wrong = _parted(quiz)
    if not right or not wrong:
        return
    shortest = min(right, key=lambda option: len(option.text))
    most = max(len(option.text) for option in wrong)
    if len(shortest.text) >= max(LONGER * most, most + _SHORT):
        times = f"{len(shortest.text) / most:.1f}".removesuffix(".0")
        yield found("right-is-longest", quiz, shortest.text, times=times, length=len(shortest.text), most=most)


def _words(quiz: Quiz) -> Iterator[Found]:
    """A word of the question that only right options repeat; an absolute one that only wrong options have."""
    right, wrong = _parted(quiz)
    asked = _TERM.findall(quiz.text)
    for term in dict.fromkeys(asked):
        if right and all(term in option.text for option in right) and not any(term in option.text for option in wrong):
            yield found("right-repeats", quiz, right[0].text, word=term)
    absolute = [each for option in wrong if (each := _absolute(option))]
    if absolute and len(absolute) >= len(wrong) - 1 and not any(map(_absolute, right)):
        near = next(option for option in wrong if _absolute(option))
        yield found("wrong-is-absolute", quiz, near.text, words="・".join(dict.fromkeys(absolute)))


def _absolute(option: Option) -> str:
    """A word that claims all or nothing, unless somebody is quoted."""
    claim = _ABSOLUTE.search(QUOTED.sub("", option.text))
    return claim.group() if claim else ""


def _all_of_them(quiz: Quiz) -> Iterator[Found]:
    for option in quiz.options:
        if _ALL_OF_THEM.search(option.text):
            yield found("all-of-the-above", quiz, option.text, text=option.text)


def _told_order(quiz: Quiz) -> Iterator[Found]:
    for option in quiz.options:
        if told := _ORDER.search(option.text):
            yield found("order-is-told", quiz, option.text, word=told.group())


def _told_answer(quiz: Quiz) -> Iterator[Found]:
    for word in quiz.accepted:  # among others to choose from it is not told
        if folded(word) in folded(quiz.text) and not regex.search(rf"[・、/]\s*{regex.escape(word)}", quiz.text):
            yield found("answer-is-told", quiz, quiz.text, word=word)


def _labels(quiz: Quiz) -> Iterator[Found]:
    for option in quiz.options:
        if _LABELLED.search(option.text):
            yield found("label-in-option", quiz, option.text, text=option.text[:10])


def _parted(quiz: Quiz) -> tuple[list[Option], list[Option]]:
    """The right options and the others."""
    return [*quiz.right], [option for option in quiz.options if not option.right]
