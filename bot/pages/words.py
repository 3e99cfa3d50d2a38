"""/w/…: where somebody writes in their own words, which no platform carries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.pages.browser import shown
from bot.pages.visits import Visits
from bot.pages.ways import back
from config.clock import Clock
from console import writing as pages
from lessons.cards import dates
from lessons.cards.report import places
from lessons.cards.writing import unfit
from lessons.library import Library
from lessons.phrases import Phrases, phrases
from school.answering import Already
from school.passing import Visit
from school.sheets import Sheet, receive, sheet_of
from school.writing import MOST, Unfit
from store.database import Database
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
        self._visits, self._library = Visits(database, clock), library

    @property
    def routes(self) -> tuple[BaseRoute, ...]:
        return (
            Route("/w/{secret}", self.look, methods=["GET"]),
            Route("/w/{secret}", self.send, methods=["POST"]),
        )

    async def look(self, request: Request) -> Response:
        """The empty field: looking uses nothing up, as those do who draw previews of links."""
        return await self._visits.look(request, partial(self._turn, sent=None))

    async def send(self, request: Request) -> Response:
        """What was written."""
        return await self._visits.send(request, lambda sent: partial(self._turn, sent=_sent_with(sent)))

    def _turn(self, work: Work, visit: Visit, at: datetime, *, sent: Sent | None) -> Response | None:
        sheet = sheet_of(work, self._library.spoken(visit.person.language), visit)
        if sheet is None:
            return None
        return _looked(work, sheet) if sent is None else self._sent(work, sheet, sent, at)

    def _sent(self, work: Work, sheet: Sheet, sent: Sent, at: datetime) -> Response:
        say = phrases(sheet.visit.person.language)
        outcome = receive(work, self._library, sheet, sent.words, at, where=sent.where)
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
            return shown(
                pages.thanks_page(back, say, stored=say("report.stored", day=lesson.number, title=lesson.title))
            )
        if asked is None:
            return shown(pages.thanks_page(back, say, stored=say("question.stored")))
        return shown(pages.thanks_page(back, say, last=asked.quiz.why))


def _sent_with(form: Mapping[str, str]) -> Sent:
    return Sent(form.get(pages.FIELD, ""), form.get(pages.WHERE, ""))


def _looked(work: Work, sheet: Sheet) -> Response:
    say = phrases(sheet.visit.person.language)
    if sheet.visit.ticket.used_at is not None:
        return shown(pages.gone_page(say), 410)
    if sheet.answered:
        return shown(pages.already_page(_back(work, sheet, more=True), say))
    return shown(pages.writing_page(_drawn(work, sheet, say), say), form=True)


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
