"""What a lesson rests on: its sources with their dates, and which of them a question leans on."""

from collections.abc import Iterator
from dataclasses import fields

from lessons.changes.change import FactAdded, FactChanged, FactRemoved
from lessons.model import Lesson, Source


def of_lesson(old: Lesson, new: Lesson) -> Iterator[FactAdded | FactRemoved | FactChanged]:
    """The sources by their ids, then the questions that both lessons have."""
    for source in new.sources:
        before = old.source(source.id)
        if before is None:
            yield FactAdded(new.id, source.id)
        else:
            yield from _changed(new.id, before, source)
    for source in old.sources:
        if new.source(source.id) is None:
            yield FactRemoved(new.id, source.id)
    leaning = {quiz.id: quiz.source for quiz in old.quizzes}
    for quiz in new.quizzes:
        was = leaning.get(quiz.id, quiz.source)
        if was != quiz.source:
            yield FactChanged(new.id, quiz.source or was, "source", was, quiz.source, quiz.id)


def _changed(lesson: str, old: Source, new: Source) -> Iterator[FactChanged]:
    for field in fields(Source):
        before, after = str(getattr(old, field.name)), str(getattr(new, field.name))
        if before != after:
            yield FactChanged(lesson, new.id, field.name, before, after)
