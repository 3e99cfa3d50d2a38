"""Proofs of a course: every message it can give rise to, rendered for both platforms and held to their limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from channels.channel import Refused
from channels.line.wire import written
from channels.slack.limits import check as check_slack
from channels.slack.render import render as render_slack
from lessons.cards.lesson import lesson_message
from lessons.cards.quiz import quiz_message
from lessons.cards.verdict import kept, verdict_message
from lessons.grading import grade
from lessons.library import Bundle, Place, Problem
from lessons.model import FAMILIES, Course, Kind, Lesson, Quiz
from lessons.phrases import LANGUAGES, Phrases, phrases
from messages.message import Message

_ENROLMENT = 2**31 - 1  # the longest number a button may have to carry


@dataclass(frozen=True, slots=True)
class Proof:
    """One message, and the id of the lesson or quiz it comes from."""

    of: str
    what: str
    message: Message


def refusals(bundle: Bundle, today: date) -> tuple[Problem, ...]:
    """What a platform would refuse, at the place in the course where it is written."""
    if bundle.course is None:
        return ()
    found: dict[Problem, None] = {}  # in order, each once
    for proof in _proofs(bundle.course, today):
        place = bundle.places.get(proof.of, Place("course.yaml", 1))
        for platform, why in _refused(proof.message):
            problem = Problem(place.file, place.line, f"{platform} would refuse {proof.what}", why)
            found[problem] = None
    return tuple(found)


def _refused(message: Message) -> Iterator[tuple[str, str]]:
    try:
        written(message)
    except Refused as why:
        yield "LINE", str(why)
    try:
        check_slack(render_slack(message))
    except Refused as why:
        yield "Slack", str(why)


def _proofs(course: Course, today: date) -> Iterator[Proof]:
    for say in map(phrases, LANGUAGES):
        yield from _spoken(course.spoken(say.language), today, say)


def _spoken(course: Course, today: date, say: Phrases) -> Iterator[Proof]:
    for lesson in course.lessons:
        for family in FAMILIES:
            card = lesson_message(course, lesson, enrolment=_ENROLMENT, family=family, today=today, say=say)
            yield Proof(lesson.id, f"the lesson card ({family}, {say.language})", card)
        for quiz in lesson.quizzes:
            yield from _quiz(course, lesson, quiz, today, say)


def _quiz(course: Course, lesson: Lesson, quiz: Quiz, today: date, say: Phrases) -> Iterator[Proof]:
    yield Proof(quiz.id, "the question", quiz_message(lesson, quiz, enrolment=_ENROLMENT, say=say))
    for labels in _answers(quiz):
        verdict = grade(quiz, labels)
        now = verdict_message(lesson, quiz, verdict, say)
        above = kept(course, lesson, quiz, verdict, family="default", today=today, say=say)
        name = "・".join(labels)
        yield Proof(quiz.id, f"the verdict on {name}", now)
        yield Proof(quiz.id, f"the verdict on {name} in place", Message(now.summary, (*above, *now.blocks)))


def _answers(quiz: Quiz) -> Iterator[tuple[str, ...]]:
    """Each option, and where several may be picked, all of them: the longest verdict there is."""
    for option in quiz.options:
        yield (option.label,)
    if quiz.kind is Kind.MULTIPLE:
        yield tuple(option.label for option in quiz.options)
