"""/a/…: where somebody answers a questionnaire, one part a page."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import assert_never

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.pages.browser import HEADERS, shown
from bot.pages.visits import Visits
from bot.pages.ways import back
from config.clock import Clock
from console import sitting as pages
from console.writing import odd_page
from lessons.assessment import Part
from lessons.cards import dates
from lessons.cards.writing import unfit
from lessons.library import Library
from lessons.phrases import phrases
from messages.actions import Sit
from school import responding
from school.passing import Visit
from school.responding import Missing, Paper
from school.writing import MOST, Unfit
from store.database import Database
from store.work import Work

log = structlog.get_logger()
_AGAIN = 303


class OwnSitting:
    """The part that comes next; each is kept as it is sent. May be opened again until its time is over."""

    def __init__(self, database: Database, library: Library, clock: Clock) -> None:
        self._visits, self._library = Visits(database, clock), library

    @property
    def routes(self) -> tuple[BaseRoute, ...]:
        return (
            Route("/a/{secret}", self.look, methods=["GET"]),
            Route("/a/{secret}", self.send, methods=["POST"]),
        )

    async def look(self, request: Request) -> Response:
        """The part that comes next, or thanks."""
        return await self._visits.look(request, partial(self._turn, sent=None, here=""))

    async def send(self, request: Request) -> Response:
        """One part."""
        here = request.path_params["secret"]
        return await self._visits.send(request, lambda sent: partial(self._turn, sent=sent, here=here))

    def _turn(
        self, work: Work, visit: Visit, at: datetime, *, sent: Mapping[str, str] | None, here: str
    ) -> Response | None:
        paper = _paper(work, self._library, visit, at)
        if paper is None:
            return None
        if paper.part is not None and responding.is_closed(paper, at):
            say = phrases(visit.person.language)
            return shown(pages.over_page(back(work, visit.person, say, more=False), say), 410)
        if sent is None:
            return _looked(work, visit, paper)
        return _sent(work, visit, paper, sent, at) or RedirectResponse(here, _AGAIN, headers=HEADERS)


def _paper(work: Work, library: Library, visit: Visit, at: datetime) -> Paper | None:
    sitting = work.sittings.get(visit.purpose.sitting) if isinstance(visit.purpose, Sit) else None
    today = at.astimezone(work.organisation.timezone).date()
    return responding.paper_of(work, library.spoken(visit.person.language).on(today), sitting) if sitting else None


def _looked(work: Work, visit: Visit, paper: Paper) -> Response:
    say, part = phrases(visit.person.language), paper.part
    if part is None:
        ways = back(work, visit.person, say, more=False)
        return shown(pages.received_page(paper.sitting.occasion, ways, say, tested=paper.tested))
    return shown(pages.sitting_page(_page(work, visit, paper, part), say), form=True)


def _sent(work: Work, visit: Visit, paper: Paper, sent: Mapping[str, str], at: datetime) -> Response | None:
    """None once it is kept: the browser then looks again, so that drawing the page anew sends nothing twice."""
    say, name = phrases(visit.person.language), sent.get(pages.PART, "")
    if name not in {*Part}:
        return shown(odd_page(say), 422)
    part = Part(name)
    outcome = responding.respond(work, paper, part, sent, at)
    match outcome:
        case Paper():
            return None
        case Missing(items=items):
            page = _page(work, visit, paper, part, given=sent, missing=items)
            return shown(pages.sitting_page(page, say, error=say("sitting.missing", count=len(items))), 422, form=True)
        case Unfit(length=length, private=private):
            if private:
                log.info("private_words", channel="page", kinds=[kind.value for kind in private])
            written = tuple(item.id for item in paper.items(part) if not item.marks)
            page = _page(work, visit, paper, part, given=sent, missing=written)
            error = unfit(length, private, most=MOST, say=say)
            return shown(pages.sitting_page(page, say, error=error), 422, form=True)
        case _ as unreachable:
            assert_never(unreachable)


def _page(
    work: Work,
    visit: Visit,
    paper: Paper,
    part: Part,
    *,
    given: Mapping[str, str] | None = None,
    missing: tuple[str, ...] = (),
) -> pages.Page:
    until = visit.ticket.expires_at.astimezone(work.organisation.timezone)
    return pages.Page(
        organisation=work.organisation.name,
        course=paper.study.course.title,
        occasion=paper.sitting.occasion,
        part=part,
        items=paper.items(part),
        place=paper.place(part),
        until=dates.clock(until.time()),
        most=MOST,
        given=given or {},
        missing=missing,
    )
