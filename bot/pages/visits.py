"""Whoever comes with a link of their own: let in, or told in the browser's language why not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import Response

from bot.pages.browser import ORDINARY, Bounds, TooLarge, WrongType, fields, shown, tongue
from config.clock import Clock
from console.writing import away_page, gone_page, long_page, odd_page, unknown_page
from lessons.phrases import Phrases
from school import passing
from school.passing import Visit
from school.writing import MOST
from store.database import Database
from store.errors import DatabaseUnusable
from store.work import Work

Page: TypeAlias = Callable[[Work, Visit, datetime], Response | None]
"""What the visitor sees; None if what the link was for is no more."""


@dataclass(frozen=True, slots=True)
class Visits:
    """The secret in the address is what allows a visit, so no other page can send anything here."""

    database: Database
    clock: Clock

    async def look(self, request: Request, page: Page) -> Response:
        """The page, in one transaction of the organisation that gave the link out."""
        guest = tongue(request)
        try:
            return await self.database.run(self._turn, request.path_params["secret"], guest, page)
        except DatabaseUnusable:
            return shown(away_page(guest), 503)

    async def send(
        self, request: Request, page: Callable[[Mapping[str, str]], Page], bounds: Bounds = ORDINARY
    ) -> Response:
        """The same for a form that was sent, of which `page` gets the fields."""
        say = tongue(request)
        try:
            sent = await fields(request, bounds)
        except WrongType:
            return shown(odd_page(say), 415)
        except TooLarge:
            return shown(long_page(MOST, say), 413)
        return await self.look(request, page(sent))

    def _turn(self, secret: str, guest: Phrases, page: Page) -> Response:
        at = self.clock.now()
        with self.database.root() as root:
            owner = root.passes.owner(secret)
            if owner is None:
                return shown(unknown_page(guest), 404)
            work = root.work(owner)
            visit = passing.visit(work, secret, at)
            seen = page(work, visit, at) if isinstance(visit, Visit) else None
            return shown(gone_page(guest), 410) if seen is None else seen
