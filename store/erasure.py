"""How a person is forgotten: rows go, letters keep nothing but their counts."""

from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    Update,
    and_,
    case,
    cast,
    delete,
    exists,
    literal,
    null,
    or_,
    select,
    update,
)

from messages.letter import State
from store.inquiry import InquiryState
from store.schema import (
    answers,
    attempts,
    contacts,
    enrolments,
    inquiries,
    leaves,
    notes,
    outbox,
    passes,
    people,
    picks,
    prompts,
    regrades,
    reports,
    responses,
    roles,
    silenced,
    silences,
    sittings,
    staff,
    taken,
    traces,
    uploads,
    votes,
    watches,
)

NOBODY: Final[dict[str, object]] = {
    "state": InquiryState.WITHDRAWN,
    "holder_name": "",
    "lesson": 0,
    "title": "",
    **dict.fromkeys(("person", "enrolment", "account", "holder")),
}
"""What is left of a question that nobody asked."""

_OPEN: Final = (State.WAITING, State.HELD, State.CARRYING)
_EMPTY: Final = ("recipient", "message", "reply_to", "replaces", "sent_message", "reason")
FORGOTTEN: Final[dict[str, ColumnElement[Any]]] = {
    "key": literal("forgotten:") + cast(outbox.c.id, String),  # some keys carry the platform's id of a person
    "enrolment": null(),
    **dict.fromkeys(_EMPTY, literal("")),
}
"""What a letter keeps where it tells neither to whom it went nor what it said."""
_BLANKED: Final = update(outbox).values(
    state=case((outbox.c.state.in_(_OPEN), State.CANCELLED), else_=outbox.c.state), **FORGOTTEN
)


def erase(connection: Connection, organisation: int, person: int) -> bool:
    """The person is gone, and all that hung on them; False if the organisation has no such person."""
    enrolled = select(enrolments.c.id).where(enrolments.c.organisation == organisation, enrolments.c.person == person)
    reached = and_(contacts.c.organisation == organisation, contacts.c.person == person)
    connection.execute(blanked(or_(outbox.c.enrolment.in_(enrolled), known(reached))))
    connection.execute(
        update(staff).where(staff.c.organisation == organisation, staff.c.person == person).values(person=None)
    )
    _unask(connection, organisation, person)
    for table in (notes, reports, traces, passes, roles, uploads, votes):
        connection.execute(delete(table).where(table.c.organisation == organisation, table.c.person == person))
    sat = select(sittings.c.id).where(sittings.c.enrolment.in_(enrolled))
    connection.execute(delete(responses).where(responses.c.sitting.in_(sat)))
    theirs = select(silences.c.id).where(silences.c.organisation == organisation, silences.c.person == person)
    connection.execute(delete(silenced).where(silenced.c.silence.in_(theirs)))
    for table in (regrades, attempts, picks, taken, leaves, sittings, silenced):
        connection.execute(delete(table).where(table.c.enrolment.in_(enrolled)))
    asked = exists().where(reached, contacts.c.account == prompts.c.account, contacts.c.external == prompts.c.external)
    connection.execute(delete(prompts).where(asked))
    watching = select(contacts.c.id).where(reached)
    connection.execute(delete(watches).where(watches.c.contact.in_(watching)))
    for table in (silences, enrolments, contacts):
        connection.execute(delete(table).where(table.c.organisation == organisation, table.c.person == person))
    gone = connection.execute(delete(people).where(people.c.organisation == organisation, people.c.id == person))
    return gone.rowcount > 0


def _unask(connection: Connection, organisation: int, person: int) -> None:
    """Of the person's questions to the office nothing is left but that there were some; what the person answered to
    others stays theirs.
    """
    asked = select(inquiries.c.id).where(inquiries.c.organisation == organisation, inquiries.c.person == person)
    connection.execute(emptied(outbox.c.inquiry.in_(asked)))
    connection.execute(delete(answers).where(answers.c.inquiry.in_(asked)))
    mine = answers.c.organisation == organisation, answers.c.person == person
    connection.execute(update(answers).where(*mine).values(person=None))
    held = inquiries.c.organisation == organisation, inquiries.c.holder == person
    open_again = case((inquiries.c.state == InquiryState.CLAIMED, InquiryState.OPEN), else_=inquiries.c.state)
    connection.execute(update(inquiries).where(*held).values(holder=None, state=open_again))
    connection.execute(update(inquiries).where(inquiries.c.id.in_(asked)).values(NOBODY))


def forget_address(connection: Connection, organisation: int, contact: int) -> None:
    """What was said to this contact is blanked, and what was asked there is not waited for. Letters still open go on:
    they are blanked when they are done with, once nobody is known there.
    """
    reached = and_(contacts.c.organisation == organisation, contacts.c.id == contact)
    connection.execute(blanked(known(reached) & outbox.c.state.not_in(_OPEN)))
    asked = exists().where(reached, contacts.c.account == prompts.c.account, contacts.c.external == prompts.c.external)
    connection.execute(delete(prompts).where(asked))
    connection.execute(delete(watches).where(watches.c.organisation == organisation, watches.c.contact == contact))


def known(*of: ColumnElement[bool]) -> ColumnElement[bool]:
    """The letter goes to one of these contacts (to any, if none are named)."""
    here = contacts.c.account == outbox.c.account
    by_id = exists().where(here, contacts.c.external == outbox.c.recipient, *of)
    return by_id | exists().where(here, contacts.c.room == outbox.c.recipient, contacts.c.room != "", *of)


def emptied(which: ColumnElement[bool]) -> Update:
    """These letters say nothing any more, and keep where they stand; those that wait never leave."""
    waits = outbox.c.state.in_((State.WAITING, State.HELD))
    return (
        update(outbox)
        .where(which)
        .values(message="", reply_to="", state=case((waits, State.CANCELLED), else_=outbox.c.state))
    )


def blanked(which: ColumnElement[bool]) -> Update:
    """These letters tell neither to whom nor what; those still open never leave."""
    return _BLANKED.where(which)
