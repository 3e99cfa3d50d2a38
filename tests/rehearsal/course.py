"""A course made of values, and a learner's account of it."""

from datetime import UTC, date, datetime, time

from bot.rehearsal.account import Account
from bot.rehearsal.plan import CALENDAR
from bot.rehearsal.witness import Witness
from lessons.model import Course
from tests.shelf import FIRST_WEEK

MONDAY = date(2026, 9, 7)
COURSE: Course = FIRST_WEEK.courses[0]


def at(day: int, clock: str) -> datetime:
    """That local time on a day of September 2026; Monday the 7th is the cohort's first day."""
    hour, minute = clock.split(":")
    return CALENDAR.moment(date(2026, 9, day), time(int(hour), int(minute))).astimezone(UTC)


def joined(clock: str = "8:40", *, on: datetime | None = None, place: str = "LINE") -> Account:
    """Somebody who joined in time for the first lesson, unless told otherwise."""
    hour, minute = clock.split(":")
    account = Account(COURSE, MONDAY, place=place)
    account.set_time(time(int(hour), int(minute)), on or at(4, "15:00"))
    return account


def finish(account: Account, number: int, now: datetime) -> None:
    """Answer every question of a lesson."""
    for quiz in COURSE.lessons[number - 1].quizzes:
        account.answered(quiz.id, tuple(option.label for option in quiz.right), now)


def witness(account: Account, *, calm: bool = True) -> Witness:
    """Who looks over that learner's shoulder."""
    return Witness("LINE 1", account, calm=calm)
