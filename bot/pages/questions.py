"""/q/…: questions and answers, which LINE does not carry: for the office, and for whoever asked."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.pages.browser import shown
from bot.pages.visits import Visits
from config.clock import Clock
from console import questions as pages
from console.questions import Desk, Draft, Own
from lessons.cards import dates
from lessons.cards.writing import unfit
from lessons.library import Library
from lessons.phrases import phrases
from messages.actions import ReadAnswers, ShowQuestions
from messages.incoming import ChannelName
from school import writing
from school.inquiring import asking, desk, looking, replying, telling
from school.inquiring.asking import Asker
from school.inquiring.replying import Before, Why
from school.passing import Visit
from school.rights import NotAllowed, actor_of
from school.writing import Unfit
from store.database import Database
from store.work import Work

_VIA = "page"


class Questions:
    """May be opened again until its time is over, as long as the visitor may read questions."""

    def __init__(self, database: Database, _library: Library, clock: Clock) -> None:
        self._visits = Visits(database, clock)

    @property
    def routes(self) -> tuple[BaseRoute, ...]:
        return (
            Route("/q/{secret}", self.look, methods=["GET"]),
            Route("/q/{secret}", self.send, methods=["POST"]),
        )

    async def look(self, request: Request) -> Response:
        """The office's list, or one's own questions."""
        return await self._visits.look(request, partial(_turn, sent={}))

    async def send(self, request: Request) -> Response:
        """An answer, a claim, a hand-over, or what is asked on."""
        return await self._visits.send(request, lambda sent: partial(_turn, sent=sent))


def _turn(work: Work, visit: Visit, at: datetime, *, sent: Mapping[str, str]) -> Response | None:
    match visit.purpose:
        case ShowQuestions():
            try:
                return _office(work, visit, sent, at)
            except NotAllowed:
                return None
        case ReadAnswers():
            return _own(work, visit, sent, at)
        case _:
            return None


def _office(work: Work, visit: Visit, sent: Mapping[str, str], at: datetime) -> Response:
    say, actor = phrases(visit.person.language), actor_of(work, visit.person.id)
    waiting = looking.waiting(work, actor)
    told, draft = _done(work, visit, sent, at) if sent else ("", Draft())
    if sent:
        waiting = looking.waiting(work, actor)
    done = [each for each in looking.every(work, actor) if each.answers][:20]
    numbers = {each.inquiry.id for each in waiting}
    talks = (*waiting, *(each for each in done if each.inquiry.id not in numbers))
    page = pages.office_page(
        _desk(work, visit, most=replying.MOST), [*map(desk.asked, talks)], say, draft=draft, told=told
    )
    return shown(page, 422 if draft.error else 200, form=True)


def _done(work: Work, visit: Visit, sent: Mapping[str, str], at: datetime) -> tuple[str, Draft]:
    """What was done, in words, or what was not and why; raises NotAllowed."""
    say, actor = phrases(visit.person.language), actor_of(work, visit.person.id)
    number, seen = _number(sent.get(pages.NUMBER)), _number(sent.get(pages.SEEN))
    moved: object
    match sent.get(pages.DO):
        case pages.CLAIM:
            moved = replying.claim(work, actor, number, at)
        case pages.HAND:
            moved = replying.hand(work, actor, number, _number(sent.get(pages.TO)), at)
        case _:
            return _answered(work, visit, sent, at)
    talk = looking.find(work, actor, number)
    by = talk.holder if talk else ""
    if isinstance(moved, Why):
        return "", Draft(number, "", say(f"questions.not_{moved.value}", by=by))
    key = "questions.claimed" if sent.get(pages.DO) == pages.CLAIM else "questions.handed"
    return say(key, number=number, by=by, seen=seen), Draft()


def _answered(work: Work, visit: Visit, sent: Mapping[str, str], at: datetime) -> tuple[str, Draft]:
    say, actor = phrases(visit.person.language), actor_of(work, visit.person.id)
    number, seen = _number(sent.get(pages.NUMBER)), _number(sent.get(pages.SEEN))
    words = sent.get(pages.WORDS, "")
    canned = looking.canned_body(work, sent.get(pages.CANNED, ""))
    body = "\n\n".join(filter(None, (canned, words.strip())))
    source = f"page:{visit.ticket.id}:{number}:{seen}"
    outcome = replying.answer(work, actor, number, body, source=source, seen=seen, at=at)
    match outcome:
        case Unfit(length=length, private=private):
            return "", Draft(number, words, unfit(length, private, most=replying.MOST, say=say))
        case Before(by=by):
            return "", Draft(number, words, say("questions.second", by=by))
        case Why():
            return "", Draft(number, words, say(f"questions.not_{outcome.value}"))
        case _:
            return say("questions.sent", number=number), Draft()


def _own(work: Work, visit: Visit, sent: Mapping[str, str], at: datetime) -> Response:
    say, person = phrases(visit.person.language), visit.person
    told, draft = "", Draft()
    if sent:
        number, words = _number(sent.get(pages.NUMBER)), sent.get(pages.WORDS, "")
        kept = _asked_on(work, visit, number, words, at)
        if isinstance(kept, Unfit):
            draft = Draft(number, words, unfit(kept.length, kept.private, most=writing.MOST, say=say))
        elif kept is not None:
            told = say("question.stored")
        telling.read(work, person, f"page:{visit.ticket.id}", at)  # to look alone is no reading: a program may have
    own = tuple(
        Own(
            inquiry.id,
            tuple(note.body for note in work.notes.of_inquiry(inquiry.id)),
            tuple(each.body for each in work.answers.of(inquiry.id) if each.sent),
        )
        for inquiry in work.inquiries.of_person(person.id)
    )
    page = pages.own_page(_desk(work, visit, most=writing.MOST), own, say, draft=draft, told=told)
    return shown(page, 422 if draft.error else 200, form=True)


def _asked_on(work: Work, visit: Visit, number: int, words: str, at: datetime) -> object:
    """The same words twice in a row are a form sent twice."""
    person = visit.person.id
    before = work.notes.of_inquiry(number)
    if before and before[-1].person == person and before[-1].body == writing.tidied(words):
        return before[-1]
    enrolled, contacts = work.enrolments.of_person(person), work.contacts.of_person(person)
    line = [each.account for each in contacts if each.channel is ChannelName.LINE]
    asker = Asker(person, line[0] if line else None, enrolled[-1] if enrolled else None, _VIA)
    return asking.ask_on(work, asker, number, words, at) if number else None


def _desk(work: Work, visit: Visit, *, most: int) -> Desk:
    until = visit.ticket.expires_at.astimezone(work.organisation.timezone)
    return Desk(
        organisation=work.organisation.name,
        until=dates.clock(until.time()),
        most=most,
        canned=tuple((each.id, each.title) for each in work.canned.all()),
        people=tuple((each.id, each.nickname) for each in desk.able(work) if each.id != visit.person.id),
    )


def _number(text: str | None) -> int:
    """0 for what is no number of ours."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else 0
