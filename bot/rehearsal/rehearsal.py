"""The rehearsal itself: the clock goes from event to event until the last day is over."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

from bot.rehearsal.life import Life, everybody
from bot.rehearsal.office.office import Office
from bot.rehearsal.plan import CALENDAR, Faults, Plan
from bot.rehearsal.report import Passed, Report, reported
from bot.rehearsal.tally import Tally
from bot.rehearsal.town import Town
from bot.rehearsal.weather import Sky, weather
from scheduler import jobs

Progress: TypeAlias = Callable[[Passed], None]
LONGEST: Final = timedelta(days=14)  # how long letters may still be under way after the last day: a leave, and holidays


@dataclass(slots=True)
class Rehearsal:
    """One run through the plan, in a town where nobody has joined yet."""

    plan: Plan
    town: Town
    lives: tuple[Life, ...] = field(init=False)
    tally: Tally = field(init=False)
    office: Office | None = field(init=False)
    _coming: datetime | None = None
    _weather: deque[tuple[datetime, Sky]] = field(init=False)

    def __post_init__(self) -> None:
        plan = self.plan
        self.lives = everybody(plan, self.town)
        self.tally = Tally(self.town.sandbox.record, calm=plan.faults is Faults.NONE)
        self.office = None if plan.plain else Office(plan, self.town, [life.learner for life in self.lives])
        self._weather = deque(weather(plan.faults, plan.workdays, plan.seed))

    async def run(self, progress: Progress) -> Report:
        """Live through every day; what the learners saw decides what is reported."""
        for number, day in enumerate(self.plan.workdays, start=1):
            await self._until(CALENDAR.moment(day + timedelta(days=1), time(0)))
            await jobs.sweep(self.town.rounds)
            progress(self._passed(number, day))
        await self._come_to_an_end()
        for life in self.lives:
            life.learner.witness.closes(self.town.clock.now(), reachable=life.learner.reachable)
        if self.office:
            self.tally.breaches += [each async for each in self.office.closes(calm=self.tally.calm)]
        letters, reordered = await self.town.letters(), self.town.reordered
        return reported(self.plan, self.lives, self.tally, letters, reordered=reordered, office=self.office)

    def _passed(self, number: int, day: date) -> Passed:
        witnesses = [life.learner.witness for life in self.lives]
        return Passed(
            number=number,
            of=len(self.plan.workdays),
            day=day,
            delivered=sum(len(each.cards) for each in witnesses),
            answered=sum(len(each.account.answers) for each in witnesses),
            broken=sum(len(each.breaches) for each in witnesses) + len(self.tally.breaches),
        )

    async def _until(self, end: datetime) -> None:
        while (moment := self._next()) is not None and moment < end:
            await self._live(moment)

    async def _come_to_an_end(self) -> None:
        """Nobody does anything more; what is under way arrives, and so do the questionnaires of months later."""
        end = self.town.clock.now() + LONGEST
        while self._coming is not None and self._coming < end and await self.town.open_letters():
            await self._live(self._coming, idle=True)
        end += timedelta(days=_longest(self.plan))
        while self._coming is not None and self._coming < end:
            await self._live(self._coming, idle=True)

    def _next(self) -> datetime | None:
        moments = [
            *(life.learner.next_at for life in self.lives),
            *(life.learner.account.next_turn for life in self.lives if life.learner.reachable),
            self._coming,
            self.office.next_at if self.office else None,
            self._weather[0][0] if self._weather else None,
        ]
        return min((moment for moment in moments if moment is not None), default=None)

    async def _live(self, moment: datetime, *, idle: bool = False) -> None:
        """Everything that happens at one moment: what is due comes first, then people act."""
        town = self.town
        town.clock.move_to(max(moment, town.clock.now()))
        now = town.clock.now()
        while self._weather and self._weather[0][0] <= now:
            town.sandbox.faults.replace(self._weather.popleft()[1])
        acting = [] if idle else [life for life in self.lives if (at := life.learner.next_at) and at <= now]
        office = self.office if self.office and self.office.next_at and self.office.next_at <= now else None
        if not (acting or office) or (self._coming is not None and self._coming <= now):
            await self._settle(now)
        if office:
            await office.act(now)
        if acting or office:
            await asyncio.gather(*(life.learner.act(now) for life in acting))
            await town.let_go()
            await self._settle(now)
            if self.tally.calm:
                self._all_heard(acting, now)

    async def _settle(self, now: datetime) -> None:
        for life in self.lives:
            life.learner.account.turn(now, reachable=life.learner.reachable)
        if self.office:
            self.office.settles(now)
        self._coming = await self.town.rest()
        for life in self.lives:
            life.look(now)
        if self.office:
            self.office.look()
        self.tally.read()

    def _all_heard(self, acting: list[Life], now: datetime) -> None:
        """In fair weather the bot answers everybody at once."""
        for life in acting:
            if life.learner.unheard:
                life.learner.witness.breach("silent", CALENDAR.day(now))
                life.learner.unheard = 0


def _longest(plan: Plan) -> int:
    """How many days after the last lesson the last questionnaire comes, if one does; a working day may be later."""
    asked = plan.course.assessment
    days = [stage.days for stage in asked.plan if stage.days] if asked else []
    return max(days) + 14 if days else 0
