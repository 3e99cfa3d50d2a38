"""From the press on Send to the last letter: allowed, undone, stopped, tried again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from school.announcing import telling
from school.announcing.drafting import may_change, week_began
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
    REWRITTEN = "rewritten"  # it says something else by now than what was seen
    UNNAMED = "unnamed"  # which version was read, nobody said
    GOING = "going"  # it still goes out


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
    seen: int | None = None,
) -> Sent | Why:
    """Send it a minute from now, or at the moment wished for; where the organisation wants a second pair of eyes, or it
    is urgent, ask for them first. Two who press at once send once. `seen` is the version that whoever sends it has
    read (0: they did not say); another one is not sent.
    """
    wanted_at = wanted_at or announcement.wanted_at
    needs_yes = work.organisation.second_approval or announcement.urgent
    verb = Verb.DRAFT if needs_yes else Verb.SEND
    require(work, actor, verb)
    if why := _unread(announcement, Stage.DRAFT, seen):
        return why
    if wanted_at is not None and wanted_at <= at:
        return Why.PAST
    if not work.announcements.reach(announcement.audience, week_began(work, at), corrects=announcement.corrects).people:
        return Why.NOBODY
    stage = Stage.SUBMITTED if needs_yes else Stage.SCHEDULED
    goes_at = None if needs_yes else leaves_at(work, announcement, wanted_at, at)
    version = announcement.version
    if not work.announcements.move(
        announcement.id, (Stage.DRAFT,), stage, at, version=version, wanted_at=wanted_at, goes_at=goes_at
    ):
        return Why.TOO_LATE
    acts(work, actor, verb, target=_named(announcement), detail="sent", at=at)
    sent = Sent(work.announcements.get(announcement.id))
    if sent.waits:
        due = at if announcement.urgent else office_calendar(work).opening_after(at) or at
        telling.ask(work, sent.announcement, at, due)
    return sent


def decide(
    work: Work,
    actor: Actor,
    announcement: Announcement,
    at: datetime,
    *,
    granted: bool,
    comment: str = "",
    seen: int | None = None,
) -> Sent | Why:
    """Somebody else's yes, or their no (差戻し), which gives it back to the author; raises NotAllowed. `seen` is as for
    `send`. Of two who decide at once, one does.
    """
    verdict = "approved" if granted else "returned"
    require(work, actor, Verb.APPROVE)
    if announcement.author == actor.person and announcement.author_name == actor.name:
        return Why.OWN
    if why := _unread(announcement, Stage.SUBMITTED, seen):
        return why
    goes_at = leaves_at(work, announcement, announcement.wanted_at, at) if granted else None
    stage = Stage.SCHEDULED if granted else Stage.DRAFT
    version = announcement.version
    if not work.announcements.move(announcement.id, (Stage.SUBMITTED,), stage, at, version=version, goes_at=goes_at):
        return Why.TOO_LATE
    acts(work, actor, Verb.APPROVE, target=_named(announcement), detail=verdict, at=at)
    said = Decision(announcement.id, actor.person, actor.name, granted, comment.strip(), at)
    work.decisions.add(said)
    decided = Sent(work.announcements.get(announcement.id))
    telling.answer(work, decided.announcement, said, at)
    return decided


def undo(work: Work, actor: Actor, announcement: Announcement, at: datetime) -> bool:
    """Back to a draft, as long as nothing has left; False if it has. Authors take back what waits for somebody's yes;
    the rest is for who may send. Raises NotAllowed.
    """
    waits = announcement.stage is Stage.SUBMITTED and may_change(actor, announcement)
    verb, stages = (Verb.DRAFT, (Stage.SUBMITTED,)) if waits else (Verb.SEND, (Stage.SCHEDULED, Stage.SUBMITTED))
    require(work, actor, verb)
    undone = work.announcements.move(announcement.id, stages, Stage.DRAFT, at, goes_at=None)
    if undone:
        acts(work, actor, verb, target=_named(announcement), detail="undone", at=at)
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
    letters: none of what was corrected since. Who is away gets it afterwards, who is in a cohort that rests when it
    goes on. Raises NotAllowed.
    """
    require(work, actor, Verb.SEND)
    if is_corrected(work, announcement):
        return 0
    due, until = hours_for(work, announcement, at)
    again = work.announcements.again(announcement.id, due, until)
    if again:
        work.announcements.move(announcement.id, (Stage.DONE, Stage.ABORTED), Stage.SENDING, at)
        acts(work, actor, Verb.SEND, target=_named(announcement), detail="retried", at=at)
    return again


def is_corrected(work: Work, announcement: Announcement) -> bool:
    """Whether something else was sent in its place, or soon will be."""
    before = {Stage.DRAFT, Stage.DISCARDED}
    return any(each.corrects == announcement.id and each.stage not in before for each in work.announcements.all())


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


def _unread(announcement: Announcement, stage: Stage, seen: int | None) -> Why | None:
    """Why it is not moved on from this stage by who has read that version."""
    if announcement.stage is not stage or seen in {None, announcement.version}:
        return None
    return Why.REWRITTEN if seen else Why.UNNAMED


def _named(announcement: Announcement) -> str:
    return f"announcement:{announcement.id}"
