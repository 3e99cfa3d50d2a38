"""From the press on Send to the last letter: allowed, undone, stopped, tried again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from school.announcing.drafting import week_began
from school.rights import Actor, Verb, acts, require
from school.study import office_calendar
from store.announcement import Announcement, Decision, Stage
from store.work import Work

UNDO: Final = timedelta(seconds=60)


class Why(StrEnum):
    """Why it is not sent, allowed, undone or stopped."""

    NOBODY = "nobody"  # the audience is empty
    TOO_LATE = "too_late"  # it stands elsewhere by now: somebody was quicker
    OWN = "own"  # nobody allows what they wrote themselves
    PAST = "past"  # the moment wished for is over


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the press: it waits for somebody's yes, or leaves at `goes_at`."""

    announcement: Announcement

    @property
    def waits(self) -> bool:
        """Whether somebody else has to allow it."""
        return self.announcement.stage is Stage.SUBMITTED


def send(
    work: Work,
    actor: Actor,
    announcement: Announcement,
    at: datetime,
    *,
    wanted_at: datetime | None = None,
) -> Sent | Why:
    """Send it a minute from now, or at the moment wished for; where the organisation wants a second pair of eyes, or it
    is urgent, ask for them first. Two who press at once send once.
    """
    needs_yes = work.organisation.second_approval or announcement.urgent
    verb = Verb.DRAFT if needs_yes else Verb.SEND
    require(work, actor, verb)
    if wanted_at is not None and wanted_at <= at:
        return Why.PAST
    if not work.announcements.reach(announcement.audience, week_began(work, at), corrects=announcement.corrects).people:
        return Why.NOBODY
    stage = Stage.SUBMITTED if needs_yes else Stage.SCHEDULED
    goes_at = None if needs_yes else leaves_at(work, announcement, wanted_at, at)
    moved = work.announcements.move(announcement.id, (Stage.DRAFT,), stage, at, wanted_at=wanted_at, goes_at=goes_at)
    if not moved:
        return Why.TOO_LATE
    acts(work, actor, verb, target=_named(announcement), detail="sent", at=at)
    return Sent(work.announcements.get(announcement.id))


def decide(
    work: Work, actor: Actor, announcement: Announcement, at: datetime, *, granted: bool, comment: str = ""
) -> Sent | Why:
    """Somebody else's yes, or their no (差戻し), which gives it back to the author; raises NotAllowed."""
    verdict = "approved" if granted else "returned"
    require(work, actor, Verb.APPROVE)
    if announcement.author == actor.person and announcement.author_name == actor.name:
        return Why.OWN
    goes_at = leaves_at(work, announcement, announcement.wanted_at, at) if granted else None
    stage = Stage.SCHEDULED if granted else Stage.DRAFT
    if not work.announcements.move(announcement.id, (Stage.SUBMITTED,), stage, at, goes_at=goes_at):
        return Why.TOO_LATE
    acts(work, actor, Verb.APPROVE, target=_named(announcement), detail=verdict, at=at)
    said = Decision(announcement.id, actor.person, actor.name, granted, comment.strip(), at)
    work.decisions.add(said)
    return Sent(work.announcements.get(announcement.id))


def undo(work: Work, actor: Actor, announcement: Announcement, at: datetime) -> bool:
    """Back to a draft, as long as nothing has left; False if it has. Raises NotAllowed."""
    require(work, actor, Verb.SEND)
    stages = (Stage.SCHEDULED, Stage.SUBMITTED)
    undone = work.announcements.move(announcement.id, stages, Stage.DRAFT, at, goes_at=None)
    if undone:
        acts(work, actor, Verb.SEND, target=_named(announcement), detail="undone", at=at)
    return undone


def abort(work: Work, actor: Actor, announcement: Announcement, at: datetime) -> int | None:
    """What has not left never leaves; how many letters that were, or None if it was not going out. What is on its way
    at this moment arrives. Raises NotAllowed.
    """
    require(work, actor, Verb.SEND)
    if not work.announcements.move(announcement.id, (Stage.SENDING,), Stage.ABORTED, at):
        return None
    acts(work, actor, Verb.SEND, target=_named(announcement), detail="aborted", at=at)
    return work.announcements.stop(announcement.id, at)


def retry(work: Work, actor: Actor, announcement: Announcement, at: datetime) -> int:
    """Once more to everybody whom it surely did not reach, in the next working hours unless it is urgent; how many
    letters. Who is away gets it afterwards, who is in a cohort that rests when it goes on. Raises NotAllowed.
    """
    require(work, actor, Verb.SEND)
    due, until = hours_for(work, announcement, at)
    again = work.announcements.again(announcement.id, due, until)
    if again:
        work.announcements.move(announcement.id, (Stage.DONE, Stage.ABORTED), Stage.SENDING, at)
        acts(work, actor, Verb.SEND, target=_named(announcement), detail="retried", at=at)
    return again


def hours_for(work: Work, announcement: Announcement, at: datetime) -> tuple[datetime, datetime | None]:
    """When letters written at this moment may leave, and until when: at any time if it is urgent."""
    if announcement.urgent:
        return at, None
    calendar = office_calendar(work)
    opening = calendar.opening_after(at)
    return (opening, calendar.closing(opening)) if opening else (at, None)


def leaves_at(work: Work, announcement: Announcement, wanted_at: datetime | None, at: datetime) -> datetime:
    """A minute from now at the earliest, and within working hours unless it is urgent."""
    earliest = max(at + UNDO, wanted_at or at)
    if announcement.urgent:
        return earliest
    return office_calendar(work).opening_after(earliest) or earliest


def _named(announcement: Announcement) -> str:
    return f"announcement:{announcement.id}"
