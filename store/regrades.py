"""Regrades: answers that are worth something else than before, since their question's key was mended."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, select, update

from store.schema import attempts, regrades
from store.scope import Scope, ours
from store.values import Attempt

_ATTEMPT: Final = tuple(attempts.c[name] for name in ("id", "enrolment", "lesson", "quiz", "chosen", "right", "at"))
_THEIRS: Final = ours(regrades) & (regrades.c.enrolment == bindparam("whose"))
_TOLD_IN: Final = (
    select(*_ATTEMPT, regrades.c.was, regrades.c.now)
    .join_from(regrades, attempts, attempts.c.id == regrades.c.attempt)
    .where(_THEIRS, regrades.c.told_in == bindparam("letter"))
    .order_by(regrades.c.id)
)
_TOLD: Final = update(regrades).where(_THEIRS, regrades.c.told_in == "").values(told_in=bindparam("letter"))


@dataclass(frozen=True, slots=True)
class Regrade:
    """An answer that is worth something else than before, since its question's key was mended."""

    attempt: Attempt
    was: bool
    now: bool


class Regrades(Scope):
    """The regrades of one organisation's people."""

    __slots__ = ()

    def add(self, attempt: Attempt, *, right: bool, digest: str, at: datetime) -> None:
        """The answer is right, or is not, by the edition of this digest; what it was worth before stays on record."""
        values = {"attempt": attempt.id, "enrolment": attempt.enrolment, "was": attempt.right, "now": right}
        self._create(regrades, (regrades.c.id,), **values, digest=digest, at=at, told_in="")
        self._write(attempts, attempt.id, right=right)

    def told_in(self, enrolment: int, letter: str) -> tuple[Regrade, ...]:
        """What the letter of this key tells the learner, the oldest first; with no key, what nobody has told yet."""
        return tuple(_regrade(row) for row in self._found(_TOLD_IN, whose=enrolment, letter=letter))

    def tell(self, enrolment: int, letter: str) -> int:
        """The letter of this key tells what was not told yet; returns how many."""
        return self._done(_TOLD, whose=enrolment, letter=letter)


def _regrade(row: Row[*tuple[Any, ...]]) -> Regrade:
    *attempt, was, now = row
    return Regrade(Attempt(*attempt), was, now)
