"""Readings: what the platforms said of the month's counted messages."""

from typing import Final

from sqlalchemy import bindparam, select

from store.metered import Reading
from store.schema import quota_readings
from store.scope import Scope, ours

_COLUMNS: Final = tuple(quota_readings.c[name] for name in ("account", "limit", "used", "at"))
_LAST: Final = select(*_COLUMNS).where(ours(quota_readings), quota_readings.c.account == bindparam("of"))


class Readings(Scope):
    """The last reading of each account of one organisation."""

    __slots__ = ()

    def keep(self, reading: Reading) -> None:
        """This is the account's last one."""
        said = {"limit": reading.limit, "used": reading.used, "at": reading.at}
        self._put(quota_readings, account=reading.account, **said)

    def last(self, account: int) -> Reading | None:
        """What was said last."""
        row = self._found(_LAST, of=account).one_or_none()
        return Reading(*row) if row else None
