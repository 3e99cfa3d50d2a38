"""What a lesson rests on: its facts with their sources and dates, and which of them a question leans on."""

from collections.abc import Iterator

from lessons.changes.change import FactAdded, FactChanged, FactRemoved
from lessons.facts import Fact
from lessons.model import Lesson, Quiz


def of_lesson(old: Lesson, new: Lesson) -> Iterator[FactAdded | FactRemoved | FactChanged]:
    """The facts by their ids, then the questions that both lessons have."""
    before = {fact.id: fact for fact in old.facts}
    after = {fact.id for fact in new.facts}
    for fact in new.facts:
        if was := before.get(fact.id):
            yield from _changed(new.id, was, fact)
        else:
            yield FactAdded(new.id, fact.id)
    for key in before:
        if key not in after:
            yield FactRemoved(new.id, key)
    leaning = {quiz.id: _leans(quiz) for quiz in old.quizzes}
    for quiz in new.quizzes:
        leant, leans = leaning.get(quiz.id, _leans(quiz)), _leans(quiz)
        if leant != leans:
            yield FactChanged(new.id, leans or leant, "fact", leant, leans, quiz.id)


def _leans(quiz: Quiz) -> str:
    return quiz.fact.id if quiz.fact else ""


def _changed(lesson: str, old: Fact, new: Fact) -> Iterator[FactChanged]:
    """What only editors see is left out: how the fact is put, and whether it may be asked about."""
    was, now = _seen(old), _seen(new)
    for field, before in was.items():
        if before != now[field]:
            yield FactChanged(lesson, new.id, field, before, now[field])


def _seen(fact: Fact) -> dict[str, str]:
    return {
        "value": fact.value,
        "source": fact.source.title,
        "url": fact.source.url,
        "publisher": fact.source.publisher,
        "licence": fact.source.licence,
        "edition": fact.edition,
        "as_of": str(fact.as_of),
        "review_by": str(fact.review_by),
    }
