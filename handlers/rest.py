"""Resting until a day, coming back, and whether reminders are welcome."""

from datetime import date
from typing import Final

from handlers.turn import Turn
from lessons.cards import dates
from lessons.cards import rest as cards
from lessons.days import read_day
from messages.actions import Rest, SetReminders
from messages.message import Message, plain
from school import quota
from school import resting as verbs
from school.resting import NotADay
from school.study import Study, study_of
from store.values import Enrolment, EnrolmentState, Prompt

UNTIL: Final = "rest"  # what a prompt waits for
_SAID: Final = "unread"


def asked(turn: Turn, action: Rest) -> Message:
    """Until when; then silence from now on. What is no such day is told, and changes nothing."""
    enrolment = turn.enrolment
    if enrolment is None:
        return plain(turn.say("join.hello"))
    if enrolment.state is EnrolmentState.FINISHED:
        return plain(turn.say("today.finished"))
    if not action.until:
        return _ask(turn, enrolment)
    rested = verbs.rest(turn.work, turn.library, enrolment, action.until, turn.now)
    if isinstance(rested, NotADay):
        return _ask_again(turn, rested)
    turn.work.prompts.clear(*turn.who)
    fetched = quota.is_fetched(turn.work, enrolment)
    last = _last(rested.study, turn)
    return cards.resting(last, turn.say, key="rest.begun", next_day=rested.comes_on, fetched=fetched)


def dated(turn: Turn, text: str) -> Message | None:
    """A day typed after being asked until when; None if it is none."""
    day = read_day(text, turn.now.astimezone(turn.work.organisation.timezone).date())
    return None if day is None else asked(turn, Rest(day.isoformat()))


def unread(turn: Turn) -> Message:
    """What was typed when a day was asked for is no day, and why somebody rests is not kept: that is said once."""
    turn.work.prompts.set(*turn.who, awaiting=UNTIL, value=_SAID, at=turn.now)
    return plain(turn.say("rest.not_kept"))


def said_so(prompt: Prompt) -> bool:
    """Whether it was said already."""
    return prompt.value == _SAID


def back(turn: Turn) -> Message | None:
    """The rest is over; None for who does not rest."""
    enrolment = turn.enrolment
    rested = verbs.come_back(turn.work, turn.library, enrolment, turn.now) if enrolment else None
    if rested is None:
        return None
    if rested.study.rests:
        return plain(turn.say("today.paused"))
    return cards.back(rested.comes_on, turn.say, fetched=quota.is_fetched(turn.work, rested.study.enrolment))


def resting(turn: Turn) -> Message | None:
    """What somebody hears who asks for a lesson while resting; None for who does not rest."""
    enrolment = turn.enrolment
    if enrolment is None or not enrolment.away(turn.now):
        return None
    last = study_of(turn.work, enrolment, turn.library).away_through(turn.now)
    return None if last is None else cards.resting(last, turn.say, key="rest.now")


def reminded(turn: Turn, action: SetReminders) -> Message:
    """Reminders are welcome, or not."""
    if turn.person is None or turn.enrolment is None:
        return plain(turn.say("join.hello"))
    if action.wish not in {"on", "off"}:
        return plain(turn.say("remind.stop"))
    wanted = action.wish == "on"
    turn.work.people.set_reminders(turn.person.id, wanted=wanted)
    return plain(turn.say("remind.on" if wanted else "remind.off"))


def _ask(turn: Turn, enrolment: Enrolment) -> Message:
    turn.work.prompts.set(*turn.who, awaiting=UNTIL, value="", at=turn.now)
    return cards.ask_until(study_of(turn.work, enrolment, turn.library).today(turn.now), turn.say)


def _ask_again(turn: Turn, why: NotADay) -> Message:
    turn.work.prompts.set(*turn.who, awaiting=UNTIL, value="", at=turn.now)
    facts = {name: dates.short(fact, turn.say) if isinstance(fact, date) else fact for name, fact in why.facts}
    return plain(turn.say(why.key, **facts))


def _last(study: Study, turn: Turn) -> date:
    return study.away_through(turn.now) or study.today(turn.now)
