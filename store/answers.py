"""Answers: what the office answered to questions, and how far it has come back to who asked."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, exists, select, true, update

from messages.letter import State
from store.errors import AlreadyExists
from store.inquiry import OfficeAnswer
from store.schema import answers, inquiries, outbox
from store.scope import Scope, ours, ours_too
from store.unasked import TELLS_OF_ANSWERS

_COLUMNS: Final = tuple(
    answers.c[name]
    for name in ("id", "inquiry", "person", "name", "body", "sent", "source", "at", "told_in", "read_at")
)
_OURS: Final = select(*_COLUMNS).where(ours(answers)).order_by(answers.c.id)
_NUMBERED: Final = _OURS.where(answers.c.id == bindparam("answer"))
_OF: Final = _OURS.where(answers.c.inquiry == bindparam("about"))
_FROM: Final = _OURS.where(answers.c.source == bindparam("written"))
_SENT: Final = _OURS.join(inquiries, inquiries.c.id == answers.c.inquiry).where(answers.c.sent == true())
_UNTOLD: Final = _SENT.where(inquiries.c.person.is_not(None), answers.c.told_in == "", answers.c.read_at.is_(None))
_UNREAD: Final = (
    select(*_COLUMNS)
    .join(inquiries, inquiries.c.id == answers.c.inquiry)
    .where(ours_too(answers), inquiries.c.person == bindparam("whose"))
    .where(answers.c.sent == true(), answers.c.read_at.is_(None))
    .order_by(answers.c.id)
)
_UNTOLD_TO: Final = _UNREAD.where(answers.c.told_in == "")
_GIVEN: Final = _SENT.order_by(None).order_by(answers.c.id.desc()).limit(bindparam("most"))
_THIS: Final = update(answers).where(ours(answers), answers.c.id == bindparam("which"))
_RELEASED: Final = _THIS.where(answers.c.sent.is_(False)).values(sent=True)
_TOLD: Final = _THIS.values(told_in=bindparam("letter"))
_READ: Final = _THIS.where(answers.c.read_at.is_(None)).values(read_at=bindparam("then"))
_UNSAID: Final = update(answers).where(ours(answers), answers.c.told_in == bindparam("letter")).values(told_in="")
_NOT_THERE: Final = exists().where(
    ours(outbox),
    outbox.c.key == answers.c.told_in,
    outbox.c.state.in_((State.REFUSED, State.EXPIRED, State.CANCELLED)),
)
_RECALLED: Final = (
    update(answers).where(ours(answers), answers.c.told_in != "", _NOT_THERE).values(told_in="", read_at=None)
)
_UNDER_WAY: Final = (
    select(outbox.c.key, inquiries.c.person)
    .join(answers, (answers.c.organisation == outbox.c.organisation) & (answers.c.told_in == outbox.c.key))
    .join(inquiries, inquiries.c.id == answers.c.inquiry)
    .where(ours(outbox), outbox.c.state == State.WAITING, TELLS_OF_ANSWERS, inquiries.c.person.is_not(None))
    .distinct()
)
_GONE: Final = delete(answers).where(ours(answers), answers.c.inquiry == bindparam("about"))


class Answers(Scope):
    """The answers of one organisation's office."""

    __slots__ = ()

    def add(
        self, inquiry: int, *, person: int | None, name: str, body: str, sent: bool, source: str, at: datetime
    ) -> OfficeAnswer | None:
        """A new answer; None if what was written there is one already."""
        author = {"inquiry": inquiry, "person": person, "name": name, "source": source}
        try:
            row = self._create(answers, _COLUMNS, **author, body=body, sent=sent, at=at, told_in="", read_at=None)
        except AlreadyExists:
            return None
        return OfficeAnswer(*row)

    def find(self, answer: int) -> OfficeAnswer | None:
        """The answer with this number."""
        return next((OfficeAnswer(*row) for row in self._found(_NUMBERED, answer=answer)), None)

    def of(self, inquiry: int) -> tuple[OfficeAnswer, ...]:
        """What was answered to this one, the oldest first; also what waits for its author's word."""
        return tuple(OfficeAnswer(*row) for row in self._found(_OF, about=inquiry))

    def from_source(self, source: str) -> OfficeAnswer | None:
        """The answer that was written there."""
        return next((OfficeAnswer(*row) for row in self._found(_FROM, written=source)), None)

    def unread(self, person: int) -> tuple[OfficeAnswer, ...]:
        """Answers to the person that nothing has shown them in full."""
        return tuple(OfficeAnswer(*row) for row in self._found(_UNREAD, whose=person))

    def untold(self, person: int) -> tuple[OfficeAnswer, ...]:
        """Answers to the person of which no letter tells."""
        return tuple(OfficeAnswer(*row) for row in self._found(_UNTOLD_TO, whose=person))

    def waiting(self) -> tuple[OfficeAnswer, ...]:
        """Answers to anybody of which no letter tells."""
        return tuple(OfficeAnswer(*row) for row in self._found(_UNTOLD))

    def given(self, limit: int = 500) -> tuple[OfficeAnswer, ...]:
        """What was answered, the newest first."""
        return tuple(OfficeAnswer(*row) for row in self._found(_GIVEN, most=limit))

    def release(self, answer: int) -> bool:
        """Its author says that it goes; False if it went before."""
        return self._done(_RELEASED, which=answer) > 0

    def tell(self, answer: int, letter: str) -> bool:
        """The letter of this key tells of it."""
        return self._done(_TOLD, which=answer, letter=letter) > 0

    def unsay(self, letter: str) -> int:
        """The letter of this key never leaves: what it was to tell, nothing tells. Returns how many."""
        return self._done(_UNSAID, letter=letter)

    def recall(self) -> int:
        """What was to be told by letters that did not arrive, nothing tells; returns how many answers."""
        return self._done(_RECALLED)

    def under_way(self) -> tuple[tuple[str, int], ...]:
        """Letters that tell of answers alone and wait to leave, by their keys, and the people whom they tell."""
        return tuple((key, person) for key, person in self._found(_UNDER_WAY))

    def read(self, answer: int, at: datetime) -> bool:
        """It was shown in full; False if it was before."""
        return self._done(_READ, which=answer, then=at) > 0

    def clear(self, inquiry: int) -> int:
        """Nothing was answered to this one; returns how many answers there were."""
        return self._done(_GONE, about=inquiry)
