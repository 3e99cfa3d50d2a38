"""The letters of an announcement as one statement writes them: to whom, in which words, when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, FromClause, String, and_, case, cast, func, literal, or_

from messages.incoming import ChannelName
from messages.letter import Cost, State, Surface
from store.announcement import Announcement
from store.audience import LATEST, REACHED
from store.schema import accounts, cohorts, contacts, enrolments, outbox, people
from store.silences import town_rests

FIRST: Final = outbox.alias("first")
"""The letter that a correction puts right."""


def key_of(announcement: int) -> ColumnElement[str]:
    """The key of its letter to this contact."""
    return literal(_kind(announcement)) + cast(contacts.c.id, String)


def whose(letters: FromClause, announcement: int) -> ColumnElement[bool]:
    """The contact is the one that this letter of the announcement was written to."""
    number = cast(func.substr(letters.c.key, len(_kind(announcement)) + 1), BigInteger)
    named = case((letters.c.key.startswith(_kind(announcement)), number))
    return and_(letters.c.organisation == contacts.c.organisation, contacts.c.id == named)


def got(announcement: int) -> tuple[FromClause, ColumnElement[bool]]:
    """Everybody who got that announcement, or may have, where they got it."""
    whom = (
        FIRST.join(contacts, whose(FIRST, announcement))
        .join(people, people.c.id == contacts.c.person)
        .outerjoin(enrolments, enrolments.c.id == LATEST)
        .outerjoin(cohorts, cohorts.c.id == enrolments.c.cohort)
        .join(accounts, accounts.c.id == contacts.c.account)
    )
    there = or_(FIRST.c.state == State.SENT, FIRST.c.doubtful.is_(True))
    return whom, and_(FIRST.c.announcement == announcement, there)


def columns(
    announcement: Announcement, messages: Mapping[str, str], *, due: datetime, until: datetime | None, at: datetime
) -> dict[str, Any]:  # expressions of SQLAlchemy
    """What stands in each letter. Who is away gets it afterwards; who is in a cohort that rests, when it goes on. To
    whom nothing can be sent now, it says why: `blocked`, or `inactive` for a whole account that is closed.
    """
    moment = outbox.c.due.type
    leaves, ends, now = (literal(each, moment) for each in (due, until, at))
    away = case((enrolments.c.away_until > leaves, True), else_=False)
    spoken = [(people.c.language == language, text) for language, text in messages.items() if language]
    message = case(*spoken, else_=messages[""]) if spoken else literal(messages[""])
    waits = _rests() & literal(not announcement.urgent)
    there = case((contacts.c.room != "", contacts.c.room), else_=contacts.c.external)
    nothing, none = literal(""), literal(0)
    return {
        "key": key_of(announcement.id),
        "account": contacts.c.account,
        "recipient": there,
        "message": message,
        "cost": literal(Cost.PAID, outbox.c.cost.type),
        "enrolment": enrolments.c.id,
        "due": case((away, enrolments.c.away_until), else_=leaves),
        "until": case((away, leaves), else_=ends),  # over before the leave is: the sweep finds hours after it
        "state": _state(waits),
        "reason": case(
            (REACHED, nothing), (accounts.c.active.is_(False), literal("inactive")), else_=literal("blocked")
        ),
        "final_at": case((REACHED, literal(None, moment)), else_=now),
        "posted_at": now,
        "next_try": case((away, enrolments.c.away_until), else_=leaves),
        "replaces": nothing if announcement.corrects is None else _where_it_stands(),
        **dict.fromkeys(("reply_to", "sent_message", "via"), nothing),
        **dict.fromkeys(("attempts", "counted"), none),
        "doubtful": literal(value=False),
        "surface": literal(Surface.CHAT, outbox.c.surface.type),
        "announcement": literal(announcement.id),
    }


def _kind(announcement: int) -> str:
    return f"announcement:{announcement}:"


def _where_it_stands() -> Any:  # expressions of SQLAlchemy
    """Slack can edit what it showed; LINE cannot."""
    editable = (accounts.c.channel == ChannelName.SLACK) & (FIRST.c.state == State.SENT)
    return case((editable, FIRST.c.sent_message), else_=literal(""))


def _rests() -> ColumnElement[bool]:
    """The cohort, the learner, or the whole town with who does not learn."""
    beside = enrolments.c.id.is_(None) & town_rests(people.c.organisation)
    return or_(cohorts.c.paused.is_(True), enrolments.c.silent.is_(True), beside)


def _state(waits: Any) -> Any:  # expressions of SQLAlchemy
    kind = outbox.c.state.type
    there = case((waits, literal(State.HELD, kind)), else_=literal(State.WAITING, kind))
    return case((REACHED, there), else_=literal(State.REFUSED, kind))
