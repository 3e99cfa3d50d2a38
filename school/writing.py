"""Own words: looked over, kept on our side only, and counted as an answer where they are one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias
from unicodedata import category

from lessons import guard
from lessons.guard import Private
from lessons.model import Lesson, Quiz
from school import answering
from school.answering import Already, Answered
from school.study import Study
from store.values import Note, NoteKind
from store.work import Work

MOST: Final = 400  # characters
SKIPPED: Final = ("-",)  # what stands for an answer where somebody left the question out


@dataclass(frozen=True, slots=True)
class Unfit:
    """Not kept: nothing in it, too long, or with personal data in it."""

    length: int
    private: tuple[Private, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """Kept. `answered` tells what comes next."""

    note: Note
    answered: Answered


Outcome: TypeAlias = Written | Already | Unfit


def reflect(work: Work, study: Study, *, lesson: Lesson, quiz: Quiz, body: str, via: str, at: datetime) -> Outcome:
    """The words are the answer to this question, if it has none yet; then the lesson goes on."""
    words = fit(body, at)
    if isinstance(words, Unfit):
        return words
    answered = answering.answer(work, study, lesson=lesson, quiz=quiz, labels=(), at=at)
    if isinstance(answered, Already):
        return answered
    enrolment = study.enrolment
    note = work.notes.add(
        person=enrolment.person,
        enrolment=enrolment.id,
        kind=NoteKind.REFLECTION,
        quiz=quiz.id,
        body=words,
        via=via,
        at=at,
    )
    return Written(note, answered)


def skip(work: Work, study: Study, *, lesson: Lesson, quiz: Quiz, at: datetime) -> Answered | Already:
    """The question is left out, which is an answer too."""
    return answering.answer(work, study, lesson=lesson, quiz=quiz, labels=SKIPPED, at=at)


def fit(body: str, at: datetime, *, most: int = MOST) -> str | Unfit:
    """The words as they are kept: without what cannot be seen, and none too many."""
    words = tidied(body)
    private = guard.found(words, at.date())
    return Unfit(len(words), private) if private or not 0 < len(words) <= most else words


def tidied(body: str) -> str:
    """One kind of line break, no control characters, nothing around."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(mark for mark in lines if mark in "\n\t" or category(mark) not in {"Cc", "Cs"}).strip()
