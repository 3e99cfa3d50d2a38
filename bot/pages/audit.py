"""/audit/…: the record of what was done, as a file for an owner."""

from datetime import datetime
from io import StringIO

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot import deeds
from bot.pages.browser import HEADERS
from bot.pages.visits import Visits
from config.clock import Clock
from lessons.library import Library
from messages.actions import ShowAudit
from school.passing import Visit
from school.rights import NotAllowed, Verb, actor_of, acts
from store.database import Database
from store.work import Work

_FILE = 'attachment; filename="kotsukotsu-audit.csv"'


class AuditFile:
    """May be fetched again until its time is over, as long as the visitor may read the record; each time is on it."""

    def __init__(self, database: Database, _library: Library, clock: Clock) -> None:
        self._visits = Visits(database, clock)

    @property
    def routes(self) -> tuple[BaseRoute, ...]:
        return (Route("/audit/{secret}", self.file, methods=["GET"]),)

    async def file(self, request: Request) -> Response:
        """Comma-separated, and marked so that a spreadsheet reads it as UTF-8."""
        return await self._visits.look(request, _turn)


def _turn(work: Work, visit: Visit, at: datetime) -> Response | None:
    if not isinstance(visit.purpose, ShowAudit):
        return None
    try:
        acts(work, actor_of(work, visit.person.id), Verb.READ_AUDIT, target="audit", detail="exported", at=at)
    except NotAllowed:
        return None
    sheet = StringIO(newline="")
    deeds.write(work.audit.export(), sheet)
    headers = {**HEADERS, "Content-Disposition": _FILE}
    return Response(sheet.getvalue().encode("utf-8-sig"), media_type="text/csv", headers=headers)
