"""Responses: what somebody answered to the items of a sitting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from lessons.assessment import KnowledgeForm, Occasion
from store.schema import enrolments, responses, sittings
from store.scope import Scope, ours


@dataclass(frozen=True, slots=True)
class Response:
    """The first answer to an item: a label, or own words. `right` is None where nothing is right or wrong."""

    sitting: int
    item: str
    chosen: tuple[str, ...]
    right: bool | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Reported:
    """One line of the export: a response, whose it is, on which occasion and in which form."""

    person: int
    enrolment: int
    occasion: Occasion
    form: KnowledgeForm
    item: str
    chosen: tuple[str, ...]
    right: bool | None
    at: datetime


_COLUMNS: Final = tuple(responses.c[name] for name in ("sitting", "item", "chosen", "right", "at"))
_OF: Final = (
    select(*_COLUMNS)
    .where(ours(responses), responses.c.sitting == bindparam("of"))
    .order_by(responses.c.at, responses.c.item)
)


class Responses(Scope):
    """The responses of one organisation's people."""

    __slots__ = ()

    def add(self, sitting: int, item: str, chosen: tuple[str, ...], *, right: bool | None, at: datetime) -> bool:
        """The answer to an item; False if there is one already, which stands."""
        return self._add(responses, sitting=sitting, item=item, chosen=chosen, right=right, at=at)

    def of(self, sitting: int) -> tuple[Response, ...]:
        """All answers of a sitting."""
        return tuple(Response(*row) for row in self._found(_OF, of=sitting))

    def export(self, cohort: int) -> Iterator[Reported]:
        """Every answer of a cohort, learner by learner; to be read before the transaction ends."""
        rows = self.connection.execute(
            select(enrolments.c.person, sittings.c.enrolment, sittings.c.occasion, sittings.c.form, *_COLUMNS[1:])
            .join_from(responses, sittings, sittings.c.id == responses.c.sitting)
            .join(enrolments, enrolments.c.id == sittings.c.enrolment)
            .where(self._owned(responses), enrolments.c.cohort == cohort)
            .order_by(sittings.c.enrolment, sittings.c.id, responses.c.at, responses.c.item)
            .execution_options(yield_per=1000)
        )
        return (Reported(*row) for row in rows)
