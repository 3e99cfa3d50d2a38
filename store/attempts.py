"""Attempts: the answers that count."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Integer, Select, bindparam, cast, func, select, true

from store.errors import AlreadyExists
from store.schema import attempts, cohorts, enrolments, people
from store.scope import Scope, ours, ours_too
from store.values import Answer, Attempt

_COLUMNS: Final = tuple(attempts.c[name] for name in ("id", "enrolment", "lesson", "quiz", "chosen", "right", "at"))
_OF: Final = (
    select(*_COLUMNS).where(ours_too(attempts), attempts.c.enrolment == bindparam("enrolment")).order_by(attempts.c.id)
)
_ANSWERED: Final = select(attempts.c.quiz).where(ours_too(attempts), attempts.c.enrolment == bindparam("enrolment"))
_ANSWERED_BY_MANY: Final = select(attempts.c.enrolment, attempts.c.quiz).where(
    ours_too(attempts), attempts.c.enrolment.in_(bindparam("enrolments", expanding=True))
)
_TO_QUIZZES: Final = (
    select(*_COLUMNS)
    .join_from(attempts, enrolments, enrolments.c.id == attempts.c.enrolment)
    .where(ours(attempts), enrolments.c.cohort == bindparam("cohort"))
    .where(attempts.c.quiz.in_(bindparam("quizzes", expanding=True)))
    .order_by(attempts.c.id)
)
_FOR_QUIZ: Final = _OF.where(attempts.c.quiz == bindparam("quiz"))
_SINCE: Final = attempts.c.at >= bindparam("since"), attempts.c.at < bindparam("until")
_ANSWERING: Final = select(attempts.c.enrolment).where(ours(attempts), *_SINCE).distinct()
_TALLY: Final = (
    select(enrolments.c.cohort, attempts.c.quiz, func.count(), func.sum(cast(attempts.c.right, Integer)))
    .join_from(attempts, enrolments, enrolments.c.id == attempts.c.enrolment)
    .where(ours(attempts), *_SINCE, attempts.c.right.is_not(None))
    .group_by(enrolments.c.cohort, attempts.c.quiz)
    .order_by(enrolments.c.cohort, attempts.c.quiz)
)
_NUMBERED: Final = select(*_COLUMNS).where(ours(attempts), attempts.c.id == bindparam("which"))
_ANSWER: Final = (
    cohorts.c.name,
    cohorts.c.course,
    cohorts.c.edition,
    people.c.id,
    people.c.nickname,
    *_COLUMNS[1:],
)


class Attempts(Scope):
    """The attempts of one organisation's people."""

    __slots__ = ()

    def record(
        self, *, enrolment: int, lesson: int, quiz: str, chosen: tuple[str, ...], right: bool | None, at: datetime
    ) -> Attempt | None:
        """The first answer to a quiz, which counts; None if there was one before, of which `for_quiz` tells."""
        try:
            row = self._create(
                attempts, _COLUMNS, enrolment=enrolment, lesson=lesson, quiz=quiz, chosen=chosen, right=right, at=at
            )
        except AlreadyExists:
            return None
        return Attempt(*row)

    def for_quiz(self, enrolment: int, quiz: str) -> Attempt | None:
        """The answer that counts, if there is one."""
        return next(iter(self._all(_FOR_QUIZ, enrolment=enrolment, quiz=quiz)), None)

    def of(self, enrolment: int) -> tuple[Attempt, ...]:
        """All answers of an enrolment, in the order they were given."""
        return self._all(_OF, enrolment=enrolment)

    def to_quizzes(self, cohort: int, quizzes: Sequence[str]) -> tuple[Attempt, ...]:
        """All answers of a cohort, who left included, to these quizzes, the oldest first."""
        return self._all(_TO_QUIZZES, cohort=cohort, quizzes=quizzes)

    def empty(self, attempt: int) -> Attempt | None:
        """What was answered is forgotten; that it was, when, and whether it was right, stays. Returns it as it was."""
        row = self._found(_NUMBERED, which=attempt).one_or_none()
        self._write(attempts, attempt, chosen=())
        return Attempt(*row) if row else None

    def answered(self, enrolment: int) -> frozenset[str]:
        """The quizzes of an enrolment that have an answer."""
        return frozenset(self._found(_ANSWERED, enrolment=enrolment).scalars())

    def answered_by(self, enrolments: Sequence[int]) -> Mapping[int, frozenset[str]]:
        """The same for many at once; each has its own, empty or not."""
        found: dict[int, set[str]] = {enrolment: set() for enrolment in enrolments}
        for enrolment, quiz in self._found(_ANSWERED_BY_MANY, enrolments=enrolments):
            found[enrolment].add(quiz)
        return {enrolment: frozenset(quizzes) for enrolment, quizzes in found.items()}

    def answering(self, since: datetime, until: datetime) -> frozenset[int]:
        """The enrolments that answered anything from the one moment up to the other."""
        return frozenset(self._found(_ANSWERING, since=since, until=until).scalars())

    def tally(self, since: datetime, until: datetime) -> tuple[tuple[int, str, int, int], ...]:
        """Of the answers between these moments that were right or wrong: cohort, quiz, how many, how many right."""
        return tuple(
            (cohort, quiz, many, right) for cohort, quiz, many, right in self._found(_TALLY, since=since, until=until)
        )

    def export(self, cohort: int | None = None) -> Iterator[Answer]:
        """Every answer of a cohort, or of all, in order; to be read before the transaction ends."""
        rows = self.connection.execute(
            select(*_ANSWER)
            .join_from(attempts, enrolments, enrolments.c.id == attempts.c.enrolment)
            .join(cohorts, cohorts.c.id == enrolments.c.cohort)
            .join(people, people.c.id == enrolments.c.person)
            .where(self._owned(attempts), true() if cohort is None else cohorts.c.id == cohort)
            .order_by(attempts.c.id)
            .execution_options(yield_per=1000)
        )
        return (Answer(*row) for row in rows)

    def _all(self, which: Select[*tuple[Any, ...]], **values: object) -> tuple[Attempt, ...]:
        return tuple(Attempt(*row) for row in self._found(which, **values))
