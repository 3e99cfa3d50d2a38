"""Leave, and the few kind words to who was not heard: nobody is behind, and nobody is asked why."""

from datetime import date
from typing import Final

from lessons.cards import dates
from lessons.days import read_day
from lessons.model import Lesson
from lessons.phrases import Phrases
from messages.actions import ComeBack, Rest, Resume, SetReminders, Today
from messages.message import Button, Buttons, Message, Text, Tone, Weight

_OFFERED: Final = (
    ("rest.today", "today"),
    ("rest.week", "this week"),
    ("rest.seven", "1 week"),
    ("rest.fourteen", "2 weeks"),
)


def ask_until(today: date, say: Phrases) -> Message:
    """Until when: some days to press, and any other to type."""
    named = {day: say(label) for label, meaning in reversed(_OFFERED) if (day := read_day(meaning, today))}
    return Message(
        summary=say("rest.ask"),
        blocks=(
            Text(say("rest.ask")),
            Text(say("rest.ask_hint"), Tone.QUIET),
            Buttons(tuple(Button(named[day], Rest(day.isoformat())) for day in sorted(named))),
        ),
    )


def resting(last: date, say: Phrases, *, key: str, next_day: date | None = None, fetched: bool = False) -> Message:
    """Away through that day, and the way back; lessons are sent afterwards, or fetched."""
    told = say(key, date=dates.short(last, say))
    following = _following(next_day, say, fetched=fetched)
    return Message(
        summary=told,
        blocks=(
            Text(told),
            *following,
            Text(say("rest.back_hint"), Tone.QUIET),
            Buttons((Button(say("rest.back"), ComeBack()),)),
        ),
    )


def back(next_day: date | None, say: Phrases, *, fetched: bool = False) -> Message:
    """Welcome back, without a word about what was missed."""
    following = _following(next_day, say, fetched=fetched)
    return Message(
        summary=say("rest.welcome"),
        blocks=(
            Text(say("rest.welcome"), strong=True),
            *following,
            Buttons((Button(say("rest.onward"), Today(), Weight.MAIN),)),
        ),
    )


def reminder(lesson: Lesson, say: Phrases) -> Message:
    """Quietly, once: it is still there."""
    told = say("remind.there", day=lesson.number, title=lesson.title)
    return Message(
        summary=told,
        blocks=(
            Text(told),
            Text(say("remind.stop"), Tone.QUIET),
            Buttons(
                (Button(say("remind.begin"), Resume(), Weight.MAIN), Button(say("remind.no"), SetReminders("off")))
            ),
        ),
    )


def check_in(say: Phrases) -> Message:
    """How would you like it? Then quiet."""
    return Message(
        summary=say("remind.check_in"),
        blocks=(
            Text(say("remind.check_in")),
            Text(say("remind.quiet"), Tone.QUIET),
            Buttons((Button(say("remind.rest"), Rest()), Button(say("remind.go_on"), Resume(), Weight.MAIN))),
        ),
    )


def _following(next_day: date | None, say: Phrases, *, fetched: bool) -> tuple[Text, ...]:
    if next_day is None:
        return ()
    return (Text(say("quota.next" if fetched else "rest.next", date=dates.short(next_day, say))),)
