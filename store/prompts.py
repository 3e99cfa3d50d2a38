"""Prompts: what the bot has asked an address to write, also before anybody there has joined."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, select

from store.schema import prompts
from store.scope import Scope
from store.values import Prompt


class Prompts(Scope):
    """The open prompts of one organisation; one at most for an address."""

    __slots__ = ()

    def get(self, account: int, external: str) -> Prompt | None:
        """What the address was asked last, and has not answered."""
        row = self.connection.execute(
            select(prompts.c.awaiting, prompts.c.value, prompts.c.at).where(self._this(account, external))
        ).one_or_none()
        return Prompt(*row) if row else None

    def set(self, account: int, external: str, *, awaiting: str, value: str, at: datetime) -> None:
        """This is asked now, and what was asked before is not."""
        self._put(prompts, account=account, external=external, awaiting=awaiting, value=value, at=at)

    def clear(self, account: int, external: str) -> None:
        """Nothing is asked."""
        self._change(delete(prompts).where(self._this(account, external)))

    def sweep(self, before: datetime) -> int:
        """Forget what was asked before that moment; returns how many."""
        return self._sweep(prompts, before)

    def _this(self, account: int, external: str) -> ColumnElement[bool]:
        return and_(self._owned(prompts), prompts.c.account == account, prompts.c.external == external)
