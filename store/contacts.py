"""Contacts: where people are reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, bindparam, delete, func, select

from store.erasure import forget_address
from store.errors import only
from store.people import PERSON
from store.schema import accounts, contacts, people
from store.scope import Scope, ours, ours_too
from store.values import Contact, Person


@dataclass(frozen=True, slots=True)
class Met:
    """A person where they are reached."""

    contact: Contact
    person: Person


_COLUMNS: Final = (
    contacts.c.id,
    contacts.c.person,
    contacts.c.account,
    accounts.c.channel,
    contacts.c.external,
    contacts.c.room,
    contacts.c.reachable,
)
_ALL: Final = select(*_COLUMNS).join(accounts, accounts.c.id == contacts.c.account).order_by(contacts.c.id)
_OURS: Final = _ALL.where(ours(contacts))
_OF_ADDRESS: Final = _OURS.where(contacts.c.account == bindparam("account"), contacts.c.external == bindparam("who"))
_WITH_PERSON: Final = _OURS.join(people, people.c.id == contacts.c.person).add_columns(*PERSON)
_MET: Final = _WITH_PERSON.where(
    contacts.c.account == bindparam("account"), contacts.c.external == bindparam("who")
).with_for_update(of=people, key_share=True)
_MET_AT: Final = _WITH_PERSON.where(contacts.c.id.in_(bindparam("contacts", expanding=True)))
_NUMBERED: Final = _OURS.where(contacts.c.id == bindparam("contact"))
_OF_PERSON: Final = _OURS.where(contacts.c.person == bindparam("person"))
_OF_PEOPLE: Final = _ALL.where(ours_too(contacts), contacts.c.person.in_(bindparam("people", expanding=True)))


class Contacts(Scope):
    """The contacts of one organisation's people."""

    __slots__ = ()

    def find(self, account: int, external: str) -> Contact | None:
        """Whoever this is on the platform, if we know them."""
        return next(iter(self._all(_OF_ADDRESS, account=account, who=external)), None)

    def meet(self, account: int, external: str) -> Met | None:
        """The same with the person, for whom nobody else acts until the transaction ends. SQLite's writers take turns
        anyway.
        """
        return next(iter(self._met(_MET, account=account, who=external)), None)

    def met(self, numbers: Sequence[int]) -> Mapping[int, Met]:
        """Whoever is reached at the contacts with these numbers."""
        return {met.contact.id: met for met in self._met(_MET_AT, contacts=numbers)}

    def get(self, contact: int) -> Contact:
        """The contact with this number; raises NotFound."""
        return only(self._all(_NUMBERED, contact=contact))

    def of_person(self, person: int) -> tuple[Contact, ...]:
        """Everywhere the person is reached, the oldest first."""
        return self._all(_OF_PERSON, person=person)

    def of_people(self, people: Sequence[int]) -> Mapping[int, tuple[Contact, ...]]:
        """The same for many at once; each has their own, empty or not."""
        found: dict[int, tuple[Contact, ...]] = dict.fromkeys(people, ())
        for contact in self._all(_OF_PEOPLE, people=people):
            found[contact.person] += (contact,)
        return found

    def create(self, *, person: int, account: int, external: str, room: str = "") -> Contact:
        """The person is reached here too; raises AlreadyExists if this address is somebody's."""
        row = self._create(
            contacts, [contacts.c.id], person=person, account=account, external=external, room=room, reachable=True
        )
        return self.get(row.id)

    def set_room(self, contact: int, room: str) -> bool:
        """Write to the contact in this room."""
        return self._write(contacts, contact, room=room)

    def set_reachable(self, contact: int, *, reachable: bool) -> bool:
        """Whether letters arrive there: not after a block."""
        return self._write(contacts, contact, reachable=reachable)

    def remove(self, contact: int) -> bool:
        """Nobody is known there any more, and what was said there is forgotten as soon as it is done with.

        Nothing may point there: prefer another contact before.
        """
        forget_address(self.connection, self.organisation, contact)
        return self._change(delete(contacts).where(self._at(contacts, contact))) > 0

    def lock(self, account: int, external: str) -> None:
        """Until the transaction ends nobody else acts for this address, known or not. SQLite's writers take turns
        anyway.
        """
        if self.connection.dialect.name == "postgresql":
            self.connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(external, account))))

    def _met(self, which: Select[*tuple[Any, ...]], **values: object) -> tuple[Met, ...]:
        rows = self._found(which, **values)
        return tuple(Met(Contact(*row[: len(_COLUMNS)]), Person(*row[len(_COLUMNS) :])) for row in rows)

    def _all(self, which: Select[*tuple[Any, ...]], **values: object) -> tuple[Contact, ...]:
        return tuple(Contact(*row) for row in self._found(which, **values))
