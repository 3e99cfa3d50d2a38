"""Approvals: what somebody in charge has allowed, for whoever audits us."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from store.schema import approvals
from store.scope import Scope, ours
from store.values import Approval

_COLUMNS: Final = tuple(approvals.c[name] for name in ("what", "granted", "by", "document", "at"))
_OF: Final = (
    select(*_COLUMNS).where(ours(approvals), approvals.c.what == bindparam("which")).order_by(approvals.c.id.desc())
)


class Approvals(Scope):
    """One organisation's approvals: only ever added to."""

    __slots__ = ()

    def add(self, *, what: str, granted: bool, by: str, document: str, at: datetime) -> None:
        """It was allowed, or taken back, by this person in this document."""
        self._add(approvals, what=what, granted=granted, by=by, document=document, at=at)

    def of(self, what: str) -> tuple[Approval, ...]:
        """What was said about it, the newest first."""
        return tuple(Approval(*row) for row in self._found(_OF, which=what))
