"""An announcement in plain lines, as the command line shows it: what it says, whom it reaches, how far it is."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from bot.announced_looks import in_slack, on_line
from lessons.cards.announcement import labels
from school import quota
from school.announcing import drafting
from school.announcing.sending import Why
from school.rights import Actor
from store.announcement import Announcement, Stage, Way
from store.work import Work

STAGES: Final = {
    Stage.DRAFT: "draft",
    Stage.SUBMITTED: "to allow",
    Stage.SCHEDULED: "leaves soon",
    Stage.SENDING: "going out",
    Stage.DONE: "sent",
    Stage.ABORTED: "stopped",
    Stage.DISCARDED: "thrown away",
}
FAILED: Final = {
    Why.NOBODY: "Nobody would get it: the audience is empty.",
    Why.TOO_LATE: "It stands elsewhere by now: somebody was quicker. See: kotsu announce show",
    Why.OWN: "Nobody allows what they wrote themselves. Ask somebody else.",
    Why.PAST: "That moment is over.",
    Why.REWRITTEN: "It was rewritten meanwhile. Look at it again: kotsu announce show",
    Why.UNNAMED: "Which version you have read is not said. Look at it: kotsu announce show",
    Why.GOING: "It still goes out. Wait for the end, or stop it: kotsu announce abort",
}
_REASONS: Final = {
    "blocked": "cannot be reached (a block, for instance)",
    "inactive": "their account is closed",
    "gone": "cannot be reached there any more",
    "lost": "nobody could find out whether it arrived",
    "": "no reason was given",
}


def named(announcement: Announcement) -> str:
    """By its number and its version: 12-2."""
    return f"{announcement.id}-{announcement.version}"


def outline(work: Work, actor: Actor, announcement: Announcement, at: datetime) -> list[str]:
    """What it says, whom it reaches now, what that costs, and what has become of its letters."""
    notice = announcement.notice
    said = [notice.title, "", *notice.body.splitlines()]
    said += [f"{notice.link_label or notice.link}: {notice.link}"] if notice.link else []
    said += (
        ["", notice.question, *(f"  {label}  {text}" for label, text in labels(notice.options))]
        if notice.question
        else []
    )
    return [
        f"{named(announcement)}  {STAGES[announcement.stage]}{'  urgent' if announcement.urgent else ''}",
        *(f"  | {line}" for line in said),
        *_decisions(work, announcement),
        *_reach(work, actor, announcement, at),
        *_way(work.announcements.way(announcement.id)),
        *_votes(work, announcement),
    ]


def looks(work: Work, actor: Actor, announcement: Announcement, at: datetime) -> list[str]:
    """How each platform will show it, read off what would be sent; whom it reaches now, and what that costs."""
    card = drafting.preview(work, actor, announcement, at).message
    return [
        f"{named(announcement)}  {STAGES[announcement.stage]}{'  urgent' if announcement.urgent else ''}",
        "  on LINE",
        *(f"  | {line}" for line in on_line(card)),
        "  in Slack",
        *(f"  | {line}" for line in in_slack(card)),
        *_reach(work, actor, announcement, at),
    ]


def _decisions(work: Work, announcement: Announcement) -> Iterator[str]:
    names = {person.id: person.nickname for person in work.people.all()}  # who was erased has none any more
    for each in reversed(work.decisions.of(announcement.id)):
        who = names.get(each.person or 0, each.name or "somebody")
        said = "allowed" if each.granted else "given back"
        yield f"  {said} by {who}{f': {each.comment}' if each.comment else ''}"


def _reach(work: Work, actor: Actor, announcement: Announcement, at: datetime) -> Iterator[str]:
    reach = drafting.preview(work, actor, announcement, at).reach
    yield f"  reaches {reach.people}: {reach.line} on LINE, {reach.slack} in Slack; {reach.unreached} cannot be reached"
    left = quota.remaining(work, at)
    yield f"  costs   {reach.line} LINE messages{'' if left is None else f'; {left:,} are left this month'}"
    if left is not None and left < reach.line:
        yield "          What LINE does not take this month waits until it turns, unless you stop it (announce abort)."


def _way(way: Way) -> Iterator[str]:
    if way.total:
        yield f"  letters {way.total}: {way.sent} sent, {way.open} waiting, {way.failed} failed"
    for reason, many in way.reasons:
        yield f"          {many} failed: {_REASONS.get(reason, reason)}"


def _votes(work: Work, announcement: Announcement) -> Iterator[str]:
    if announcement.notice.question:
        counts = work.votes.counts(announcement.id)
        for label, text in labels(announcement.notice.options):
            yield f"  {counts.get(label, 0):>4}  {label} {text}"
