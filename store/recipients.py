"""Recipients: to whom the letters of an announcement were written, and what became of each."""

from collections.abc import Collection

from sqlalchemy import func, select

from messages.letter import State
from store.addressing import whose
from store.announcement import Addressee
from store.schema import accounts, contacts, outbox, people, staff
from store.scope import Scope


class Recipients(Scope):
    """Those of one organisation's announcements."""

    __slots__ = ()

    def of(
        self, announcement: int, states: Collection[State], *, start: int = 0, most: int = 20
    ) -> tuple[Addressee, ...]:
        """Those whose letters are in one of these states, in order, so many from the given place on."""
        named = func.coalesce(people.c.nickname, ""), func.coalesce(staff.c.name, "")
        found = (
            select(*named, accounts.c.channel, outbox.c.state, outbox.c.reason)
            .join(accounts, accounts.c.id == outbox.c.account)
            .outerjoin(contacts, whose(outbox, announcement))
            .outerjoin(people, people.c.id == contacts.c.person)
            .outerjoin(staff, staff.c.person == people.c.id)
            .where(self._owned(outbox), outbox.c.announcement == announcement, outbox.c.state.in_(states))
            .order_by(outbox.c.id)
        )
        return tuple(Addressee(*row) for row in self.connection.execute(found.offset(start).limit(most)))
