"""The pages of announcements: all of them, one with everything that can be done with it, and whom it did not reach."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from console.announcing_card import Piece, pieces
from console.templating import drawn
from console.writing import notice
from lessons.cards import dates
from lessons.cards.announcement import labels
from lessons.phrases import Phrases
from messages.letter import State
from school.announcing.addressed import addressed
from school.announcing.drafting import Preview
from school.announcing.ledger import Page as Ledger
from school.announcing.showing import called, moment
from store.announcement import Announcement, Decision, Reach, Stage, Way
from store.work import Work

SHOWN: Final = 30  # announcements on the first page


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    number: int
    title: str
    told: str


@dataclass(frozen=True, slots=True)
class One:
    """An announcement as its page shows it; `deeds` are what the visitor may do now, `seen` is the version shown. At a
    `first_look` they stand below what there is to look at. `sent` of `total` have it, once there are letters.
    """

    title: str
    stage: str
    moving: bool
    counted: bool
    first_look: bool
    sent: int
    total: int
    way: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    votes: tuple[tuple[str, str], ...]
    decisions: tuple[str, ...]
    pieces: tuple[Piece, ...]
    deeds: frozenset[str]
    send_label: str
    seen: int


def list_page(work: Work, found: Sequence[Announcement], say: Phrases, *, root: str, until: str) -> str:
    """The newest first, each with its stage and how many have it."""
    rows = tuple(Row(each.id, each.notice.title, _told(work, each, say)) for each in found[:SHOWN])
    return drawn(
        "announcements.html",
        language=say.language,
        say=say,
        root=root,
        title=say("announcing.all"),
        organisation=work.organisation.name,
        rows=rows,
        older=say("announce_page.older", count=len(found) - SHOWN) if len(found) > SHOWN else "",
        expiry=say("page.expiry", time=until),
    )


def one(work: Work, preview: Preview, deeds: frozenset[str], say: Phrases, *, left: int | None) -> One:
    """Everything about it as it stands now; `left` is how many messages LINE's month has left, where that is known."""
    announcement, way = preview.announcement, work.announcements.way(preview.announcement.id)
    needs_yes = work.organisation.second_approval or announcement.urgent
    return One(
        title=announcement.notice.title,
        stage=say(f"announcing.stage_{announcement.stage.value}"),
        moving=announcement.stage is Stage.SENDING,
        first_look=announcement.stage in {Stage.DRAFT, Stage.SUBMITTED},
        counted=announcement.stage in {Stage.DRAFT, Stage.SUBMITTED, Stage.SCHEDULED},
        sent=way.sent,
        total=way.total,
        way=tuple(_way(work, announcement, way, say)),
        facts=tuple(_facts(work, preview, left, say)),
        votes=_votes(announcement, work.votes.counts(announcement.id), say),
        decisions=tuple(_decision(work, each, say) for each in work.decisions.of(announcement.id)),
        pieces=pieces(preview.message),
        deeds=deeds,
        send_label=say("announcing.ask") if needs_yes else say("announcing.send"),
        seen=announcement.version,
    )


def one_page(page: One, say: Phrases, *, root: str, here: str, error: str = "", comment: str | None = None) -> str:
    """The page; `error` says why something was not done, `comment` is what was typed and is what is wrong then."""
    return drawn(
        "announcement.html",
        language=say.language,
        say=say,
        root=root,
        here=here,
        page=page,
        error=error,
        comment=comment or "",
        comment_wrong=comment is not None,
    )


def ledger_page(ledger: Ledger, say: Phrases, *, here: str) -> str:
    """Whom it did not reach, and why."""
    return drawn(
        "announcement_ledger.html",
        language=say.language,
        say=say,
        here=here,
        title=say("ledger.title"),
        intro=_counted(ledger, say),
        lines=tuple(
            (
                each.called or say("ledger.erased"),
                f"{say(f'places.{each.channel.value}')} — {say(f'ledger.{each.fate.value}')}",
            )
            for each in ledger.lines
        ),
        before=ledger.number - 1 if ledger.number > 1 else 0,
        after=ledger.number + 1 if ledger.number < ledger.pages else 0,
    )


