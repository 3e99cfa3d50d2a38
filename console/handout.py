"""A course on paper: one page of HTML that needs nothing else, made to be printed on A4."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from console.templating import TAGS, drawn
from lessons.cards import dates
from lessons.cards.answered import THEN, in_turn, leeway, right_answer
from lessons.cards.glossary import line
from lessons.facts import Fact, cited
from lessons.model import Course, Kind, Lesson, Quiz
from lessons.phrases import Phrases


@dataclass(frozen=True, slots=True)
class _Question:
    """One question: above it its number and kind, below it lines to choose from, or room to write (so many lines)."""

    above: str
    text: str
    choices: tuple[tuple[str, str], ...]
    fill: str
    room: int


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is right, and why; empty where nothing is."""

    above: str
    right: str
    whys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lesson:
    """A lesson on its own sheet; `lang` is the language it is really written in, `title_lang` that of its title."""

    id: str
    title: str
    title_lang: str
    lang: str
    paragraphs: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    terms: tuple[str, ...]
    questions: tuple[_Question, ...]
    answers: tuple[_Answer, ...]
    sources: tuple[str, ...]


def handout(course: Course, say: Phrases, *, today: date, answers: bool = True) -> str:
    """The whole course in the language of the phrases, where it has such a reading; answers at the end, or none.

    No script, nothing from elsewhere; readable without colour, and by a screen reader.
    """
    spoken = course.spoken(say.language)
    weeks = tuple(
        (
            say("lesson.week", number=week.number, title=week.title),
            tuple(_lesson(course, spoken, lesson, today, say) for lesson in week.lessons),
        )
        for week in spoken.weeks
    )
    return drawn(
        "handout.html",
        language=say.language,
        title=spoken.title,
        description=spoken.description,
        imprint=say("handout.imprint", edition=course.edition, licence=course.licence),
        how=say("handout.how") if answers else say("handout.how_without_answers"),
        contents_title=say("handout.contents"),
        weeks=weeks,
        section_title=say("lesson.section"),
        terms_title=say("lesson.terms"),
        answers_title=say("handout.answers"),
        answers=answers,
        sources_title=say("handout.sources"),
        sources=tuple(_cited(fact, today, say) for fact in cited(spoken.facts)),
    )


def _lesson(course: Course, spoken: Course, lesson: Lesson, today: date, say: Phrases) -> _Lesson:
    own = course.lesson(lesson.number)
    return _Lesson(
        id=lesson.id,
        title=say("handout.lesson", day=lesson.number, title=lesson.title),
        title_lang=_written_in(course, say, is_read=own is None or own.title != lesson.title),
        lang=_written_in(course, say, is_read=own is None or own.paragraphs != lesson.paragraphs),
        paragraphs=lesson.paragraphs,
        sections=tuple((say(f"family.{family}"), sentence) for family, sentence in lesson.in_section),
        terms=tuple(line(term, say) for term in spoken.glossary if term.lesson == lesson.id),
        questions=tuple(_question(lesson, quiz, say) for quiz in lesson.quizzes),
        answers=tuple(_answer(lesson, quiz, say) for quiz in lesson.quizzes),
        sources=tuple(_source(fact, today, say) for fact in cited(lesson.facts)),
    )


def _written_in(course: Course, say: Phrases, *, is_read: bool) -> str:
    """The language's code: the course's own where there is no reading."""
    return say.language if is_read and say.language in TAGS else course.language


def _question(lesson: Lesson, quiz: Quiz, say: Phrases) -> _Question:
    manner = say("quiz.amount") if quiz.kind is Kind.NUMBER else say(f"quiz.{quiz.kind.value}")
    scenario = f" · {say('quiz.scenario')}" if quiz.scenario else ""
    fill, room = _room(quiz, say)
    return _Question(
        above=f"{_number(lesson, quiz, say)}  {manner}{scenario}",
        text=quiz.text,
        choices=tuple((option.label, option.text) for option in quiz.options),
        fill=fill,
        room=room,
    )


def _room(quiz: Quiz, say: Phrases) -> tuple[str, int]:
    """What is to be filled in in one line, and how many lines there are to write."""
    match quiz.kind:
        case Kind.SINGLE | Kind.TRUEFALSE | Kind.POLL | Kind.SCALE:
            return "", 0
        case Kind.MULTIPLE:
            return say("handout.several"), 0
        case Kind.ORDERING:
            return say("handout.order", places=THEN.join("(   )" for _ in quiz.order)), 0
        case Kind.NUMBER:
            return say("handout.answer", answer=f"(            ) {quiz.number.unit if quiz.number else ''}"), 0
        case Kind.SHORT:
            return say("handout.answer", answer="(                        )"), 0
        case Kind.REFLECTION:
            return "", 3
        case _ as unreachable:
            assert_never(unreachable)


def _answer(lesson: Lesson, quiz: Quiz, say: Phrases) -> _Answer:
    right = right_answer(quiz)
    if not quiz.kind.scored:
        right = say("handout.yours")
    elif len(quiz.accepted) > 1:
        right = say("handout.or").join(quiz.accepted)
    return _Answer(_number(lesson, quiz, say), right, tuple(_whys(quiz, say)))


def _whys(quiz: Quiz, say: Phrases) -> Iterator[str]:
    yield from (say("verdict.why", label=each.label, why=each.why) for each in quiz.options if each.why)
    if quiz.order:
        yield in_turn([option for label in quiz.order if (option := quiz.option(label))], say)
    if quiz.number and (near := leeway(quiz.number, say)):
        yield near
    if quiz.why:
        yield quiz.why


def _number(lesson: Lesson, quiz: Quiz, say: Phrases) -> str:
    return say("quiz.number", number=lesson.quizzes.index(quiz) + 1, of=len(lesson.quizzes))


def _source(fact: Fact, today: date, say: Phrases) -> str:
    note = "lesson.stale" if fact.stale(today) else "lesson.source_as_of"
    return f"{say('lesson.source', title=fact.source.title)} {say(note, as_of=dates.month(fact.as_of, say))}"


def _cited(fact: Fact, today: date, say: Phrases) -> tuple[str, str, str]:
    """A source in full: its title; who published what, and when it must be looked at again; its address."""
    source = fact.source
    as_of = say("lesson.source_as_of", as_of=dates.month(fact.as_of, say))
    until = say("handout.review", month=dates.month(fact.review_by, say))
    parts = (source.publisher, fact.edition, as_of, say("handout.passed") if fact.stale(today) else until)
    return source.title, say("handout.between").join(parts), source.url
