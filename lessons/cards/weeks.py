"""The calendar of a course: a line for each week, in signs and in words."""

from dataclasses import dataclass
from datetime import date

from lessons.cards import dates
from lessons.model import Course, Week
from lessons.phrases import Phrases
from messages.message import Block, Facts, Text, Tone


@dataclass(frozen=True, slots=True)
class Days:
    """The numbers of the lessons finished, and of those that came and are open; the first day of each week, where it
    is known.
    """

    finished: frozenset[int]
    open: frozenset[int]
    firsts: tuple[date | None, ...]


def calendar(course: Course, days: Days, say: Phrases) -> tuple[Block, ...]:
    """Every week, and what the signs mean."""
    rows = tuple(
        (say("home.number", number=week.number), f"{_line(week, days, first, say)}\n{week.title}")
        for week, first in zip(course.weeks, days.firsts, strict=True)
    )
    return Facts(rows), Text(say("home.signs"), Tone.QUIET)


def _line(week: Week, days: Days, first: date | None, say: Phrases) -> str:
    numbers = [lesson.number for lesson in week.lessons]
    signs = "".join(_sign(number, days, say) for number in numbers)
    done = sum(number in days.finished for number in numbers)
    line = say("home.week", signs=signs, done=done, of=len(numbers))
    return line if first is None else say("home.week_from", line=line, date=dates.short(first, say))


def _sign(number: int, days: Days, say: Phrases) -> str:
    if number in days.finished:
        return say("dots.done")
    return say("dots.open") if number in days.open else say("home.ahead")
