"""/d/…: one's own week, with the explanation of every question that was hard."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.pages.browser import shown
from bot.pages.visits import Visits
from bot.pages.ways import back
from config.clock import Clock
from console import week as pages
from lessons.library import Library
from lessons.phrases import phrases
from lessons.weekly import read_week
from messages.actions import ReadWeek
from school.digests.own import learner_week
from school.digests.telling import spoken
from school.passing import Visit
from school.study import study_of
from store.database import Database
from store.work import Work


class OwnWeek:
    """A page to read. May be opened again until its time is over."""

    def __init__(self, database: Database, library: Library, clock: Clock) -> None:
        self._visits, self._library = Visits(database, clock), library

    @property
    def routes(self) -> tuple[BaseRoute, ...]:
        return (Route("/d/{secret}", self.page, methods=["GET"]),)

    async def page(self, request: Request) -> Response:
        """In plain words."""
        return await self._visits.look(request, self._shown)

    def _shown(self, work: Work, visit: Visit, at: datetime) -> Response | None:
        of = read_week(visit.purpose.week) if isinstance(visit.purpose, ReadWeek) else None
        enrolments = work.enrolments.of_person(visit.person.id)
        if of is None or not enrolments:
            return None
        today = at.astimezone(work.organisation.timezone).date()
        study = spoken(study_of(work, enrolments[-1], self._library.on(today)), visit.person.language)
        say = phrases(visit.person.language)
        until = visit.ticket.expires_at.astimezone(work.organisation.timezone).time()
        seen = learner_week(work, study, of, at)
        return shown(pages.week_page(seen, back(work, visit.person, say, more=False), say, until=until))
