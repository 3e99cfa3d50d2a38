"""Writing an announcement, and seeing whom it would reach before anybody gets it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lessons.notice import Notice
from messages.message import Message
from school.announcing.wording import Fault, faults, messages, tidied
from school.rights import Actor, NotAllowed, Verb, acts, require
from store.announcement import Announcement, Audience, Reach, Stage
from store.errors import NotFound
from store.work import Work


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to say, to whom, whether it cannot wait for working hours, and when (None: at once)."""

    notice: Notice
    to: Audience
    urgent: bool = False
    wanted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """How it looks, and whom it reaches now. On LINE each of them costs a message of the month."""

    announcement: Announcement
    message: Message
    reach: Reach


def draft(
    work: Work, actor: Actor, wish: Draft, at: datetime, *, corrects: int | None = None
) -> Announcement | tuple[Fault, ...]:
    """A new draft, or everything that is wrong with it; raises NotAllowed, and NotFound for what is another town's."""
    require(work, actor, Verb.DRAFT)
    said = tidied(wish.notice)
    _known(work, wish.to)
    if wrong := faults(said, _today(work, at)):
        return wrong
    if corrects is not None:
        work.announcements.get(corrects)
    made = work.announcements.create(
        author=actor.person,
        author_name=actor.name,
        notice=said,
        to=wish.to,
        urgent=wish.urgent,
        corrects=corrects,
        at=at,
        wanted_at=wish.wanted_at,
    )
    acts(work, actor, Verb.DRAFT, target=f"announcement:{made.id}", at=at)
    return made


def rewrite(
    work: Work, actor: Actor, announcement: Announcement, wish: Draft, at: datetime
) -> Announcement | tuple[Fault, ...]:
    """The draft says this now; or what is wrong with it. Raises NotAllowed when it is no draft of the actor's."""
    require(work, actor, Verb.DRAFT)
    if not may_change(actor, announcement):
        raise NotAllowed(Verb.DRAFT)
    said = tidied(wish.notice)
    _known(work, wish.to)
    if wrong := faults(said, _today(work, at)):
        return wrong
    if not work.announcements.rewrite(
        announcement.id, said, wish.to, urgent=wish.urgent, wanted_at=wish.wanted_at, at=at
    ):
        raise NotAllowed(Verb.DRAFT)
    acts(work, actor, Verb.DRAFT, target=f"announcement:{announcement.id}", detail="rewritten", at=at)
    return work.announcements.get(announcement.id)


def discard(work: Work, actor: Actor, announcement: Announcement, at: datetime) -> bool:
    """The draft is thrown away; False if it is none any more. Raises NotAllowed."""
    require(work, actor, Verb.DRAFT)
    gone = work.announcements.move(announcement.id, (Stage.DRAFT,), Stage.DISCARDED, at)
    if gone:
        acts(work, actor, Verb.DRAFT, target=f"announcement:{announcement.id}", detail="discarded", at=at)
    return gone


def preview(work: Work, actor: Actor, announcement: Announcement, at: datetime) -> Preview:
    """How it looks and whom it would reach at this moment; raises NotAllowed."""
    require(work, actor, Verb.DRAFT)
    reach = work.announcements.reach(announcement.audience, week_began(work, at), corrects=announcement.corrects)
    return Preview(announcement, messages(work, announcement)[""], reach)


def may_change(actor: Actor, announcement: Announcement) -> bool:
    """Whether the draft is the actor's own; the operator's and nobody else's are the operator's."""
    return announcement.author == actor.person


def week_began(work: Work, at: datetime) -> datetime:
    """The Monday morning of the organisation's week."""
    local = at.astimezone(work.organisation.timezone)
    monday = local.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=local.weekday())
    return monday.astimezone(at.tzinfo)


def _known(work: Work, to: Audience) -> None:
    """Raises NotFound for a cohort or section that is not this organisation's."""
    for cohort in to.cohorts:
        work.cohorts.get(cohort)
    for section in to.sections:
        work.sections.get(section)
    if not to.roles:
        raise NotFound("nobody")


def _today(work: Work, at: datetime) -> date:
    return at.astimezone(work.organisation.timezone).date()
