"""One web application: the platforms' webhooks, the pages, and a word for those who watch over us."""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.invitation import invitation
from bot.pages.browser import shown
from console.join import Door, join_page, no_such_page
from lessons.library import Library
from school.editions import course_of
from store.database import Database
from store.errors import DatabaseUnusable


class Pages:
    """What a browser may ask of the bot."""

    def __init__(self, database: Database, library: Library, public_url: str) -> None:
        self._database, self._library, self._public_url = database, library, public_url

    async def health(self, _request: Request) -> Response:
        """200 while the database answers, 503 otherwise."""
        try:
            await self._database.run(self._database.ping)
        except DatabaseUnusable:
            return JSONResponse({"database": "away"}, 503)
        return JSONResponse({"database": "well"})

    async def join(self, request: Request) -> Response:
        """The page behind an invitation."""
        try:
            door = await self._database.run(self._door, request.path_params["code"].upper())
        except DatabaseUnusable:
            return shown(no_such_page(), 503)
        if door is None:
            return shown(no_such_page(), 404)
        return shown(join_page(door))

    def _door(self, code: str) -> Door | None:
        with self._database.root() as root:
            owner = root.cohorts.codes().get(code)
            if owner is None:
                return None
            work = root.work(owner)
            cohort = work.cohorts.by_code(code)
            if cohort is None:
                return None
            course = course_of(work, self._library, cohort)
            ways = invitation(cohort, work.accounts.all(), self._public_url)
            return Door(
                organisation=work.organisation.name,
                course=course.title,
                description=course.description,
                days=len(course.lessons),
                cohort=cohort.name,
                code=cohort.code,
                line=ways.line,
                slack=ways.slack,
            )


def web(pages: Pages, others: Sequence[BaseRoute]) -> Starlette:
    """The application; everything else is 404."""
    return Starlette(
        routes=[
            *others,
            Route("/health", pages.health, methods=["GET"]),
            Route("/join/{code}", pages.join, methods=["GET"]),
        ]
    )
