"""The office of a rehearsal: its people, its diary, and what it has to answer for in the end."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.rehearsal.learner import Learner
from bot.rehearsal.office.announcing import Announcing
from bot.rehearsal.office.counting import at_work, of_all, of_section
from bot.rehearsal.office.diary import Diary
from bot.rehearsal.office.digesting import Digests, is_told
from bot.rehearsal.office.officer import Officer
from bot.rehearsal.office.questioning import Questioning
from bot.rehearsal.office.roll import SECTION, Roll
from bot.rehearsal.office.sayings import sayings
from bot.rehearsal.office.silencing import Silencing
from bot.rehearsal.phone import InSlack
from bot.rehearsal.plan import CALENDAR, Faults, Plan
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
    chief: Officer = field(init=False)
    roll: Roll = field(init=False)

    def __post_init__(self) -> None:
        self.officers = self._officer("研修担当 1"), self._officer("研修担当 2")
        self.chief = self._officer("課長", SECTION)
        self.roll = Roll(self.town, self.learners)
        for friday in self.roll.days(self.plan):
            self.diary.note(friday, self.roll.list_everybody)
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
        if is_told(now):
            self._owe_digests(now)

    def look(self) -> None:
        """The officers see what is new."""
        for officer in (*self.officers, self.chief):
            officer.look()
        self.questioning.look(self.town.clock.now())

    async def closes(self, *, calm: bool) -> AsyncIterator[Breach]:
        """The end: what the office was told must be what people did, and its own deeds were answered."""
        day = CALENDAR.day(self.town.clock.now())
        for who, what in self.questioning.broken():
            yield Breach(who, day, what)
        for officer in (*self.officers, self.chief):
            for what in (*officer.broken, *("digest_missing" for _ in officer.digests.missed())):
                yield Breach("研修担当", day, what)
            if calm and not officer.is_greeted:
                yield Breach("研修担当", day, "silent")
        for saying, number in self.announcing.numbers.items():
            pressed = Counter(vote for each in self.learners if (vote := each.witness.watch.votes.get(saying.title)))
            if await self.town.write(partial(_counted, number)) != pressed:
                yield Breach("研修担当", day, "miscounted", saying.title)

    def _owe_digests(self, now: datetime) -> None:
        """The week is summed up: the head of the section reads of it, the office of all; nobody of nobody."""
        for each in self.learners:
            each.witness.digests.turn(now)
        if self.silencing.lasts:
            return
        for officer in self.officers:
            officer.digests.allows(now)
        if not at_work((each.account for each in self.learners), now):
            return
        sections = self.roll.sections()
        chiefs, offices = of_section(sections.get(SECTION, ()), now), of_all(sections, now)
        for officer, figures in ((self.chief, chiefs), *((each, offices) for each in self.officers)):
            if figures is not None:
                officer.digests.owes(now, figures)

    def _officer(self, name: str, path: str = "") -> Officer:
        sandbox = self.town.sandbox
        digests = Digests(self.plan.faults is Faults.NONE)
        return Officer(self.town, InSlack(sandbox, sandbox.slack.hire(name).id), digests, path)

    async def _take_office(self, now: datetime) -> None:  # noqa: ARG002  a deed's own signature
        await self.roll.found()
        everybody = (*self.officers, self.chief)
        for officer in everybody:
            await officer.take_office(frozenset(each.number for each in everybody))


def _counted(number: int, work: Work) -> Counter[str]:
    return Counter(dict(work.votes.counts(number)))
