"""An announcement as it stands now, for somebody of the office."""

from datetime import datetime

from lessons.cards import announcing as cards
from lessons.cards import announcing_ledger, dates
from lessons.cards.announcement import labels
from lessons.cards.announcing import Gone, Seen
from lessons.phrases import Phrases
from messages.letter import State
from messages.message import Message
from school import quota
from school.announcing import allowing, drafting
from school.announcing.addressed import addressed
from school.announcing.ledger import LOST, ledger
from school.rights import Actor, Verb, may, require
from store.announcement import Announcement, Stage
from store.errors import NotFound
from store.work import Work

LISTED = 10


def standing(
    work: Work, actor: Actor, announcement: Announcement, at: datetime, say: Phrases, *, note: str = ""
) -> Message:
    """How it stands, with the buttons that mean something now; `note` says what has just happened. For Slack and our
    own pages: what is not sent yet never goes over LINE. Raises NotAllowed.
    """
    require(work, actor, Verb.DRAFT)
    match announcement.stage:
        case Stage.DRAFT:
            return _draft(work, actor, _seen(work, actor, announcement, at, say=say, note=note), say)
        case Stage.SUBMITTED:
            return _submitted(work, actor, announcement, _seen(work, actor, announcement, at, say=say, note=note), say)
        case Stage.SCHEDULED:
            when = moment(work, announcement.goes_at or at, say, seconds=True)
            return cards.leaves(_seen(work, actor, announcement, at, say=say, note=note), when, say)
        case Stage.DISCARDED:
            return cards.discarded(announcement.notice.title, say)
        case Stage.SENDING:
            return cards.going(_gone(work, announcement, note, say), say)
        case Stage.DONE | Stage.ABORTED:
            aborted = announcement.stage is Stage.ABORTED
            return cards.ended(_gone(work, announcement, note, say), say, aborted=aborted)


def listed(work: Work, actor: Actor, say: Phrases) -> Message:
    """The newest ones with their stage and how many they have reached; raises NotAllowed."""
    require(work, actor, Verb.DRAFT)
    rows = []
    for each in work.announcements.all()[:LISTED]:
        way = work.announcements.way(each.id)
        stage = say(f"announcing.stage_{each.stage.value}")
        sent = say("announcing.sent", sent=way.sent, total=way.total) if way.total else ""
        rows.append((each.id, say("announcing.row", title=each.notice.title, stage=stage, sent=sent).strip()))
    return cards.listed(tuple(rows), say)


def lost(
    work: Work, actor: Actor, announcement: Announcement, say: Phrases, *, page: int = 1, note: str = ""
) -> Message:
    """Whom it did not reach, and why; raises NotAllowed."""
    found = ledger(work, actor, announcement, number=page)
    lines = tuple(
        (line.called, say(f"places.{line.channel.value}"), say(f"ledger.{line.fate.value}")) for line in found.lines
    )
    return announcing_ledger.lost(
        announcement.id,
        announcement.notice.title,
        lines,
        say,
        page=found.number,
        pages=found.pages,
        total=found.total,
        note=note,
    )


def moment(work: Work, at: datetime, say: Phrases, *, seconds: bool = False) -> str:
    """A moment as people of the organisation read it."""
    local = at.astimezone(work.organisation.timezone)
    time = f"{dates.clock(local.time())}:{local:%S}" if seconds else dates.clock(local.time())
    return f"{dates.short(local.date(), say)} {time}"


def called(work: Work, person: int | None, name: str, say: Phrases) -> str:
    """Whoever acted, by nickname or by the name that stays on record."""
    try:
        return work.people.get(person).nickname if person is not None else name
    except NotFound:
        return say("ledger.erased")


def _draft(work: Work, actor: Actor, seen: Seen, say: Phrases) -> Message:
    announcement = work.announcements.get(seen.number)
    return cards.preview(
        seen,
        say,
        own=drafting.may_change(actor, announcement),
        may_send=may(work, actor, Verb.SEND),
        asks_yes=work.organisation.second_approval or announcement.urgent,
    )


def _submitted(work: Work, actor: Actor, announcement: Announcement, seen: Seen, say: Phrases) -> Message:
    if drafting.may_change(actor, announcement) or not may(work, actor, Verb.APPROVE):
        return cards.waits(seen, len(allowing.who(work, announcement)), say)
    return cards.to_allow(seen, called(work, announcement.author, announcement.author_name, say), say)


def _seen(work: Work, actor: Actor, announcement: Announcement, at: datetime, *, say: Phrases, note: str) -> Seen:
    shown = drafting.preview(work, actor, announcement, at)
    reach, left = shown.reach, quota.remaining(work, at)
    cost = say("announcing.cost_only", count=reach.line)
    if left is not None:
        enough = "announcing.cost" if left >= reach.line else "announcing.cost_too_much"
        cost = say(enough, count=reach.line, left=left)
    rows = (
        (say("announcing.whom"), addressed(work, announcement, say)),
        (say("announcing.reaches"), say("announcing.reach", count=reach.people, line=reach.line, slack=reach.slack)),
        (say("announcing.unreached"), say("announcing.people", count=reach.unreached)),
        (say("announcing.costs"), cost),
        (say("announcing.when_now"), _when(work, announcement, say)),
        (say("announcing.counted_at"), moment(work, at, say)),
    )
    return Seen(announcement.id, announcement.version, announcement.notice.title, shown.message, rows, note)


def _when(work: Work, announcement: Announcement, say: Phrases) -> str:
    if announcement.urgent:
        return say("announcing.at_once")
    if announcement.wanted_at:
        return moment(work, announcement.wanted_at, say)
    return say("announcing.in_hours")


def _gone(work: Work, announcement: Announcement, note: str, say: Phrases) -> Gone:
    way, notice = work.announcements.way(announcement.id), announcement.notice
    counts = work.votes.counts(announcement.id) if notice.question else {}
    votes = tuple(
        (f"{label} {text}", say("announcing.people", count=counts.get(label, 0)))
        for label, text in labels(notice.options)
    )
    lost_ones = way.count(*LOST)
    waiting = way.count(State.WAITING, State.CARRYING, State.HELD)
    return Gone(announcement.id, notice.title, way.total, way.sent, waiting, lost_ones, votes, note)
