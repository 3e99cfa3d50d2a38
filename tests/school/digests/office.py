"""A town in its first week: sections, people in them, some of whom have finished what came."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from lessons.library import Library
from lessons.weekly import Week
from messages.incoming import ChannelName
from school.digests import due
from store.office import Post, Role, Staff
from store.values import Account
from store.work import Work
from tests.shelf import FIRST_WEEK
from tests.store.world import NOW, Town

TOKYO = ZoneInfo("Asia/Tokyo")
MONDAY = date(2026, 9, 7)
WEEK = Week(MONDAY)


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """So many days after that Monday, in the town's time."""
    return datetime.combine(MONDAY + timedelta(days=day), time(hour, minute), TOKYO)


TOLD = moment(4, 16)


@dataclass
class Office:
    """The town and its people; everybody is reached in Slack unless told otherwise."""

    town: Town
    slack: Account
    people: dict[str, int] = field(default_factory=dict)
    library: Library = field(init=False)

    def __post_init__(self) -> None:
        self.library = Library((replace(FIRST_WEEK.courses[0], id=self.town.cohort.course),))

    def member(self, name: str, path: str = "", *, finished: int = 0, given: int = 1, line: bool = False) -> int:
        """A learner who was given so many lessons this week, and finished so many."""
        with self.town.database.begin(self.town.number) as work:
            person = self._person(work, name, path, line=line)
            contact = work.contacts.of_person(person)[0]
            enrolment = work.enrolments.create(
                cohort=self.town.cohort.id,
                person=person,
                contact=contact.id,
                delivery_time=time(8, 40),
                next_at=None,
                at=NOW,
            )
            for number in range(1, given + 1):
                work.taken.deliver(enrolment.id, number, MONDAY, NOW)
            for number in range(1, finished + 1):
                work.attempts.record(
                    enrolment=enrolment.id, lesson=number, quiz=f"d0{number}-q1", chosen=("A",), right=False, at=NOW
                )
                work.taken.finish(enrolment.id, number, MONDAY, NOW)
        return person

    def officer(self, name: str, role: Role = Role.OFFICER, path: str = "") -> int:
        """Somebody with a role who does not learn; a manager's is for the section with this path."""
        with self.town.database.begin(self.town.number) as work:
            person = self._person(work, name, "")
            section = work.sections.by_path(path)
            work.roles.grant(person, role, section.id if section else None, NOW)
        return person

    def switch_on(self) -> None:
        """Digests are wanted since Monday."""
        with self.town.database.begin(self.town.number) as work:
            due.switch(work, NOW, wanted=True)

    def send(self, at: datetime = TOLD, limit: int = 100) -> int:
        """What the job does at this moment, once."""
        with self.town.database.begin(self.town.number) as work:
            return due.send_due(work, self.library, at, limit)

    def letters(self) -> list[str]:
        """The keys of the letters, with nicknames for numbers."""
        names = {str(number): name for name, number in self.people.items()}
        keys = (key.split(":") for key in sorted(self.town.ledger()))
        return [f"{kind}:{names[person]}" for _, kind, person, _ in keys]

    def _person(self, work: Work, name: str, path: str, *, line: bool = False) -> int:
        person = work.people.create(nickname=name, language="ja", section_family="default", at=NOW)
        account = self.town.account if line else self.slack
        work.contacts.create(person=person.id, account=account.id, external=f"U-{name}")
        self.people[name] = person.id
        if path:
            section = work.sections.by_path(path) or work.sections.create(path, None)
            work.staff.add([Staff(0, f"N-{name}", name, "", "", "", "", "")])
            listed = next(each for each in work.staff.all() if each.number == f"N-{name}")
            work.staff.meet(listed.id, person.id)
            work.posts.add([Post(listed.id, section.id, "")])
        return person.id


def office(town: Town) -> Office:
    """A Slack workspace beside the town's LINE account, digests on."""
    with town.database.root() as root:
        slack = root.accounts.attach(town.number, ChannelName.SLACK, f"T{town.number}", "U1")
    made = Office(town, slack)
    made.switch_on()
    return made
