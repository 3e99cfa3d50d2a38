"""One simulated learner's way through the course, and everybody's together."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot.rehearsal.absence import Absence
from bot.rehearsal.account import Account
from bot.rehearsal.asked import Asked
from bot.rehearsal.both import Both
from bot.rehearsal.joining import Joining
from bot.rehearsal.learner import Learner, on
from bot.rehearsal.leave import OnLeave
from bot.rehearsal.manner import Manner, manners
from bot.rehearsal.office.sayings import title_of
from bot.rehearsal.phone import InSlack, OnLine
from bot.rehearsal.plan import CALENDAR, Faults, Plan
from bot.rehearsal.studying import Studying
from bot.rehearsal.switching import Switching
from bot.rehearsal.town import Town
from bot.rehearsal.voting import Voting
from bot.rehearsal.witness import Witness

_SOME_DAYS = 8


@dataclass(slots=True)
class Life:
    """A learner who joins, studies, goes away and comes back."""

    learner: Learner
    studying: Studying
    asked: Asked
    voting: Voting

    def look(self, now: datetime) -> None:
        """See what is new, and make up one's mind."""
        learner = self.learner
        if not learner.look(now):
            return
        if learner.new_lesson:
            learner.new_lesson = False
            self.studying.lesson_came(now)
        if learner.offered:
            sight, learner.offered = learner.offered, None
            self.asked.looks(sight, now)
        if learner.told:
            sight, learner.told = learner.told, None
            self.voting.looks(title_of(sight.text), sight, now)


def everybody(plan: Plan, town: Town) -> tuple[Life, ...]:
    """The cohort, as the seed has it; each has planned how to join."""
    random = Random(plan.seed)  # noqa: S311  the same cohort again
    return tuple(_life(plan, town, phone, manner, random) for phone, manner in _people(plan, town, random))


def _people(plan: Plan, town: Town, random: Random) -> Iterator[tuple[OnLine | InSlack, Manner]]:
    for number, manner in enumerate(manners(plan.line, random), start=1):
        user = town.sandbox.line.befriend(f"LINE {number}")
        yield OnLine(town.sandbox, user.id), manner
    for number, manner in enumerate(manners(plan.slack, random), start=1):
        member = town.sandbox.slack.hire(f"Slack {number}")
        yield InSlack(town.sandbox, member.id), manner


def _life(plan: Plan, town: Town, phone: OnLine | InSlack, manner: Manner, random: Random) -> Life:
    account = Account(plan.course, plan.workdays[0], place=phone.PLACE)
    witness = Witness(f"{phone.name} ({manner})", account, calm=plan.faults is Faults.NONE)
    learner = Learner(phone, manner, Random(random.random()), account, witness)  # noqa: S311  each their own chances
    studying = Studying(learner)
    joins = _joins(plan, learner)
    learner.plan(joins, Joining(learner, town.code).befriend)
    first = max(joins, CALENDAR.moment(plan.workdays[0], CALENDAR.hours.opens))
    if manner is Manner.ABSENT:
        absence = Absence(learner, studying)
        learner.plan(absence.begins(first), absence.leave)
    if manner is Manner.ON_LEAVE:
        leave = OnLeave(learner, studying)
        learner.plan(leave.begins(first), leave.rest)
    if manner is Manner.SWITCHING:
        switching = Switching(learner, _with_second(phone, town))
        learner.plan(switching.begins(first), switching.ask)
    return Life(learner, studying, Asked(learner, witness.beside), Voting(learner))


def _with_second(phone: OnLine | InSlack, town: Town) -> Both:
    match phone:
        case OnLine():
            desk = InSlack(town.sandbox, town.sandbox.slack.hire(f"{phone.name} +").id)
            return Both(phone, desk, phone, phone.user)
        case InSlack():
            pocket = OnLine(town.sandbox, town.sandbox.line.befriend(f"{phone.name} +").id)
            return Both(pocket, phone, phone, phone.user)


def _joins(plan: Plan, learner: Learner) -> datetime:
    """In the days before, or on the first morning; newcomers some days into the course."""
    random, first = learner.random, CALENDAR.moment(plan.workdays[0], CALENDAR.hours.opens)
    if learner.manner is Manner.NEWCOMER:
        late = plan.workdays[min(random.randint(1, _SOME_DAYS), plan.days - 1)]
        return CALENDAR.moment(late, CALENDAR.hours.opens) + timedelta(minutes=random.randint(0, 96) * 5)
    return random.choice((on(plan.eve, 0, 9), on(plan.eve, 0, 15), first - timedelta(minutes=30)))
