"""An officer in a rehearsal: somebody in Slack who does not learn, and takes a role by its code."""

from dataclasses import dataclass, field
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
    """`number` is the person's, once the bot knows them; `seen` is all that stands in their chat."""

    town: Town
    phone: InSlack
    number: int = 0
    seen: list[Sight] = field(default_factory=list)

    async def take_office(self, others: frozenset[int]) -> None:
        """Send a code to the bot, which makes an officer of whoever brings it."""
        at = self.town.clock.now()
        code = await self.town.write(lambda work: appointing.offer(work, ROOT, Role.OFFICER, section=None, at=at))
        await self.phone.say(f"役割 {code}")
        self.number = next(iter(await self.town.write(_officers) - others), 0)

    @property
    def is_greeted(self) -> bool:
        """Whether the bot has said that the role is taken."""
        return any(_APPOINTED in sight.text for sight in self.seen)

    def look(self) -> None:
        """See what is new."""
        self.seen += self.phone.fresh()

    def digested(self, *, calm: bool) -> list[str]:
        """The promises that the digests in the chat break."""
        digests = Digests(calm)
        return [what for sight in self.seen if sight.digest for what in digests.sees(sight)]

    def actor(self, work: Work) -> Actor:
        """As the bot's verbs want to know it."""
        return actor_of(work, self.number)


def _officers(work: Work) -> frozenset[int]:
    return frozenset(grant.person for grant in work.roles.all() if grant.role is Role.OFFICER)
