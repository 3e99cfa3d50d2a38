"""The list of staff in a rehearsal: who has joined is put into one of two sections before the week is summed up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Final

from bot.rehearsal.account import Account
from bot.rehearsal.learner import Learner
from bot.rehearsal.office.counting import by_section
from bot.rehearsal.plan import CALENDAR, Plan
from bot.rehearsal.town import Town
from store.office import Post, Staff
from store.work import Work

SECTION: Final = "市民部/市民課"
_OTHER: Final = "総務部/総務課"
_UNLISTED: Final = "~"  # stands last
_LEAST: Final = 5  # in a section of which figures may be shown
_AT: Final = time(15, 50)


@dataclass(slots=True)
class Roll:
    """`listed` are the learners on the list, by their place among all, with their section."""

    town: Town
    learners: Sequence[Learner]
    listed: dict[int, str] = field(default_factory=dict)

    def days(self, plan: Plan) -> Iterator[datetime]:
        """When it is brought up to date: on every day, shortly before it might be read."""
        return (CALENDAR.moment(day, _AT) for day in plan.workdays)

    async def found(self) -> None:
        """The sections are there."""
        await self.town.write(_founded)

    async def list_everybody(self, now: datetime) -> None:  # noqa: ARG002  a deed's own signature
        """Who has joined since comes on it: the first ones into one section, then half of the others."""
        new = [number for number, each in enumerate(self.learners) if number not in self.listed and each.account.joined]
        if new:
            await self.town.write(lambda work: self._list(work, new))

    def sections(self) -> dict[str, list[Account]]:
        """Who is in which; at the end those who are on no list."""
        return by_section(
            (self.listed.get(number, _UNLISTED), each.account) for number, each in enumerate(self.learners)
        )

    def _list(self, work: Work, new: list[int]) -> None:
        accounts = work.accounts.all()
        for number in new:
            external = self.learners[number].phone.user
            known = (work.contacts.find(account.id, external) for account in accounts)
            person = next((contact.person for contact in known if contact), None)
            if person is None:
                continue
            mine = [each for each in self.listed.values() if each == SECTION]
            path = SECTION if len(mine) < _LEAST or number % 2 else _OTHER
            section = work.sections.by_path(path)
            name = f"{number + 1:04}"
            work.staff.add([Staff(0, name, name, "", "", "", "", "")])
            staff = next(each for each in work.staff.all() if each.number == name)
            work.staff.meet(staff.id, person)
            work.posts.add([Post(staff.id, section.id if section else 0, "")])
            self.listed[number] = path


def _founded(work: Work) -> None:
    for path in (SECTION, _OTHER):
        above = work.sections.create(path.partition("/")[0], None)
        work.sections.create(path, above.id)
