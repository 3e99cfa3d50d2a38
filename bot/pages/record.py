"""/me/…: everything that is held about one person, to read and to take along."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.pages.browser import HEADERS, shown, tongue
from config.clock import Clock
from console import record as pages
from console.writing import away_page, gone_page, unknown_page
from lessons.library import Library
from lessons.phrases import Phrases, phrases
from messages.actions import ShowRecord
from school import passing
from school.passing import Visit
from school.record import record_of
from store.database import Database
from store.errors import DatabaseUnusable


class OwnRecord:
    """A page, and a file to keep. May be opened again until its time is over."""

    def __init__(self, database: Database, library: Library, clock: Clock) -> None:
        self._database, self._library, self._clock = database, library, clock

    @property
    def routes(self) -> tuple[BaseRoute, ...]:
        return (
            Route("/me/{secret}", self.page, methods=["GET"]),
            Route("/me/{secret}/record.json", self.file, methods=["GET"]),
        )

    async def page(self, request: Request) -> Response:
        """In plain words."""
        return await self._answer(request, whole=False)

    async def file(self, request: Request) -> Response:
        """As JSON."""
        return await self._answer(request, whole=True)

    async def _answer(self, request: Request, *, whole: bool) -> Response:
        guest = tongue(request)
        try:
            return await self._database.run(self._turn, request.path_params["secret"], guest, whole=whole)
        except DatabaseUnusable:
            return shown(away_page(guest), 503)

    def _turn(self, secret: str, guest: Phrases, *, whole: bool) -> Response:
        at = self._clock.now()
        with self._database.root() as root:
            owner = root.passes.owner(secret)
            if owner is None:
                return shown(unknown_page(guest), 404)
            work = root.work(owner)
            visit = passing.visit(work, secret, at)
            if not isinstance(visit, Visit) or not isinstance(visit.purpose, ShowRecord):
                return shown(gone_page(guest), 410)
            record = record_of(work, self._library.spoken(visit.person.language), visit.person, at)
        if whole:
            name = 'attachment; filename="kotsukotsu-record.json"'
            headers = {**HEADERS, "Content-Disposition": name}
            return Response(pages.record_json(record), media_type="application/json", headers=headers)
        say, until = phrases(visit.person.language), visit.ticket.expires_at
        return shown(pages.record_page(record, say, until=until, download=f"{secret}/record.json"))
