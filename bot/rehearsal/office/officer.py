"""An officer in a rehearsal: somebody in Slack who does not learn, and takes a role by its code."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.rehearsal.office.digesting import Digests
from bot.rehearsal.phone import InSlack
from bot.rehearsal.sight import Sight
from bot.rehearsal.town import Town
from lessons.phrases import phrases
from school import appointing
from school.rights import Actor, actor_of, operator
from store.office import Role
from store.work import Work

ROOT: Final = operator("rehearsal")
_APPOINTED: Final = phrases("ja").raw("office.appointed").rpartition("}")[2]


@dataclass(slots=True)
class Officer:
    """`number` is the person's, once the bot knows them; `seen` is all that stands in their chat; `broken` are the
    promises that the digests there break. The head of a section (`path`) is no officer.
    """

    town: Town
    phone: InSlack
    digests: Digests
    path: str = ""
    number: int = 0
    seen: list[Sight] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    async def take_office(self, others: frozenset[int]) -> None:
        """Send a code to the bot, which gives the role to whoever brings it."""
        at = self.town.clock.now()
        await self.phone.say(f"役割 {await self.town.write(lambda work: self._code(work, at))}")
        self.number = next(iter(await self.town.write(_officers) - others), 0)

    @property
    def is_greeted(self) -> bool:
        """Whether the bot has said that the role is taken."""
        return any(_APPOINTED in sight.text for sight in self.seen)

    def look(self) -> None:
        """See what is new."""
        fresh = self.phone.fresh()
        self.seen += fresh
        self.broken += [what for sight in fresh if sight.digest for what in self.digests.sees(sight)]

    def actor(self, work: Work) -> Actor:
        """As the bot's verbs want to know it."""
        return actor_of(work, self.number)

    def _code(self, work: Work, at: datetime) -> str:
        section = work.sections.by_path(self.path)
        role = Role.MANAGER if section else Role.OFFICER
        return appointing.offer(work, ROOT, role, section=section.id if section else None, at=at)


def _officers(work: Work) -> frozenset[int]:
    return frozenset(grant.person for grant in work.roles.all() if grant.role is not Role.LEARNER)
