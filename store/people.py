"""People."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from store.erasure import erase
from store.errors import only
from store.schema import people
from store.scope import Scope, ours
from store.values import Person

PERSON: Final = (
    people.c.id,
    people.c.nickname,
    people.c.language,
    people.c.section_family,
    people.c.created_at,
    people.c.reminders,
    people.c.digests,
)
_OURS: Final = select(*PERSON).where(ours(people)).order_by(people.c.id)
_NUMBERED: Final = _OURS.where(people.c.id == bindparam("person"))
_HELD_FAST: Final = _NUMBERED.with_for_update(key_share=True)


class People(Scope):
    """The people of one organisation."""

    __slots__ = ()

    def create(self, *, nickname: str, language: str, section_family: str, at: datetime) -> Person:
        """A new person."""
        row = self._create(
            people, PERSON, nickname=nickname, language=language, section_family=section_family, created_at=at
        )
        return Person(*row)

    def get(self, person: int) -> Person:
        """The person with this number; raises NotFound."""
        return Person(*only(self._found(_NUMBERED, person=person).all()))

    def lock(self, person: int) -> Person | None:
        """The person, for whom nobody else acts until the transaction ends; None if they are gone. SQLite's writers
        take turns anyway.
        """
        row = self._found(_HELD_FAST, person=person).one_or_none()
        return Person(*row) if row else None

    def all(self) -> tuple[Person, ...]:
        """Everybody, in the order they came."""
        return tuple(Person(*row) for row in self._found(_OURS))

    def rename(self, person: int, nickname: str) -> bool:
        """Call the person this from now on."""
        return self._write(people, person, nickname=nickname)

    def set_language(self, person: int, language: str) -> bool:
        """Speak this language to the person."""
        return self._write(people, person, language=language)

    def set_section(self, person: int, family: str) -> bool:
        """Show the person examples from this family of departments."""
        return self._write(people, person, section_family=family)

    def set_reminders(self, person: int, *, wanted: bool) -> bool:
        """Remind the person in the afternoon, or do not."""
        return self._write(people, person, reminders=wanted)

    def set_digests(self, person: int, *, wanted: bool) -> bool:
        """Send the person the week's digests, or do not."""
        return self._write(people, person, digests=wanted)

    def erase(self, person: int) -> bool:
        """Nothing about the person is left but that some letters were sent, and what they counted; False if there is
        no such person.
        """
        return erase(self.connection, self.organisation, person)
