"""Notes: what people wrote in their own words. It stays here: no channel carries it."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, select

from store.schema import notes
from store.scope import Scope, ours
from store.values import Note, NoteKind

_COLUMNS: Final = tuple(
    notes.c[name] for name in ("id", "person", "enrolment", "kind", "quiz", "body", "via", "at", "report", "inquiry")
)
_OURS: Final = select(*_COLUMNS).where(ours(notes)).order_by(notes.c.id)
_OF_PERSON: Final = _OURS.where(notes.c.person == bindparam("of"))
_OF_KIND: Final = _OURS.where(notes.c.kind == bindparam("which", type_=notes.c.kind.type))
_OF_INQUIRY: Final = _OURS.where(notes.c.inquiry == bindparam("about"))
_NUMBERED: Final = _OURS.where(notes.c.id == bindparam("note"))
_GONE: Final = delete(notes).where(ours(notes), notes.c.id == bindparam("note"))


class Notes(Scope):
    """The notes of one organisation's people."""

    __slots__ = ()

    def add(
        self,
        *,
        person: int,
        enrolment: int | None,
        kind: NoteKind,
        quiz: str,
        body: str,
        via: str,
        at: datetime,
        report: int | None = None,
        inquiry: int | None = None,
    ) -> Note:
        """A new note."""
        values = {"person": person, "enrolment": enrolment, "kind": kind, "quiz": quiz, "body": body}
        belongs = {"report": report, "inquiry": inquiry}
        return Note(*self._create(notes, _COLUMNS, **values, via=via, at=at, **belongs))

    def of_person(self, person: int) -> tuple[Note, ...]:
        """Everything the person wrote, the oldest first."""
        return tuple(Note(*row) for row in self._found(_OF_PERSON, of=person))

    def of_kind(self, kind: NoteKind) -> tuple[Note, ...]:
        """Everything of this kind, the oldest first."""
        return tuple(Note(*row) for row in self._found(_OF_KIND, which=kind))

    def of_inquiry(self, inquiry: int) -> tuple[Note, ...]:
        """What the person asked in it and has not taken back, the oldest first."""
        return tuple(Note(*row) for row in self._found(_OF_INQUIRY, about=inquiry))

    def find(self, note: int) -> Note | None:
        """The note with this number, if it is still there."""
        return next((Note(*row) for row in self._found(_NUMBERED, note=note)), None)

    def remove(self, note: int) -> bool:
        """The note is gone; False if it was, or is none of ours."""
        return self._done(_GONE, note=note) > 0
