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
from store.schema import (
    attempts,
    contacts,
    enrolments,
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
    sittings,
    staff,
    taken,
    traces,
    votes,
    watches,
)

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
    for table in (notes, reports, traces, passes, roles, votes):
        connection.execute(delete(table).where(table.c.organisation == organisation, table.c.person == person))
    sat = select(sittings.c.id).where(sittings.c.enrolment.in_(enrolled))
    connection.execute(delete(responses).where(responses.c.sitting.in_(sat)))
    for table in (regrades, attempts, picks, taken, leaves, sittings):
        connection.execute(delete(table).where(table.c.enrolment.in_(enrolled)))
    asked = exists().where(reached, contacts.c.account == prompts.c.account, contacts.c.external == prompts.c.external)
    connection.execute(delete(prompts).where(asked))
    watching = select(contacts.c.id).where(reached)
    connection.execute(delete(watches).where(watches.c.contact.in_(watching)))
    for table in (enrolments, contacts):
        connection.execute(delete(table).where(table.c.organisation == organisation, table.c.person == person))
    gone = connection.execute(delete(people).where(people.c.organisation == organisation, people.c.id == person))
    return gone.rowcount > 0


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


def blanked(which: ColumnElement[bool]) -> Update:
    """These letters tell neither to whom nor what; those still open never leave."""
    return _BLANKED.where(which)
