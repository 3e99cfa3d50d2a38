"""Prompts: what the bot has asked an address to write, also before anybody there has joined."""

from datetime import datetime
from typing import Final

from sqlalchemy import and_, bindparam, delete, select

from store.schema import prompts
from store.scope import Scope, ours
from store.values import Prompt

_THIS: Final = and_(ours(prompts), prompts.c.account == bindparam("account"), prompts.c.external == bindparam("who"))
_ASKED: Final = select(prompts.c.awaiting, prompts.c.value, prompts.c.at).where(_THIS)
_CLEARED: Final = delete(prompts).where(_THIS)


class Prompts(Scope):
    """The open prompts of one organisation; one at most for an address."""

    __slots__ = ()

    def get(self, account: int, external: str) -> Prompt | None:
        """What the address was asked last, and has not answered."""
        row = self._found(_ASKED, account=account, who=external).one_or_none()
        return Prompt(*row) if row else None

    def set(self, account: int, external: str, *, awaiting: str, value: str, at: datetime) -> None:
        """This is asked now, and what was asked before is not."""
        self._put(prompts, account=account, external=external, awaiting=awaiting, value=value, at=at)

    def clear(self, account: int, external: str) -> None:
        """Nothing is asked."""
        self._done(_CLEARED, account=account, who=external)

    def sweep(self, before: datetime) -> int:
        """Forget what was asked before that moment; returns how many."""
        return self._sweep(prompts, before)
