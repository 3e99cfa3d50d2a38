"""Who an announcement goes to, as one query: chosen, counted and written to without a person being loaded."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, exists, false, func, or_, select, true

from store.announcement import Audience, Progress
from store.office import Role
from store.schema import (
    accounts,
    attempts,
    cohorts,
    contacts,
    enrolments,
    people,
    posts,
    roles,
    sections,
    staff,
)
from store.values import EnrolmentState

LATEST: Final = (
    select(func.max(enrolments.c.id))
    .where(enrolments.c.person == people.c.id, enrolments.c.state != EnrolmentState.LEFT)
    .correlate(people)
    .scalar_subquery()
)
_place, _there = contacts.alias("place"), accounts.alias("there")
_ANYWHERE: Final = (
    select(
        func.coalesce(
            func.min(case((_place.c.reachable.is_(True) & _there.c.active.is_(True), _place.c.id))),
            func.min(_place.c.id),
        )
    )
    .join_from(_place, _there, _there.c.id == _place.c.account)
    .where(_place.c.person == people.c.id)
    .correlate(people)
    .scalar_subquery()
)
MEANT: Final = (
    people.outerjoin(enrolments, enrolments.c.id == LATEST)
    .outerjoin(cohorts, cohorts.c.id == enrolments.c.cohort)
    .join(contacts, contacts.c.id == func.coalesce(enrolments.c.contact, _ANYWHERE))
    .join(accounts, accounts.c.id == contacts.c.account)
)
"""Everybody, where they are reached: by what comes unasked, or (who does not learn) by what they have that works."""
REACHED: Final = contacts.c.reachable.is_(True) & accounts.c.active.is_(True)


def meant(audience: Audience, organisation: int, week_began: datetime) -> ColumnElement[bool]:
    """These people of MEANT are in the audience."""
    conditions = (
        people.c.organisation == organisation,
        _is(audience.roles),
        enrolments.c.cohort.in_(audience.cohorts) if audience.cohorts else true(),
        works_in(audience.sections, organisation) if audience.sections else true(),
        accounts.c.channel.in_(audience.channels) if audience.channels else true(),
        _is_at(audience.progress, week_began) if audience.progress else true(),
        people.c.id.not_in(audience.without) if audience.without else true(),
    )
    return and_(*conditions)


def by_channel(whom: FromClause, who: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """How many of them on each platform, and whether they can be reached."""
    return (
        select(accounts.c.channel, REACHED.label("reached"), func.count())
        .select_from(whom)
        .where(who)
        .group_by(accounts.c.channel, REACHED)
    )


def _is(wanted: tuple[Role, ...]) -> ColumnElement[bool]:
    learns = enrolments.c.id.is_not(None) if Role.LEARNER in wanted else false()
    others = [role for role in wanted if role is not Role.LEARNER]
    granted = exists().where(roles.c.person == people.c.id, roles.c.role.in_(others)) if others else false()
    return or_(learns, granted)


def works_in(chosen: tuple[int, ...], organisation: int) -> ColumnElement[bool]:
    """These people (of MEANT, or of any statement with people) work in one of these sections, or below it."""
    whole, part = sections.alias("whole"), sections.alias("part")
    below = or_(part.c.path == whole.c.path, part.c.path.startswith(whole.c.path + "/"))
    inside = whole.c.organisation == organisation, part.c.organisation == organisation, below
    return exists().where(
        staff.c.person == people.c.id,
        posts.c.staff == staff.c.id,
        posts.c.section == part.c.id,
        whole.c.id.in_(chosen),
        *inside,
    )


def _is_at(progress: Progress, week_began: datetime) -> ColumnElement[bool]:
    answered = exists().where(attempts.c.enrolment == enrolments.c.id, attempts.c.at >= week_began)
    learns = enrolments.c.state == EnrolmentState.ACTIVE
    match progress:
        case Progress.NOT_BEGUN:
            return learns & ~answered
        case Progress.BEGUN:
            return learns & answered
        case Progress.UNFINISHED:
            return learns
        case Progress.FINISHED:
            return enrolments.c.state == EnrolmentState.FINISHED
