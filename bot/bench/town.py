"""A town with learners on LINE and in Slack, as it stands at three moments of a course."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from bot.bench.places import Place
from lessons.calendar import Calendar
from lessons.hours import Hours
from lessons.library import Library
from lessons.model import Quiz
from messages.incoming import ChannelName
from school import cohorts, delivery, enrolling
from store.database import Database
from store.root import Root
from store.values import Account, Cohort
from store.work import Work

ZONE: Final = ZoneInfo("Asia/Tokyo")
COURSE: Final = "jichitai-dx-kihon"
BEGINS: Final = date(2026, 9, 7)
DELIVERY: Final = time(8, 40)
MORNING: Final = Calendar(zone=ZONE).moment(BEGINS, DELIVERY)  # the first lesson is due
SECOND: Final = MORNING + timedelta(days=1)
LATER: Final = SECOND + timedelta(hours=1)  # two lessons have come, and people answer
EXTERNAL: Final = {ChannelName.LINE: "U" + "b" * 32, ChannelName.SLACK: "T0BENCH"}
_NEIGHBOURS: Final = 100  # who answer question by question at the same time
_BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class Learner:
    """`who` and `room` are the platform's ids."""

    enrolment: int
    who: str
    room: str


@dataclass(frozen=True, slots=True)
class Press:
    """Somebody presses an answer."""

    learner: Learner
    quiz: Quiz
    option: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A clock that stands still."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


class Town:
    """As many learners on each platform as it is told; each moment is made once, when it is asked for."""

    def __init__(self, place: Place, library: Library, learners: int) -> None:
        self.place, self.library = place, library
        self._each = learners

    @property
    def learners(self) -> int:
        """How many there are in all."""
        return self._each * len(EXTERNAL)

    @cached_property
    def before(self) -> str:
        """A database in which everybody waits for the first lesson, which is due."""
        url = self.place.fresh()
        with opened(url) as database, database.root() as root:
            self._settle(root)
        return url

    @cached_property
    def delivered(self) -> str:
        """One in which the first lessons' letters wait for the courier."""
        url = self.place.copy(self.before)
        with opened(url) as database:
            self._deliver(database, MORNING)
        return url

    @cached_property
    def answering(self) -> str:
        """One in which everybody has two lessons, and no letter waits."""
        url = self.place.copy(self.delivered)
        with opened(url) as database:
            self._deliver(database, SECOND)
            with database.root() as root:
                work = self.work(root)
                for enrolment in work.enrolments.in_cohort(_cohort(work).id):
                    work.outbox.cancel(enrolment.id, SECOND)
        return url

    def work(self, root: Root) -> Work:
        """The town's."""
        return root.work(root.organisations.all()[0].id)

    def presses(self, channel: ChannelName) -> list[Press]:
        """An answer to every question of the two lessons, neighbours side by side."""
        with opened(self.answering) as database, database.root() as root:
            learners = tuple(_learners(self.work(root), channel))
        quizzes = [quiz for lesson in self.library.course(COURSE).lessons[:2] for quiz in lesson.quizzes]
        return [
            Press(learner, quiz, quiz.options[0].label)
            for first in range(0, len(learners), _NEIGHBOURS)
            for quiz in quizzes
            for learner in learners[first : first + _NEIGHBOURS]
        ]

    def _settle(self, root: Root) -> None:
        hours, joined = Hours(), MORNING - timedelta(days=3)
        organisation = root.organisations.create(
            name="速さを測る町",
            timezone=ZONE,
            language="ja",
            opens=hours.opens,
            closes=hours.closes,
            lunch_from=hours.lunch_from,
            lunch_to=hours.lunch_to,
        )
        work = root.work(organisation.id)
        cohort = cohorts.create(
            work, self.library, name="1", course=COURSE, starts_on=BEGINS, delivery_time=DELIVERY, at=joined
        )
        for channel, external in EXTERNAL.items():
            account = root.accounts.attach(organisation.id, channel, external, "@kotsu")
            for number in range(self._each):
                self._join(work, cohort, account, number, joined)

    def _join(self, work: Work, cohort: Cohort, account: Account, number: int, at: datetime) -> None:
        slack = account.channel is ChannelName.SLACK
        enrolling.enrol(
            work,
            self.library,
            cohort,
            account=account,
            who=f"U{number:08X}" if slack else f"U{number:032x}",
            room=f"D{number:08X}" if slack else "",
            nickname="まなぶ",
            language="ja",
            at=at,
        )

    def _deliver(self, database: Database, at: datetime) -> None:
        looked = _BATCH
        while looked == _BATCH:
            with database.root() as root:
                looked = delivery.deliver_due(self.work(root), self.library, at, _BATCH)


@contextmanager
def opened(url: str) -> Iterator[Database]:
    """The database, until the block ends."""
    database = Database(url)
    try:
        yield database
    finally:
        database.close()


def _cohort(work: Work) -> Cohort:
    return work.cohorts.all()[0]


def _learners(work: Work, channel: ChannelName) -> Iterator[Learner]:
    for enrolment in work.enrolments.in_cohort(_cohort(work).id):
        contact = work.contacts.get(enrolment.contact)
        if contact.channel is channel:
            yield Learner(enrolment.id, contact.external, contact.room)
