"""Proofs of a course: every message it can give rise to, rendered for both platforms and held to their limits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from itertools import islice
from typing import assert_never

from channels.line.estimate import fits_easily as fits_line
from channels.slack.estimate import fits_easily as fits_slack
from handlers.words import heard
from lessons.assessment import THEN, Assessment, KnowledgeForm
from lessons.cards import sitting
from lessons.cards.answers import form, prompt
from lessons.cards.lesson import lesson_message
from lessons.cards.picks import so_far
from lessons.cards.quiz import quiz_message
from lessons.cards.verdict import kept, verdict_message
from lessons.freshness import taught_on
from lessons.grading import grade
from lessons.library import Bundle, Place, Problem
from lessons.model import Course, Kind, Lesson, Quiz
from lessons.phrases import LANGUAGES, Phrases, phrases
from lessons.understanding import MOST
from messages.form import Form
from messages.message import Message

_ENROLMENT = 2**31 - 1  # the longest number a button may have to carry


@dataclass(frozen=True, slots=True)
class Proof:
    """One message, and the id of the lesson or quiz it comes from."""

    of: str
    what: str
    message: Message | Form


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
    for quiz, text in _unreachable(bundle.course):
        place = bundle.places.get(quiz, Place("course.yaml", 1))
        why = "the bot takes it for a wish: ask for another word"
        found[Problem(place.file, place.line, f"`{text}` cannot be typed as an answer", why)] = None
    return tuple(found)


def _unreachable(course: Course) -> Iterator[tuple[str, str]]:
    """Accepted answers that nobody can give by typing: the quiz's id, and the answer."""
    spoken = (lesson for language in LANGUAGES for lesson in course.spoken(language).lessons)
    pairs = ((quiz.id, text) for lesson in spoken for quiz in lesson.quizzes for text in quiz.accepted)
    return ((quiz, text) for quiz, text in pairs if heard(text) is not None)


def _refused(shown: Message | Form) -> Iterator[tuple[str, str]]:
    """Nearly everything fits by far; the rest is drawn, and only then are the platforms' SDKs loaded."""
    if fits_slack(shown) and (isinstance(shown, Form) or fits_line(shown)):
        return iter(())
    refused: Callable[[Message | Form], Iterator[tuple[str, str]]] = import_module("bot.drawing").refused
    return refused(shown)


def _proofs(course: Course, today: date) -> Iterator[Proof]:
    for say in map(phrases, LANGUAGES):
        yield from _spoken(course.spoken(say.language), today, say)
        yield from _grown_old(taught_on(course.spoken(say.language), date.max), say)


def _spoken(course: Course, today: date, say: Phrases) -> Iterator[Proof]:
    for lesson in course.lessons:
        for family, _ in lesson.in_section:  # for all others it is the card of everybody
            card = lesson_message(course, lesson, enrolment=_ENROLMENT, family=family, today=today, say=say)
            yield Proof(lesson.id, f"the lesson card ({family}, {say.language})", card)
        for quiz in lesson.quizzes:
            yield from _question(lesson, quiz, say)
            yield from _verdicts(course, lesson, quiz, today, say)
    if course.assessment:
        yield from _sittings(course.assessment, say)


def _sittings(asked: Assessment, say: Phrases) -> Iterator[Proof]:
    """Every page of a questionnaire on every occasion, as a form."""
    pages = ((stage, part, key) for stage in asked.plan for part in stage.parts for key in KnowledgeForm)
    for stage, part, key in pages:
        items = asked.items(part, key)
        if items:
            name = f"the questionnaire ({stage.occasion}, {part}, {say.language})"
            place = (1, len(stage.parts))
            page = sitting.form(_ENROLMENT, stage.occasion, part, items, place=place, most=MOST, say=say)
            yield Proof(items[0].id.removeprefix(THEN), name, page)


def _grown_old(course: Course, say: Phrases) -> Iterator[Proof]:
    """Once every fact is stale: the cards say so, and questions are asked and not graded."""
    for lesson in course.lessons:
        card = lesson_message(course, lesson, enrolment=_ENROLMENT, family="default", today=date.max, say=say)
        yield Proof(lesson.id, f"the lesson card with old facts ({say.language})", card)
        for quiz in lesson.quizzes:
            if not quiz.graded:
                yield from _question(lesson, quiz, say)
                yield from islice(_verdicts(course, lesson, quiz, date.max, say), 2)


def _question(lesson: Lesson, quiz: Quiz, say: Phrases) -> Iterator[Proof]:
    """As it comes, half filled in, and as what one writes into."""
    yield Proof(quiz.id, "the question", quiz_message(lesson, quiz, enrolment=_ENROLMENT, say=say))
    labels = tuple(option.label for option in quiz.options)
    if quiz.kind.picked:
        note = so_far(quiz, labels, say)
        half = quiz_message(lesson, quiz, enrolment=_ENROLMENT, say=say, picked=labels, note=note)
        yield Proof(quiz.id, "the question half filled in", half)
    if quiz.kind in {Kind.NUMBER, Kind.SHORT}:
        yield Proof(quiz.id, "the question's prompt", prompt(quiz, say))
        yield Proof(quiz.id, "the question's form", form(quiz, enrolment=_ENROLMENT, say=say))


def _verdicts(course: Course, lesson: Lesson, quiz: Quiz, today: date, say: Phrases) -> Iterator[Proof]:
    for given in _answers(quiz):
        verdict = grade(quiz, given)
        now = verdict_message(quiz, verdict, say)
        above = kept(course, lesson, quiz, verdict, family="default", today=today, say=say)
        name = "・".join(given)[:20]
        yield Proof(quiz.id, f"the verdict on {name}", now)
        yield Proof(quiz.id, f"the verdict on {name} in place", Message(now.summary, (*above, *now.blocks)))


def _answers(quiz: Quiz) -> Iterator[tuple[str, ...]]:
    """What may be answered, right and wrong, and the longest of it."""
    labels = tuple(option.label for option in quiz.options)
    match quiz.kind:
        case Kind.ORDERING:
            yield from (quiz.order, labels)
        case Kind.NUMBER:
            yield from ((str(quiz.number.value if quiz.number else 0),), ("-999999999999.999",))
        case Kind.SHORT:
            yield from (*((text,) for text in quiz.accepted), ("あ" * MOST,))
        case Kind.MULTIPLE:
            yield from (*((label,) for label in labels), labels)
        case Kind.SINGLE | Kind.TRUEFALSE | Kind.POLL | Kind.SCALE | Kind.REFLECTION:
            yield from ((label,) for label in labels)
        case _ as unreachable:
            assert_never(unreachable)
