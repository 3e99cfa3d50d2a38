"""A learner's week: what was done, what was hard, what comes. No ranking, nobody is behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from lessons.cards import dates
from lessons.grading import Verdict
from lessons.model import Course, Lesson, Quiz
from lessons.phrases import Phrases
from lessons.progress import Dot
from lessons.weekly import Week
from messages.actions import ReadWeek
from messages.message import Block, Button, Buttons, Divider, Facts, Heading, Message, Page, Text, Tone, Weight

_MOST: Final = 3  # hard questions in the chat; the page has them all
_LONGEST: Final = 80  # characters of each


@dataclass(frozen=True, slots=True)
class Missed:
    """A question that was answered wrongly."""

    lesson: Lesson
    quiz: Quiz
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class LearnerWeek:
    """One learner's week in a course: lessons finished in it, a dot for each working day, the streak, what was answered
    wrongly, how many lessons wait, and the next one with its day, as far as known.
    """

    week: Week
    course: Course
    done: tuple[Lesson, ...]
    dots: tuple[Dot, ...]
    streak: int
    missed: tuple[Missed, ...]
    waiting: int
    next_lesson: Lesson | None
    next_day: date | None


def learner_digest(seen: LearnerWeek, say: Phrases, *, url: str = "") -> Message:
    """All of it. `url` is the person's own page with the explanations; without one a button asks for it."""
    return Message(
        summary=say("digest.own_summary", week=week_named(seen.week, say)),
        blocks=(
            _heading(seen, say),
            Text(say(greeting(seen)), strong=True),
            *_steps(seen, say),
            *_hard(seen, say, url),
            *_next(seen, say),
            Text(say("digest.off_hint"), Tone.QUIET),
        ),
    )


def greeting(seen: LearnerWeek) -> str:
    """The key of what is said first: thanks to who learnt, if only a part of a lesson."""
    return "digest.own_thanks" if seen.done or seen.missed else "digest.own_begin"


def ready(week: Week, say: Phrases, *, url: str = "") -> Message:
    """That it is there to be read, and nothing of what is in it: for a platform that carries public things only."""
    told = say("digest.ready", week=week_named(week, say))
    way = Page(say("digest.open"), url) if url else _button(week, "digest.open", say)
    return Message(told, (Text(told), way, Text(say("digest.off_hint"), Tone.QUIET)))


def week_named(week: Week, say: Phrases) -> str:
    """By its Monday, as people read it."""
    return say("digest.week_of", date=dates.short(week.monday, say))


def dotted(dots: tuple[Dot, ...], say: Phrases) -> str:
    """The week's working days as signs and in figures."""
    signs = "".join(say(f"dots.{dot.value}") for dot in dots)
    return say("digest.dots", dots=signs, done=sum(dot is Dot.DONE for dot in dots), of=len(dots))


def lines(seen: LearnerWeek, say: Phrases) -> Iterator[tuple[str, str]]:
    """What was done, by name."""
    if seen.dots:
        yield say("digest.days"), dotted(seen.dots, say)
    if seen.streak > 1:
        yield say("progress.streak"), say("progress.streak_value", days=seen.streak)
    if seen.done:
        titles = (say("digest.lesson", day=lesson.number, title=lesson.title) for lesson in seen.done)
        yield say("digest.done"), "\n".join(titles)
    if seen.waiting:
        yield say("progress.waiting"), say("progress.waiting_value", count=seen.waiting)


def coming(seen: LearnerWeek, say: Phrases) -> str:
    """What comes next, or an empty string."""
    lesson = seen.next_lesson
    if lesson is None:
        return ""
    facts = {"day": lesson.number, "title": lesson.title}
    if seen.next_day is None:
        return say("digest.next_open", **facts)
    return say("digest.next", date=dates.short(seen.next_day, say), **facts)


def _heading(seen: LearnerWeek, say: Phrases) -> Heading:
    return Heading(say("digest.own_title"), eyebrow=seen.course.title, aside=week_named(seen.week, say))


def _steps(seen: LearnerWeek, say: Phrases) -> Iterator[Block]:
    if rows := tuple(lines(seen, say)):
        yield Facts(rows)


def _hard(seen: LearnerWeek, say: Phrases, url: str) -> Iterator[Block]:
    if not seen.missed:
        return
    yield Divider()
    yield Text(say("digest.hard"), strong=True)
    told = [say("digest.hard_line", question=shortened(each.quiz.text)) for each in seen.missed[:_MOST]]
    if len(seen.missed) > _MOST:
        told.append(say("digest.hard_more", count=len(seen.missed) - _MOST))
    yield Text("\n".join(told))
    yield Page(say("digest.explained"), url) if url else _button(seen.week, "digest.explained", say)


def _next(seen: LearnerWeek, say: Phrases) -> Iterator[Block]:
    if told := coming(seen, say):
        yield Divider()
        yield Text(told)


def shortened(text: str) -> str:
    """The first line, at most so long."""
    line = text.strip().splitlines()[0]
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _button(week: Week, key: str, say: Phrases) -> Buttons:
    return Buttons((Button(say(key), ReadWeek(week.name), Weight.MAIN),))
