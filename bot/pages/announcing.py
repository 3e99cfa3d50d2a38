"""/announce/…: where the office writes announcements, allows, sends and watches them; no platform reads along."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.pages.announcing_deeds import COMMENT, DEEDS, Desk, Undone, deeds, done
from bot.pages.announcing_forms import Form, look, send
from bot.pages.browser import HEADERS, Bounds, shown
from bot.pages.visits import Page, Visits
from config.clock import Clock
from console import announcing as pages
from lessons.cards import dates
from lessons.library import Library
from messages.actions import ShowAnnouncements
from school import quota
from school.announcing import drafting
from school.announcing.ledger import ledger
from school.passing import Visit
from school.rights import NotAllowed, Verb, require
from store.database import Database
from store.errors import NotFound
from store.work import Work

_AGAIN: Final = 303
_FORMS: Final = {"edit": Form.EDIT, "correct": Form.CORRECT}
_BOUNDS: Final = Bounds(120_000, 600, several=True)  # a text ten times too long still comes back with what is wrong
_Look = Callable[[Desk], Response]


class OwnAnnouncements:
    """A list, a form, and a page for each. May be opened until its time is over, and as long as the role lasts."""

    def __init__(self, database: Database, _library: Library, clock: Clock) -> None:
        self._visits = Visits(database, clock)

    @property
    def routes(self) -> tuple[BaseRoute, ...]:
        return (
            Route("/announce/{secret}", self.all, methods=["GET"]),
            Route("/announce/{secret}/new", self.form, methods=["GET"]),
            Route("/announce/{secret}/new", self.write, methods=["POST"]),
            Route("/announce/{secret}/{number:int}", self.one, methods=["GET"]),
            Route("/announce/{secret}/{number:int}/ledger", self.ledger, methods=["GET"]),
            Route("/announce/{secret}/{number:int}/{deed}", self.form, methods=["GET"]),
            Route("/announce/{secret}/{number:int}/{deed}", self.act, methods=["POST"]),
        )

    async def all(self, request: Request) -> Response:
        """The newest of them."""
        return await self._look(request, _all)

    async def one(self, request: Request) -> Response:
        """One, with everything that can be done now."""
        return await self._look(request, partial(_one, number=request.path_params["number"]))

    async def ledger(self, request: Request) -> Response:
        """Whom it did not reach."""
        page = request.query_params.get("page", "1")
        number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
        return await self._look(request, partial(_ledger, number=request.path_params["number"], page=number))

    async def form(self, request: Request) -> Response:
        """The empty form, or the one of an announcement; a deed that was only looked at leads back to its page."""
        number = request.path_params.get("number")
        form = _FORMS.get(request.path_params["deed"]) if number else Form.NEW
        back = partial(_back, to=f"/{number}")
        return await self._look(request, partial(look, form=form, number=number) if form else back)

    async def write(self, request: Request) -> Response:
        """A new one."""
        return await self._send(request, lambda sent: partial(send, form=Form.NEW, number=None, sent=sent))

    async def act(self, request: Request) -> Response:
        """What a button on its page does."""
        deed, number = request.path_params["deed"], request.path_params["number"]
        if form := _FORMS.get(deed):
            return await self._send(request, lambda sent: partial(send, form=form, number=number, sent=sent))
        return await self._send(request, lambda sent: partial(_done, number=number, deed=deed, sent=sent))

    async def _look(self, request: Request, page: _Look) -> Response:
        return await self._visits.look(request, _let_in(request, page))

    async def _send(self, request: Request, page: Callable[[Mapping[str, str]], _Look]) -> Response:
        return await self._visits.send(request, lambda sent: _let_in(request, page(sent)), _BOUNDS)


def _let_in(request: Request, page: _Look) -> Page:
    """For whom it was given out, while they have a role for it."""
    secret = request.path_params["secret"]
    root = "../" * request.url.path.partition(secret)[2].count("/") + secret

    def seen(work: Work, visit: Visit, at: datetime) -> Response | None:
        if not isinstance(visit.purpose, ShowAnnouncements):
            return None
        desk = Desk(work, visit, at, root)
        try:
            require(work, desk.actor, Verb.DRAFT)
            return page(desk)
        except NotAllowed:
            return shown(pages.closed_page(desk.say), 403)
        except NotFound:
            return shown(pages.missing_page(desk.say), 404)

    return seen


def _all(desk: Desk) -> Response:
    until = desk.visit.ticket.expires_at.astimezone(desk.work.organisation.timezone)
    found = desk.work.announcements.all()
    return shown(pages.list_page(desk.work, found, desk.say, root=desk.root, until=dates.clock(until.time())))


def _one(desk: Desk, *, number: int, undone: Undone | None = None) -> Response:
    announcement = desk.work.announcements.get(number)
    preview = drafting.preview(desk.work, desk.actor, announcement, desk.at)
    page = pages.one(desk.work, preview, deeds(desk, announcement), desk.say, left=quota.remaining(desk.work, desk.at))
    here = f"{desk.root}/{number}"
    if undone is None:
        return shown(pages.one_page(page, desk.say, root=desk.root, here=here), form=True)
    told = desk.say(undone.key, most=COMMENT)
    return shown(
        pages.one_page(page, desk.say, root=desk.root, here=here, error=told, comment=undone.comment), 409, form=True
    )


def _done(desk: Desk, *, number: int, deed: str, sent: Mapping[str, str]) -> Response:
    announcement = desk.work.announcements.get(number)
    if deed not in DEEDS:
        raise NotFound(deed)
    undone = done(desk, announcement, deed, sent)
    if undone is not None:
        return _one(desk, number=number, undone=undone)
    return _back(desk, to="" if deed == "discard" else f"/{number}")


def _ledger(desk: Desk, *, number: int, page: int) -> Response:
    found = ledger(desk.work, desk.actor, desk.work.announcements.get(number), number=page)
    return shown(pages.ledger_page(found, desk.say, here=f"{desk.root}/{number}"))


def _back(desk: Desk, *, to: str) -> Response:
    """The browser looks again, so that drawing the page anew sends nothing twice."""
    return RedirectResponse(f"{desk.root}{to}", _AGAIN, headers=HEADERS)
