"""/me/…: everything that is held about one person, to read and to take along."""

from datetime import datetime
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.pages.browser import HEADERS, shown
from bot.pages.visits import Visits
from config.clock import Clock
from console import record as pages
from lessons.library import Library
from lessons.phrases import phrases
from messages.actions import ShowRecord
from school.passing import Visit
from school.record import record_of
from store.database import Database
from store.work import Work


class OwnRecord:
    """A page, and a file to keep. May be opened again until its time is over."""

    def __init__(self, database: Database, library: Library, clock: Clock) -> None:
        self._visits, self._library = Visits(database, clock), library

    @property
    def routes(self) -> tuple[BaseRoute, ...]:
        return (
            Route("/me/{secret}", self.page, methods=["GET"]),
            Route("/me/{secret}/record.json", self.file, methods=["GET"]),
        )

    async def page(self, request: Request) -> Response:
        """In plain words."""
        secret = request.path_params["secret"]
        return await self._visits.look(request, partial(self._shown, download=f"{secret}/record.json"))

    async def file(self, request: Request) -> Response:
        """As JSON."""
        return await self._visits.look(request, partial(self._shown, download=""))

    def _shown(self, work: Work, visit: Visit, at: datetime, *, download: str) -> Response | None:
        """The page with the way to the file; the file itself where there is no further way."""
        if not isinstance(visit.purpose, ShowRecord):
            return None
        record = record_of(work, self._library.spoken(visit.person.language), visit.person, at)
        if download:
            say, until = phrases(visit.person.language), visit.ticket.expires_at
            return shown(pages.record_page(record, say, until=until, download=download))
        headers = {**HEADERS, "Content-Disposition": 'attachment; filename="kotsukotsu-record.json"'}
        return Response(pages.record_json(record), media_type="application/json", headers=headers)
