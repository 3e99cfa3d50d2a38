"""Watches: in which messages somebody sees how far an announcement is."""

from typing import Final

from sqlalchemy import bindparam, select, update

from messages.letter import State
from store.announcement import Stage, Watch
from store.schema import announcements, outbox, watches
from store.scope import Scope, ours

_COLUMNS: Final = tuple(watches.c[name] for name in ("announcement", "contact", "message", "told", "told_at", "number"))
_GOES: Final = announcements.c.stage.in_((Stage.SENDING, Stage.DONE, Stage.ABORTED))
_OPEN: Final = (
    select(*_COLUMNS)
    .join(announcements, announcements.c.id == watches.c.announcement)
    .where(ours(watches), watches.c.message != "", _GOES)
    .order_by(watches.c.announcement, watches.c.contact)
)
_THIS: Final = watches.c.announcement == bindparam("about"), watches.c.contact == bindparam("whose")
_NUMBER: Final = select(watches.c.number).where(ours(watches), *_THIS)
_OVER: Final = update(watches).where(ours(watches), watches.c.message != "", *_THIS).values(message="")
_STANDS: Final = select(outbox.c.sent_message).where(
    ours(outbox), outbox.c.key == bindparam("which"), outbox.c.state == State.SENT
)


class Watches(Scope):
    """Those of one organisation's people."""

    __slots__ = ()

    def put(self, watch: Watch) -> None:
        """This contact sees it there from now on, and nowhere else."""
        self._put(watches, **{column.name: getattr(watch, column.name) for column in _COLUMNS})

    def open(self) -> tuple[Watch, ...]:
        """Those of announcements that go out, or have done so and nobody was told."""
        return tuple(Watch(*row) for row in self._found(_OPEN))

    def next(self, announcement: int, contact: int) -> int:
        """The number of the next letter to tell it: none is given out twice."""
        number: int | None = self._found(_NUMBER, about=announcement, whose=contact).scalar_one_or_none()
        return (number or 0) + 1

    def end(self, announcement: int, contact: int) -> bool:
        """There is nothing more to tell; False if there was not."""
        return self._done(_OVER, about=announcement, whose=contact) > 0

    def stands_at(self, watch: Watch) -> str:
        """The platform's id of the message in which it was told last."""
        there: str | None = self._found(_STANDS, which=watch.key).scalar_one_or_none()
        return there or watch.message
