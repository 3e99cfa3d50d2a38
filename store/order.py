"""Which letters may leave now, so that at one address nothing overtakes."""

from datetime import datetime
from typing import Final

from sqlalchemy import BindParameter, ColumnElement, FromClause, and_, case, exists, literal_column, or_, tuple_

from messages.letter import State
from store.schema import accounts, cohorts, enrolments, outbox
from store.silences import town_rests
from store.unasked import TELLS_OF_ANSWERS, TO_THE_OFFICE, to_who_rests
from store.values import EnrolmentState

_other: Final = outbox.alias("other")


def heads(at: BindParameter[datetime]) -> ColumnElement[bool]:
    """First at its address: waiting, still in its hours, no letter being carried there and no older one waiting.

    One whose hours are over is nobody's hindrance: it waits for a new plan. And an answer does not wait for a letter
    that rests after a failure: its reply token lives a minute. Announcements stand in nobody's way: they have a
    carrier of their own. Join accounts.
    """
    older = tuple_(_other.c.due, _other.c.id) < tuple_(outbox.c.due, outbox.c.id)
    rests = and_(_other.c.next_try > at, _other.c.reply_to == "", outbox.c.reply_to != "")
    ahead = or_(stands(_other, State.CARRYING), and_(_waiting(_other, at), older, ~rests))
    same_address = _other.c.account == outbox.c.account, _other.c.recipient == outbox.c.recipient
    open_one = stands(_other, State.WAITING, State.CARRYING), _other.c.announcement.is_(None)
    blocked = exists().where(*same_address, *open_one, ahead)
    return and_(_waiting(outbox, at), accounts.c.active.is_(True), ~blocked)


def resting(*, doubtful: bool = False) -> ColumnElement[State]:
    """The state of a letter that comes back undelivered: the world may have turned meanwhile. `doubtful`: it may have
    arrived.
    """
    whose = enrolments.c.id == outbox.c.enrolment
    left = exists().where(whose, enrolments.c.state == EnrolmentState.LEFT)
    paused = cohorts.c.paused.is_(True) | enrolments.c.silent.is_(True)
    rests = exists().where(whose, cohorts.c.id == enrolments.c.cohort, paused)
    unbound = TO_THE_OFFICE & town_rests(outbox.c.organisation)
    tells = TELLS_OF_ANSWERS & to_who_rests()
    held = (rests, State.HELD), (unbound, State.HELD)
    return case((left, State.CANCELLED), *held, *(() if doubtful else ((tells, State.CANCELLED),)), else_=State.WAITING)


def _waiting(letters: FromClause, at: BindParameter[datetime]) -> ColumnElement[bool]:
    in_hours = or_(letters.c.until.is_(None), letters.c.until >= at)
    return and_(stands(letters, State.WAITING), letters.c.announcement.is_(None), in_hours)


def stands(letters: FromClause, *states: State) -> ColumnElement[bool]:
    """In one of these states; written out, not bound: only so do both databases see that an index on some serves."""
    return letters.c.state.in_([literal_column(f"'{state}'") for state in states])
