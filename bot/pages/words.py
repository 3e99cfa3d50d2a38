"""/w/…: where somebody writes in their own words, which no platform carries."""

from dataclasses import dataclass
from datetime import datetime

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.pages.browser import TooLarge, WrongType, fields, shown, tongue
from bot.pages.ways import back
from config.clock import Clock
from console import writing as pages
from lessons.cards import dates
from lessons.cards.report import places
from lessons.cards.writing import unfit
from lessons.library import Library
from lessons.phrases import Phrases, phrases
from school import passing
from school.answering import Already
from school.passing import Gone
from school.sheets import Sheet, receive, sheet_of
from school.writing import MOST, Unfit
from store.database import Database
from store.errors import DatabaseUnusable
from store.work import Work

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Sent:
    """What came with the form: the words, and which part of a lesson they are about."""

    words: str
    where: str


class OwnWords:
    """A question and a field; and thanks."""

    def __init__(self, database: Database, library: Library, clock: Clock) -> None:
        self._database, self._library, self._clock = database, library, clock

    @property
    def routes(self) -> tuple[BaseRoute, ...]:
        return (
            Route("/w/{secret}", self.look, methods=["GET"]),
            Route("/w/{secret}", self.send, methods=["POST"]),
        )

    async def look(self, request: Request) -> Response:
        """The empty field: looking uses nothing up, as those do who draw previews of links."""
        return await self._answer(request, None)

    async def send(self, request: Request) -> Response:
        """What was written. The secret in the address is what allows it, so no other page can send here."""
        say = tongue(request)
        try:
            sent = await fields(request)
        except WrongType:
            return shown(pages.odd_page(say), 415)
        except TooLarge:
            return shown(pages.long_page(MOST, say), 413)
        return await self._answer(request, Sent(sent.get(pages.FIELD, ""), sent.get(pages.WHERE, "")))

    async def _answer(self, request: Request, sent: Sent | None) -> Response:
        say = tongue(request)
        try:
            return await self._database.run(self._turn, request.path_params["secret"], sent, say)
        except DatabaseUnusable:
            return shown(pages.away_page(say), 503)

    def _turn(self, secret: str, sent: Sent | None, guest: Phrases) -> Response:
        at = self._clock.now()
        with self._database.root() as root:
            owner = root.passes.owner(secret)
            if owner is None:
                return shown(pages.unknown_page(guest), 404)
            work = root.work(owner)
            visit = passing.visit(work, secret, at)
            sheet = (
                None if isinstance(visit, Gone) else sheet_of(work, self._library.spoken(visit.person.language), visit)
            )
            if sheet is None:
                return shown(pages.gone_page(guest), 410)
            return _looked(work, sheet) if sent is None else _sent(work, sheet, sent, at)


def _looked(work: Work, sheet: Sheet) -> Response:
    say = phrases(sheet.visit.person.language)
    if sheet.visit.ticket.used_at is not None:
        return shown(pages.gone_page(say), 410)
    if sheet.answered:
        return shown(pages.already_page(_back(work, sheet, more=True), say))
    return shown(pages.writing_page(_drawn(work, sheet, say), say), form=True)


def _sent(work: Work, sheet: Sheet, sent: Sent, at: datetime) -> Response:
    say = phrases(sheet.visit.person.language)
    outcome = receive(work, sheet, sent.words, at, where=sent.where)
    if isinstance(outcome, Unfit):
        if outcome.private:
            log.info("private_words", channel="page", kinds=[kind.value for kind in outcome.private])
        error = unfit(outcome.length, outcome.private, most=MOST, say=say)
        drawn = _drawn(work, sheet, say)
        return shown(pages.writing_page(drawn, say, body=sent.words, where=sent.where, error=error), 422, form=True)
    if isinstance(outcome, Already):
        return shown(pages.already_page(_back(work, sheet, more=True), say))
    asked, back = sheet.reflection, _back(work, sheet, more=outcome.more)
    if sheet.subject is not None:
        lesson = sheet.subject.lesson
        return shown(pages.thanks_page(back, say, stored=say("report.stored", day=lesson.number, title=lesson.title)))
    if asked is None:
        return shown(pages.thanks_page(back, say, stored=say("question.stored")))
    return shown(pages.thanks_page(back, say, last=asked.quiz.why))


def _drawn(work: Work, sheet: Sheet, say: Phrases) -> pages.Sheet:
    asked, about = sheet.reflection, sheet.subject
    until = sheet.visit.ticket.expires_at.astimezone(work.organisation.timezone)
    course = about.course if about else asked.study.course if asked else None
    return pages.Sheet(
        organisation=work.organisation.name,
        course=course.title if course else "",
        question=asked.quiz.text if asked else "",
        until=dates.clock(until.time()),
        most=MOST,
        about=say("report.intro", day=about.lesson.number, title=about.lesson.title) if about else "",
        places=places(about.lesson, say) if about else (),
    )


def _back(work: Work, sheet: Sheet, *, more: bool) -> pages.Back:
    person = sheet.visit.person
    return back(work, person, phrases(person.language), more=more)