def closed_page(say: Phrases) -> str:
    """For whoever has no role any more that may be here."""
    return notice(say, say("announce_page.closed_title"), [say("announce_page.closed")])


def missing_page(say: Phrases) -> str:
    """For an announcement that is not there."""
    return notice(say, say("announce_page.missing_title"), [say("announce_page.missing")])


def _counted(ledger: Ledger, say: Phrases) -> str:
    if not ledger.total:
        return say("ledger.nobody")
    if ledger.pages == 1:
        return say("ledger.total", total=ledger.total)
    return say("ledger.page", page=ledger.number, pages=ledger.pages, total=ledger.total)


def _told(work: Work, announcement: Announcement, say: Phrases) -> str:
    stage = say(f"announcing.stage_{announcement.stage.value}")
    day = dates.short(announcement.changed_at.astimezone(work.organisation.timezone).date(), say)
    way = work.announcements.way(announcement.id)
    numbers = (say("announcing.sent", sent=way.sent, total=way.total),) if way.total else ()
    return " · ".join((stage, *numbers, day))


def _way(work: Work, announcement: Announcement, way: Way, say: Phrases) -> Iterator[str]:
    if announcement.corrects is not None:
        first = work.announcements.get(announcement.corrects)
        yield say("announce_page.correcting", title=first.notice.title)
    if announcement.stage is Stage.SCHEDULED and announcement.goes_at:
        yield say("announce_page.leaves", moment=moment(work, announcement.goes_at, say))
    if announcement.stage in {Stage.DRAFT, Stage.SUBMITTED} and announcement.wanted_at:
        yield say("announce_page.wanted", moment=moment(work, announcement.wanted_at, say))
    if way.total:
        stopped = way.count(State.CANCELLED)
        yield say(
            "announce_page.way", total=way.total, sent=way.sent, open=way.open, failed=way.failed, stopped=stopped
        )


def _facts(work: Work, preview: Preview, left: int | None, say: Phrases) -> Iterator[tuple[str, str]]:
    announcement, reach = preview.announcement, preview.reach
    if announcement.stage in {Stage.DRAFT, Stage.SUBMITTED, Stage.SCHEDULED}:
        yield "LINE", say("announcing.people", count=reach.line)
        yield "Slack", say("announcing.people", count=reach.slack)
        yield say("announcing.unreached"), say("announcing.people", count=reach.unreached)
        yield say("announcing.costs"), _cost(reach, left, say)
    if announcement.corrects is None:
        yield say("announcing.roles"), addressed(work, announcement, say)
    yield say("announcing.when"), say("announcing.at_once" if announcement.urgent else "announcing.in_hours")


def _cost(reach: Reach, left: int | None, say: Phrases) -> str:
    if left is None:
        return say("announcing.cost_only", count=reach.line)
    enough = "announcing.cost" if left >= reach.line else "announcing.cost_too_much"
    return say(enough, count=reach.line, left=left)


def _votes(announcement: Announcement, counts: Mapping[str, int], say: Phrases) -> tuple[tuple[str, str], ...]:
    if announcement.stage in {Stage.DRAFT, Stage.SUBMITTED, Stage.SCHEDULED}:
        return ()
    options = labels(announcement.notice.options)
    return tuple((f"{label}. {text}", say("announcing.people", count=counts.get(label, 0))) for label, text in options)


def _decision(work: Work, said: Decision, say: Phrases) -> str:
    who = called(work, said.person, said.name, say)
    told = say("announce_page.granted", who=who) if said.granted else say("announce_page.returned", who=who)
    return f"{told}\n{said.comment}" if said.comment else told
