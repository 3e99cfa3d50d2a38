"""The words a course explains."""

from collections.abc import Iterator
from dataclasses import fields

from lessons.changes.change import TermAdded, TermChanged, TermRemoved
from lessons.changes.texts import languages
from lessons.model import Course
from lessons.term import Term


def of_course(old: Course, new: Course) -> Iterator[TermAdded | TermRemoved | TermChanged]:
    """A word is the same if it is written the same; in a reading, if it stands for the same word."""
    before, after = {each.term: each for each in old.glossary}, {each.term: each for each in new.glossary}
    for term, there in after.items():
        if term in before:
            yield from _changed(term, before[term], there, "")
        else:
            yield TermAdded(there.lesson, term)
    yield from (TermRemoved(there.lesson, term) for term, there in before.items() if term not in after)
    for language in languages(old, new):
        yield from _read(old, new, language)


def _read(old: Course, new: Course, language: str) -> Iterator[TermChanged]:
    """Readings have the words in the same order; one without words of its own says what the course says."""
    before = dict(zip((each.term for each in old.glossary), old.spoken(language).glossary, strict=True))
    own = {each.term: each for each in old.glossary}
    after = zip(new.glossary, new.spoken(language).glossary, strict=True)
    for plain, read in after:
        was = before.get(plain.term)
        if was is not None and (was, read) != (own[plain.term], plain):
            yield from _changed(plain.term, was, read, language)


def _changed(term: str, old: Term, new: Term, language: str) -> Iterator[TermChanged]:
    for field in fields(Term):
        before, after = _words(getattr(old, field.name)), _words(getattr(new, field.name))
        if before != after:
            yield TermChanged(new.lesson, term, field.name, before, after, language)


def _words(value: object) -> str:
    return "・".join(map(str, value)) if isinstance(value, tuple) else str(value)
