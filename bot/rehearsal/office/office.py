"""The office of a rehearsal: its people, its diary, and what it has to answer for in the end."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.rehearsal.learner import Learner
from bot.rehearsal.office.announcing import Announcing
from bot.rehearsal.office.diary import Diary
from bot.rehearsal.office.officer import Officer
from bot.rehearsal.office.questioning import Questioning
from bot.rehearsal.office.sayings import sayings
from bot.rehearsal.office.silencing import Silencing
from bot.rehearsal.phone import InSlack
from bot.rehearsal.plan import CALENDAR, Plan
from bot.rehearsal.town import Town
from bot.rehearsal.witness import Breach
from store.work import Work

_AN_HOUR: Final = timedelta(hours=1)


@dataclass(slots=True)
class Office:
    """Officers take their roles on the eve; then the diary says what is done when."""

    plan: Plan
    town: Town
    learners: Sequence[Learner]
    diary: Diary = field(default_factory=Diary)
    officers: tuple[Officer, Officer] = field(init=False)
    announcing: Announcing = field(init=False)
    silencing: Silencing = field(init=False)
    questioning: Questioning = field(init=False)

    def __post_init__(self) -> None:
        self.officers = self._officer("研修担当 1"), self._officer("研修担当 2")
        author, second = self.officers
        self.announcing = Announcing(self.town, self.diary, author, second)
        self.silencing = Silencing(author, self.diary, self.learners)
        self.silencing.plan(self.plan)
        self.questioning = Questioning(author, self.diary, self.learners)
        self.questioning.plan(self.plan)
        self.diary.note(self.plan.eve + _AN_HOUR, self._take_office)
        for saying in sayings(self.plan):
            self.diary.note(saying.at, partial(self.announcing.begin, saying))

    @property
    def next_at(self) -> datetime | None:
        """When it has something to do."""
        return self.diary.next_at

    async def act(self, now: datetime) -> None:
        """What it does now."""
        await self.diary.act(now)

    def settles(self, now: datetime) -> None:
        """Before the bot does what it can do now: to whom something is written at this moment, and what must come."""
        for saying in self.announcing.left(now):
            for each in self.learners:
                each.witness.watch.written(saying, now, reachable=each.reachable)
        for each in self.learners:
            each.witness.watch.turn(now, reachable=each.reachable)

    def look(self) -> None:
        """The officers see what is new."""
        for officer in self.officers:
            officer.look()
        self.questioning.look(self.town.clock.now())

    async def closes(self, *, calm: bool) -> AsyncIterator[Breach]:
        """The end: what the office was told must be what people did, and its own deeds were answered."""
        day = CALENDAR.day(self.town.clock.now())
        for who, what in self.questioning.broken():
            yield Breach(who, day, what)
        for officer in self.officers:
            for what in officer.digested(calm=calm):
                yield Breach("研修担当", day, what)
            if calm and not officer.is_greeted:
                yield Breach("研修担当", day, "silent")
        for saying, number in self.announcing.numbers.items():
            pressed = Counter(vote for each in self.learners if (vote := each.witness.watch.votes.get(saying.title)))
            if await self.town.write(partial(_counted, number)) != pressed:
                yield Breach("研修担当", day, "miscounted", saying.title)

    def _officer(self, name: str) -> Officer:
        sandbox = self.town.sandbox
        return Officer(self.town, InSlack(sandbox, sandbox.slack.hire(name).id))

    async def _take_office(self, now: datetime) -> None:  # noqa: ARG002  a deed's own signature
        for officer in self.officers:
            await officer.take_office(frozenset(each.number for each in self.officers))


def _counted(number: int, work: Work) -> Counter[str]:
    return Counter(dict(work.votes.counts(number)))
