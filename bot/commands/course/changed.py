"""A change of a course in one line, for whoever decides about it."""

from typing import Final, TypeAlias, assert_never

from lessons.changes import (
    Change,
    CourseRemade,
    FactAdded,
    FactChanged,
    FactRemoved,
    FormsRemade,
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
    TermAdded,
    TermChanged,
    TermRemoved,
)
from lessons.changes.pieces import Piece, pieces
from lessons.phrases import Phrases

Said: TypeAlias = RightAnswer | Reworded | ReadingAdded | ReadingRemoved
Stated: TypeAlias = FactAdded | FactRemoved | FactChanged | TermAdded | TermRemoved | TermChanged

_AROUND: Final = 12  # characters of what stayed that are shown beside a change


def line(change: Change, say: Phrases) -> str:
    """Where, and what was and is."""
    match change:
        case RightAnswer() | Reworded() | ReadingAdded() | ReadingRemoved():
            return _said(change, say)
        case FactAdded() | FactRemoved() | FactChanged() | TermAdded() | TermRemoved() | TermChanged():
            return _stated(change, say)
        case _:
            return _built(change, say)


def words(before: str, after: str) -> str:
    """As 満足度[-90-]{+80+}%の見出し: what went and what came, and a little of what stayed around it."""
    found = pieces(before, after)
    return "".join(_shown(piece, place, len(found) - 1) for place, piece in enumerate(found))


def _shown(piece: Piece, place: int, last: int) -> str:
    if not piece.stayed:
        went = f"[-{piece.before}-]" if piece.before else ""
        return went + (f"{{+{piece.after}+}}" if piece.after else "")
    ahead, behind = place > 0, place < last
    if len(piece.before) <= _AROUND * (ahead + behind) + 1:
        return piece.before
    return (piece.before[:_AROUND] if ahead else "") + "…" + (piece.before[-_AROUND:] if behind else "")


def _said(change: Said, say: Phrases) -> str:
    match change:
        case RightAnswer():
            where = f"{change.quiz}{_in(change.language, say)}"
            return say("changes.right", where=where, before=change.before, after=change.after)
        case Reworded():
            part = say(f"changes.part_{change.part.value}", of=change.key).strip()
            where = f"{change.quiz} {part}".strip() + _in(change.language, say)
            return f"{where}: {words(change.before, change.after)}"
        case ReadingAdded(language=language):
            return say("changes.reading_added", language=say(f"settings.{language}"))
        case ReadingRemoved(language=language):
            return say("changes.reading_removed", language=say(f"settings.{language}"))
        case _ as unreachable:
            assert_never(unreachable)


def _stated(change: Stated, say: Phrases) -> str:
    match change:
        case FactAdded():
            return say("changes.fact_added", fact=change.fact)
        case FactRemoved():
            return say("changes.fact_removed", fact=change.fact)
        case FactChanged():
            of = f"{change.quiz} {change.fact}".strip()
            return say("changes.fact", fact=of, field=change.field, words=words(change.before, change.after))
        case TermAdded():
            return say("changes.term_added", term=change.term)
        case TermRemoved():
            return say("changes.term_removed", term=change.term)
        case TermChanged():
            of = f"{change.term}{_in(change.language, say)}"
            return say("changes.term", term=of, field=change.field, words=words(change.before, change.after))
        case _ as unreachable:
            assert_never(unreachable)


def _built(
    change: CourseRemade
    | LessonAdded
    | LessonRemoved
    | LessonMoved
    | QuizAdded
    | QuizRemoved
    | QuizMoved
    | OptionsRemade
    | FormsRemade,
    say: Phrases,
) -> str:
    match change:
        case CourseRemade():
            return say("changes.course", before=change.before, after=change.after)
        case LessonAdded():
            return say("changes.lesson_added", lesson=change.lesson, day=change.number)
        case LessonRemoved():
            return say("changes.lesson_removed", lesson=change.lesson, day=change.number)
        case LessonMoved():
            return say("changes.lesson_moved", lesson=change.lesson, before=change.before, after=change.after)
        case QuizAdded():
            return say("changes.quiz_added", quiz=change.quiz, text=change.text)
        case QuizRemoved():
            return say("changes.quiz_removed", quiz=change.quiz, text=change.text)
        case QuizMoved():
            return say("changes.quiz_moved", quiz=change.quiz, before=change.before)
        case OptionsRemade():
            return say("changes.options", quiz=change.quiz, words=words(change.before, change.after))
        case FormsRemade():
            return say("changes.forms", item=change.item, words=words(change.before, change.after))
        case _ as unreachable:
            assert_never(unreachable)


def _in(language: str, say: Phrases) -> str:
    return f"({say(f'settings.{language}')})" if language else ""
