"""A change of a course in one line, for whoever decides about it."""

from typing import assert_never

from lessons.changes import (
    Change,
    CourseRemade,
    FactAdded,
    FactChanged,
    FactRemoved,
    LessonAdded,
    LessonMoved,
    LessonRemoved,
    OptionsRemade,
    QuizAdded,
    QuizMoved,
    QuizRemoved,
    ReadingAdded,
    ReadingRemoved,
    Reworded,
    RightAnswer,
)

_MOST = 60  # characters of a text


def line(change: Change) -> str:
    """Where, and what was and is."""
    match change:
        case RightAnswer():
            return f"{change.quiz}{_in(change.language)}: right was {change.before}, is {change.after}"
        case Reworded():
            where = " ".join(each for each in (change.quiz or change.lesson, change.part.value, change.key) if each)
            return f"{where}{_in(change.language)}: {_short(change.before)} -> {_short(change.after)}"
        case FactChanged():
            return f"{change.fact} {change.field}: {_short(change.before)} -> {_short(change.after)}"
        case FactAdded() | FactRemoved():
            verb = "is stated" if isinstance(change, FactAdded) else "is stated no more"
            return f"{change.lesson} {change.fact} {verb}".strip()
        case ReadingAdded() | ReadingRemoved():
            verb = "comes" if isinstance(change, ReadingAdded) else "goes"
            return f"{change.lesson}: the reading in {change.language} {verb}"
        case _:
            return _built(change)


def _built(
    change: CourseRemade
    | LessonAdded
    | LessonRemoved
    | LessonMoved
    | QuizAdded
    | QuizRemoved
    | QuizMoved
    | OptionsRemade,
) -> str:
    match change:
        case CourseRemade():
            return f"another course: {change.before} -> {change.after}"
        case LessonAdded() | LessonRemoved():
            verb = "comes as" if isinstance(change, LessonAdded) else "goes, which was"
            return f"the lesson {change.lesson} {verb} day {change.number}"
        case LessonMoved():
            return f"the lesson {change.lesson} moves from day {change.before} to day {change.after}"
        case QuizAdded() | QuizRemoved():
            verb = "comes" if isinstance(change, QuizAdded) else "goes"
            return f"the question {change.quiz} {verb}: {_short(change.text)}"
        case QuizMoved():
            return f"the question {change.quiz} moves, from {change.before}"
        case OptionsRemade():
            return f"{change.quiz} is answered otherwise: {change.before} -> {change.after}"
        case _ as unreachable:
            assert_never(unreachable)


def _in(language: str) -> str:
    return f" ({language})" if language else ""


def _short(text: str) -> str:
    return f"{text[:_MOST]}…" if len(text) > _MOST else text or "-"
