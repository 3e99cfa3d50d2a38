"""Reports: what learners find wrong or out of date in a lesson, and what the editor said to it."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select, update

from store.errors import AlreadyExists
from store.schema import reports
from store.scope import Scope, ours
from store.values import Enrolment, Report, ReportState

_COLUMNS: Final = tuple(
    reports.c[name]
    for name in ("id", "person", "enrolment", "course", "edition", "lesson", "state", "at", "answer", "closed_at")
)
_OURS: Final = select(*_COLUMNS).where(ours(reports)).order_by(reports.c.id)
_NUMBERED: Final = _OURS.where(reports.c.id == bindparam("which"))
_OPEN: Final = _OURS.where(
    reports.c.person == bindparam("whose"),
    reports.c.course == bindparam("about"),
    reports.c.lesson == bindparam("there"),
    reports.c.state == ReportState.OPEN,
)
_OF_PERSON: Final = _OURS.where(reports.c.person == bindparam("whose"))
_ANSWERED: Final = (
    reports.c.enrolment == bindparam("whose"),
    reports.c.state == ReportState.CLOSED,
    reports.c.answer != "",
)
_TOLD_IN: Final = _OURS.where(*_ANSWERED, reports.c.told_in == bindparam("letter"))
_TOLD: Final = update(reports).where(ours(reports), *_ANSWERED, reports.c.told_in == "")
_CLOSED: Final = update(reports).where(
    ours(reports), reports.c.id == bindparam("which"), reports.c.state == ReportState.OPEN
)


class Reports(Scope):
    """The reports of one organisation's people."""

    __slots__ = ()

    def open(self, enrolment: Enrolment, *, course: str, edition: str, lesson: str, at: datetime) -> Report:
        """The person's open report of this lesson, a new one if there is none."""
        there = self._all_open(enrolment.person, course, lesson)
        if there:
            return there[0]
        values = {"person": enrolment.person, "enrolment": enrolment.id, "course": course, "edition": edition}
        try:
            row = self._create(
                reports,
                _COLUMNS,
                **values,
                lesson=lesson,
                state=ReportState.OPEN,
                at=at,
                answer="",
                closed_at=None,
                told_in="",
            )
        except AlreadyExists:
            return self._all_open(enrolment.person, course, lesson)[0]
        return Report(*row)

    def get(self, report: int) -> Report | None:
        """The report with this number."""
        return next((Report(*row) for row in self._found(_NUMBERED, which=report)), None)

    def all(self) -> tuple[Report, ...]:
        """Everything anybody reported, the oldest first."""
        return tuple(Report(*row) for row in self._found(_OURS))

    def of_person(self, person: int) -> tuple[Report, ...]:
        """What the person reported, the oldest first."""
        return tuple(Report(*row) for row in self._found(_OF_PERSON, whose=person))

    def close(self, report: int, answer: str, at: datetime) -> bool:
        """The editor is done with it, and says this to the reporter, or nothing; False if somebody was before."""
        return self._done(_CLOSED, which=report, state=ReportState.CLOSED, answer=answer, closed_at=at) > 0

    def told_in(self, enrolment: int, letter: str) -> tuple[Report, ...]:
        """The answers that the letter of this key tells; with no key, those that nobody has told yet."""
        return tuple(Report(*row) for row in self._found(_TOLD_IN, whose=enrolment, letter=letter))

    def tell(self, enrolment: int, letter: str) -> int:
        """The letter of this key tells the answers that were not told yet; returns how many."""
        return self._done(_TOLD, whose=enrolment, told_in=letter)

    def _all_open(self, person: int, course: str, lesson: str) -> tuple[Report, ...]:
        return tuple(Report(*row) for row in self._found(_OPEN, whose=person, about=course, there=lesson))
