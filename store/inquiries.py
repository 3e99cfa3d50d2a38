"""Inquiries: questions to the office, each with all that was asked on."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select, update

from store.erasure import NOBODY
from store.errors import only
from store.inquiry import Inquiry, InquiryState
from store.schema import inquiries
from store.scope import Scope, ours

_COLUMNS: Final = tuple(
    inquiries.c[name]
    for name in (
        *("id", "person", "enrolment", "account", "lesson", "title"),
        *("state", "holder", "holder_name", "at", "changed_at"),
    )
)
_OURS: Final = select(*_COLUMNS).where(ours(inquiries)).order_by(inquiries.c.id.desc())
_NUMBERED: Final = _OURS.where(inquiries.c.id == bindparam("inquiry"))
_HELD_FAST: Final = _NUMBERED.with_for_update()
_OF_PERSON: Final = _OURS.where(inquiries.c.person == bindparam("whose"))
_STANDING: Final = _OURS.where(inquiries.c.state.in_(bindparam("states", expanding=True))).limit(bindparam("most"))
_THIS: Final = update(inquiries).where(ours(inquiries), inquiries.c.id == bindparam("which"))


class Inquiries(Scope):
    """The inquiries of one organisation's people."""

    __slots__ = ()

    def begin(
        self, *, person: int, enrolment: int | None, account: int | None, lesson: int, title: str, at: datetime
    ) -> Inquiry:
        """A new one, which nobody has taken on."""
        asked = {"person": person, "enrolment": enrolment, "account": account, "lesson": lesson, "title": title}
        stands = {"state": InquiryState.OPEN, "holder": None, "holder_name": "", "at": at, "changed_at": at}
        return Inquiry(*self._create(inquiries, _COLUMNS, **asked, **stands))

    def get(self, inquiry: int) -> Inquiry:
        """The inquiry with this number; raises NotFound."""
        return Inquiry(*only(self._found(_NUMBERED, inquiry=inquiry).all()))

    def lock(self, inquiry: int) -> Inquiry:
        """The same, and nobody else changes it until the transaction ends; raises NotFound. SQLite's writers take turns
        anyway.
        """
        return Inquiry(*only(self._found(_HELD_FAST, inquiry=inquiry).all()))

    def standing(self, states: Collection[InquiryState], limit: int = 200) -> tuple[Inquiry, ...]:
        """Those in one of these states, the newest first."""
        return tuple(Inquiry(*row) for row in self._found(_STANDING, states=tuple(states), most=limit))

    def of_person(self, person: int) -> tuple[Inquiry, ...]:
        """What the person asked, the newest first."""
        return tuple(Inquiry(*row) for row in self._found(_OF_PERSON, whose=person))

    def move(self, inquiry: int, state: InquiryState, *, holder: int | None, holder_name: str, at: datetime) -> bool:
        """It stands so from now on."""
        stands = {"state": state, "holder": holder, "holder_name": holder_name, "changed_at": at}
        return self._done(_THIS, which=inquiry, **stands) > 0

    def withdraw(self, inquiry: int, at: datetime) -> bool:
        """Nobody asked; its number is all that is left."""
        return self._done(_THIS, which=inquiry, **NOBODY, changed_at=at) > 0
