"""Uploads: rosters that somebody dropped into the chat, until they are taken or a day has gone by."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from messages.letter import Address
from store.errors import only
from store.office import Upload, Uploaded
from store.schema import uploads
from store.scope import Scope, ours

_COLUMNS: Final = tuple(
    uploads.c[name]
    for name in ("id", "person", "account", "room", "file", "name", "url", "state", "roster", "digest", "at")
)
_OURS: Final = select(*_COLUMNS).where(ours(uploads)).order_by(uploads.c.id)
_NUMBERED: Final = _OURS.where(uploads.c.id == bindparam("which"))
_LAST: Final = _OURS.order_by(None).order_by(uploads.c.id.desc()).where(uploads.c.person == bindparam("of")).limit(1)
_WAITING: Final = _OURS.where(uploads.c.state.in_((Uploaded.WAITING, Uploaded.WANTED)))


class Uploads(Scope):
    """One organisation's uploads."""

    __slots__ = ()

    def add(self, *, person: int, to: Address, file: str, name: str, url: str, at: datetime) -> bool:
        """It waits to be fetched; False if this file was dropped before."""
        here = {"person": person, "account": to.account, "room": to.to}
        said = {"file": file, "name": name, "url": url, "at": at}
        return self._add(uploads, **here, **said, state=Uploaded.WAITING, roster="", digest="")

    def get(self, upload: int) -> Upload:
        """The upload with this number; raises NotFound."""
        return Upload(*only(self._found(_NUMBERED, which=upload).all()))

    def last(self, person: int) -> Upload:
        """What the person has dropped last; raises NotFound."""
        return Upload(*only(self._found(_LAST, of=person).all()))

    def waiting(self) -> tuple[Upload, ...]:
        """Those to be fetched, or to be taken over, the oldest first."""
        return tuple(Upload(*row) for row in self._found(_WAITING))

    def move(self, upload: int, state: Uploaded, to: Uploaded, *, roster: str = "", digest: str = "") -> bool:
        """It stands there now, with this content; False if it did not stand at the state, and nothing is changed."""
        here = uploads.update().where(self._at(uploads, upload), uploads.c.state == state)
        return self._change(here.values(state=to, roster=roster, digest=digest)) > 0

    def sweep(self, before: datetime) -> int:
        """What is older is forgotten; returns how many."""
        return self._sweep(uploads, before)
