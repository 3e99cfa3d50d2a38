"""The new plan after a silence of the office, before it holds, and that it does."""

from dataclasses import dataclass
from datetime import date

from lessons.cards import dates
from lessons.phrases import Phrases
from lessons.replanning import Ways
from messages.actions import EndSilence
from messages.message import Block, Button, Buttons, Facts, Heading, Message, Text, Tone, Weight


@dataclass(frozen=True, slots=True)
class Going:
    """A cohort that goes on: its name, how many of its learners do, and how it ends in each way; None while it rests
    for another reason.
    """

    name: str
    learners: int
    ways: Ways | None


def plan(silence: int, parts: tuple[Going, ...], say: Phrases, *, changed: bool = False) -> Message:
    """Both ways on, with the days they end on; pressing one makes it hold. `changed`: another one was pressed."""
    shift = Button(say("resume.shift"), EndSilence(silence, "shift", lost(parts)), Weight.MAIN)
    compress = Button(say("resume.compress"), EndSilence(silence, "compress", lost(parts)))
    return Message(
        summary=say("resume.title"),
        blocks=(
            Heading(text=say("resume.title")),
            *((Text(say("resume.changed"), Tone.GENTLE),) if changed else ()),
            *(block for each in parts for block in _part(each, say)),
            *(() if parts else (Text(say("resume.nobody")),)),
            Text(say("resume.promise"), Tone.QUIET),
            Buttons((shift, compress)),
            Text(say("resume.words"), Tone.QUIET),
        ),
    )


def lost(parts: tuple[Going, ...]) -> int:
    """The working days lost in all of them: by it an old plan is told from the one of now."""
    return sum(each.ways.days for each in parts if each.ways)


def done(parts: tuple[Going, ...], how: str, say: Phrases) -> Message:
    """It goes on, and how each cohort ends now."""
    told = say("resume.done")
    rows = tuple(
        (each.name, shifted(each.ways, say) if how == "shift" else compressed(each.ways, say)) for each in parts
    )
    return Message(
        summary=told,
        blocks=(Text(told, Tone.GOOD, strong=True), *((Facts(rows),) if rows else ()), Text(say("resume.promise"))),
    )


def shifted(ways: Ways | None, say: Phrases) -> str:
    """As: the last lesson moves from 10/30 to 11/4, by 2 days; 1 day in reserve is used; the end moves to …"""
    if ways is None or not ways.days:
        return say("resume.still" if ways is None else "resume.nothing_lost")
    last = say("resume.moves", before=_day(ways.before.last, say), last=_day(ways.shift.last, say), days=ways.days)
    used = ways.shift.used - ways.before.used
    reserve = say("resume.reserve", used=used) if used else ""
    end = _day(ways.shift.end, say)
    return (
        last + reserve + (say("resume.later", end=end, days=ways.later) if ways.later else say("resume.same", end=end))
    )


def compressed(ways: Ways | None, say: Phrases) -> str:
    """As: the last lesson stays on 10/30; one lesson comes a day, and who wants takes a second one."""
    if ways is None or not ways.days:
        return say("resume.still" if ways is None else "resume.nothing_lost")
    key = "resume.stays" if ways.compress.last == ways.before.last else "resume.at_best"
    return say(key, last=_day(ways.compress.last, say)) + say("resume.second")


def _part(each: Going, say: Phrases) -> tuple[Block, ...]:
    named = Text(say("resume.cohort", name=each.name, learners=each.learners), strong=True)
    if each.ways is None or not each.ways.days:
        return named, Text(shifted(each.ways, say))
    rows = (say("resume.shift"), shifted(each.ways, say)), (say("resume.compress"), compressed(each.ways, say))
    return named, Facts(rows)


def _day(day: date, say: Phrases) -> str:
    return dates.short(day, say)
