"""Words that a course uses again and again, and explains nowhere."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

import regex

from lessons.hygiene.found import Found, Said, found, lesson_texts, quiz_texts
from lessons.model import Course, Lesson
from lessons.understanding import folded

_WORD: Final = regex.compile(r"[\p{Katakana}ー]{2,}|[A-Za-z][A-Za-z0-9.+-]*[A-Za-z0-9]")
_SPOKEN: Final = regex.compile(r"[(（][\p{Hiragana}\p{Katakana}ー]+[=)）]")  # how something is read aloud
_OFTEN: Final = 2  # lessons


def unexplained(course: Course) -> Iterator[Found]:
    """Each word in katakana or letters that two lessons use and the glossary does not have, where it comes first.

    Everyday words are passed over, and so is a course without a glossary.
    """
    if not course.glossary:
        return
    explained = [folded(name) for term in course.glossary for name in (term.term, *term.also)]
    passed = _everyday()
    used: dict[str, dict[str, Said]] = defaultdict(dict)
    for lesson, said in _by_lesson(course):
        for word in _WORD.findall(_SPOKEN.sub("", said.text)):
            used[word].setdefault(lesson.id, said)
    for word, first in used.items():
        name = folded(word)
        if len(first) >= _OFTEN and name not in passed and not any(name in each or each in name for each in explained):
            said = next(iter(first.values()))
            yield found("unexplained-word", said.of, said.text, word=word, lessons=len(first))


def _by_lesson(course: Course) -> Iterator[tuple[Lesson, Said]]:
    for lesson in course.lessons:
        yield from ((lesson, said) for said in lesson_texts(lesson))
        yield from ((lesson, said) for quiz in lesson.quizzes for said in quiz_texts(quiz))


def _everyday() -> frozenset[str]:
    written = tomllib.loads(files(__package__).joinpath("everyday.toml").read_text(encoding="utf-8"))
    return frozenset(map(folded, str(written["words"]).split()))
