"""The home: today, what waits, the weeks, what is set, and every way on."""

from dataclasses import dataclass
from datetime import date

from lessons.cards import dates, places, settings
from lessons.cards.settings import Chosen
from lessons.cards.weeks import Days, calendar
from lessons.model import Course, Lesson
from lessons.phrases import Phrases
from messages.actions import Ask, ComeBack, Rest, Resume, ShowHelp, ShowProgress, ShowSettings, Today
from messages.message import Block, Button, Buttons, Divider, Facts, Heading, Message, Progress, Text, Tone, Weight


@dataclass(frozen=True, slots=True)
class Home:
    """How things stand: lessons open (two at most), the one that may be begun, and when the next one comes.

    `paused` rests the whole cohort; `away_through` is the last day of the person's own leave.
    """

    nickname: str
    waiting: tuple[Lesson, ...]
    ready: Lesson | None
    next_day: date | None
    days: Days
    streak: int
    chosen: Chosen
    paused: bool = False
    away_through: date | None = None


def home_message(course: Course, home: Home, say: Phrases) -> Message:
    """What is for today first, then the way so far, then what is set."""
    done, of = len(home.days.finished), len(course.lessons)
    return Message(
        summary=say("home.title"),
        blocks=(
            Heading(text=say("home.hello", nickname=home.nickname), eyebrow=course.title),
            *_today(home, say),
            Buttons(_onward(home, say)),
            Divider(),
            Text(say("home.weeks"), strong=True),
            Progress(done=done, total=of, label=say("progress.bar", done=done, of=of)),
            *((Text(say("close.streak", days=home.streak)),) if home.streak > 1 else ()),
            *calendar(course, home.days, say),
            Divider(),
            Text(say("settings.title"), strong=True),
            Facts(settings.rows(home.chosen, say)),
            Buttons((Button(say("home.settings"), ShowSettings()), places.more(say), _rest(home, say))),
            Divider(),
            Buttons(
                (
                    Button(say("home.ask"), Ask()),
                    Button(say("progress.title"), ShowProgress()),
                    Button(say("help.title"), ShowHelp()),
                )
            ),
            Text(say("home.words"), Tone.QUIET),
        ),
    )


def guest(say: Phrases) -> Message:
    """To somebody nobody knows here: the way in, new or from the other platform."""
    return Message(
        summary=say("join.hello"),
        blocks=(Heading(text=say("home.title")), Text(say("join.hello")), Text(say("places.guest"), Tone.QUIET)),
    )


def _today(home: Home, say: Phrases) -> tuple[Block, ...]:
    if home.paused:
        return (Text(say("today.paused"), strong=True),)
    lines = [say("home.waits", day=each.number, title=each.title) for each in home.waiting]
    if home.ready is not None and not home.waiting:
        lines = [say("home.ready", day=home.ready.number, title=home.ready.title)]
    away = home.away_through
    resting = (Text(say("home.away", date=dates.short(away, say)), strong=True),) if away else ()
    then = home.next_day
    key = "quota.next" if home.chosen.fetched else "home.next"
    coming = (Text(say(key, date=dates.short(then, say)), Tone.QUIET),) if then else ()
    return (*resting, Text("\n".join(lines) or say("home.nothing"), strong=not resting), *coming)


def _onward(home: Home, say: Phrases) -> tuple[Button, ...]:
    """Both words that bring a lesson; the weight lies on the one that fits."""
    begin, go_on = (Weight.PLAIN, Weight.MAIN) if home.waiting else (Weight.MAIN, Weight.PLAIN)
    return Button(say("home.today"), Today(), begin), Button(say("home.resume"), Resume(), go_on)


def _rest(home: Home, say: Phrases) -> Button:
    return Button(say("home.back"), ComeBack()) if home.away_through else Button(say("home.rest"), Rest())
