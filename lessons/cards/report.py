"""Reports of something wrong or out of date: where they are written, and the thanks."""

from lessons.model import Course, Lesson
from lessons.phrases import Phrases
from messages.actions import Report, pack
from messages.form import Entry, Field, Form
from messages.message import Message, plain

NAME = "report"  # of the form
FIELD = "words"
WHERE = "where"
LESSON = "lesson"  # the value that stands for the lesson's own text


def form(course: Course, lesson: Lesson, *, most: int, say: Phrases) -> Form:
    """Where in the lesson, and what."""
    return Form(
        name=NAME,
        title=say("report.title"),
        submit=say("writing.send"),
        close=say("writing.close"),
        fields=(
            Field(WHERE, say("report.where"), places(lesson, say), LESSON),
            Entry(FIELD, say("report.label"), most, hint=say("writing.hint", most=most), long=True),
        ),
        intro=say("report.intro", day=lesson.number, title=lesson.title),
        about=pack(Report(course.id, lesson.id)),
    )


def places(lesson: Lesson, say: Phrases) -> tuple[tuple[str, str], ...]:
    """What in a lesson may be wrong, as (value, label): its text, and each question."""
    quizzes = enumerate(lesson.quizzes, start=1)
    return (
        (LESSON, say("report.text")),
        *((quiz.id, say("report.quiz", number=number, text=quiz.text)) for number, quiz in quizzes),
    )


def stored(lesson: Lesson, say: Phrases) -> Message:
    """Thanks: it helps everybody."""
    return plain(say("report.stored", day=lesson.number, title=lesson.title))
