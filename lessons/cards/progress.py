"""How far somebody is."""

from dataclasses import dataclass
from datetime import date

from lessons.cards import dates
from lessons.cards.close import week_line
from lessons.cards.weeks import Days, calendar
from lessons.certificate import Certificate
from lessons.model import Course
from lessons.phrases import Phrases
from lessons.progress import Dot
from messages.actions import Resume, ShowSettings
from messages.message import Button, Buttons, Divider, Facts, Heading, Message, Progress, Text, Tone, Weight


@dataclass(frozen=True, slots=True)
class Journey:
    """Lessons done, this week's dots, the streak in working days, lessons open, the next day of delivery, the weeks;
    the last day of the leave somebody is on; once the course's last day has come, how it stands with the certificate;
    and the day of the last lesson, where the office's silence has moved it. `fetched`: lessons are not sent just now.
    """

    done: int
    week: tuple[Dot, ...]
    streak: int
    waiting: int
    next_day: date | None
    days: Days
    away_through: date | None = None
    certificate: Certificate | None = None
    last_day: date | None = None
    fetched: bool = False


def progress_message(course: Course, journey: Journey, say: Phrases) -> Message:
    """A bar and a few facts; how many answers were right is nobody's score."""
    of = len(course.lessons)
    return Message(
        summary=say("progress.summary", done=journey.done, of=of),
        blocks=(
            Heading(text=say("progress.title"), eyebrow=course.title),
            Progress(done=journey.done, total=of, label=say("progress.bar", done=journey.done, of=of)),
            *((Text(week_line(journey.week, say)),) if journey.week else ()),
            Facts(_rows(journey, say)),
            Text(say("progress.note"), Tone.QUIET),
            Divider(),
            Text(say("home.weeks"), strong=True),
            *calendar(course, journey.days, say),
            Buttons(
                (
                    Button(say("help.resume"), Resume(), Weight.MAIN),
                    Button(say("settings.title"), ShowSettings()),
                )
            ),
        ),
    )


def _rows(journey: Journey, say: Phrases) -> tuple[tuple[str, str], ...]:
    waiting = say("progress.waiting_value", count=journey.waiting) if journey.waiting else say("progress.waiting_none")
    rows = [(say("progress.waiting"), waiting)]
    if journey.streak:
        rows.insert(0, (say("progress.streak"), say("progress.streak_value", days=journey.streak)))
    if journey.away_through is not None:
        rows.insert(0, (say("rest.title"), say("rest.until", date=dates.short(journey.away_through, say))))
    if journey.next_day is not None:
        rows.append(
            (say("quota.next_name" if journey.fetched else "progress.next"), dates.short(journey.next_day, say))
        )
    if journey.last_day is not None:
        rows.append((say("progress.last"), dates.short(journey.last_day, say)))
    if journey.certificate is not None:
        rows.append((say("certificate.title"), _certificate(journey.certificate, say)))
    return tuple(rows)


def _certificate(certificate: Certificate, say: Phrases) -> str:
    """That it is earned, or what is still missing."""
    if certificate.earned:
        return say("certificate.earned")
    lessons = [say("certificate.lessons", count=certificate.lessons)] if certificate.lessons else []
    last_word = [say("certificate.form")] if certificate.last_word else []
    return say("certificate.missing", what=say("certificate.joint").join([*lessons, *last_word]))
