"""The end of a lesson: thanks, the week so far, and what comes next."""

from dataclasses import dataclass
from datetime import date, timedelta

from lessons.cards import dates
from lessons.model import Course, Lesson
from lessons.phrases import Phrases
from lessons.progress import Dot
from messages.actions import Ask, Report, ShowDigest, ShowProgress, Today
from messages.message import Block, Button, Buttons, Message, Text, Tone, Weight


@dataclass(frozen=True, slots=True)
class Close:
    """What the close tells: this week's dots, the streak in working days, the next lesson and its day. `waiting` says
    that the next lesson may be taken at once, `ends_week` that today is the learner's last working day of the week,
    `fetched` that lessons are not sent just now.
    """

    week: tuple[Dot, ...]
    streak: int
    today: date
    next_lesson: Lesson | None
    next_day: date | None
    waiting: bool
    ends_week: bool = False
    fetched: bool = False


def close_message(course: Course, lesson: Lesson, close: Close, say: Phrases) -> Message:
    """Thanks first; no points, no ranking, nobody is behind."""
    headline = say("close.lesson_done" if close.waiting else "close.done", day=lesson.number)
    return Message(
        summary=say("close.summary", day=lesson.number),
        blocks=(
            Text(headline, Tone.GOOD, strong=True),
            *_steps(close, say),
            *_next(course, close, say),
            Buttons(_buttons(course, lesson, close, say)),
        ),
    )


def week_line(week: tuple[Dot, ...], say: Phrases) -> str:
    """As ●●●○・(3/5日): the signs and the same in figures."""
    dots = "".join(say(f"dots.{dot.value}") for dot in week)
    return say("close.week", dots=dots, done=sum(dot is Dot.DONE for dot in week), of=len(week))


def _steps(close: Close, say: Phrases) -> tuple[Block, ...]:
    """Nothing in a week without a day that counts, as for who joined at the weekend."""
    lines = [week_line(close.week, say)] if close.week else []
    if close.streak > 1:
        lines.append(say("close.streak", days=close.streak))
    return (Text("\n".join(lines)),) if lines else ()


def _next(course: Course, close: Close, say: Phrases) -> tuple[Block, ...]:
    lesson = close.next_lesson
    if lesson is None:
        return (Text(say("close.course", title=course.title, days=len(course.lessons)), strong=True),)
    facts = {"day": lesson.number, "title": lesson.title}
    if close.waiting:
        return (Text(say("close.another", **facts)),)
    if close.next_day is None:
        return ()
    how = (Text(say("quota.how"), Tone.QUIET),) if close.fetched else ()
    if close.next_day == close.today + timedelta(days=1):
        return Text(say("close.tomorrow", **facts)), *how
    return Text(say("close.next", date=dates.short(close.next_day, say), **facts)), *how


def _buttons(course: Course, lesson: Lesson, close: Close, say: Phrases) -> tuple[Button, ...]:
    wrong = Button(say("report.button"), Report(course.id, lesson.id))
    week = (Button(say("digest.open"), ShowDigest()),) if close.ends_week else ()
    others = *week, Button(say("progress.title"), ShowProgress()), Button(say("question.write"), Ask()), wrong
    if close.waiting and close.next_lesson is not None:
        onward = Button(say("lesson.onward", day=close.next_lesson.number), Today(), Weight.MAIN)
        return (onward, *others)
    return others
