"""What can be done with an announcement on its page, and what became of a press."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lessons import guard
from lessons.phrases import Phrases, phrases
from messages.letter import State
from school.announcing import drafting, sending
from school.announcing.correcting import may_be_corrected
from school.announcing.drafting import may_change
from school.announcing.sending import Sent, Why
from school.passing import Visit
from school.rights import Actor, Verb, actor_of, may
from store.announcement import Announcement, Stage
from store.work import Work

DEEDS: Final = frozenset({"send", "undo", "approve", "return", "abort", "retry", "discard"})
COMMENT: Final = 400  # characters of a comment


@dataclass(frozen=True, slots=True)
class Desk:
    """Who sits there, when, and where the list is, as seen from the page."""

    work: Work
    visit: Visit
    at: datetime
    root: str

    @property
    def say(self) -> Phrases:
        return phrases(self.visit.person.language)

    @property
    def actor(self) -> Actor:
        """With the roles of this moment."""
        return actor_of(self.work, self.visit.person.id)


@dataclass(frozen=True, slots=True)
class Undone:
    """Why nothing was done, as the key of a phrase; `comment` is what was typed, if that is what is wrong."""

    key: str
    comment: str | None = None


def deeds(desk: Desk, announcement: Announcement) -> frozenset[str]:
    """What this visitor may do with it now."""
    mine = may_change(desk.actor, announcement)
    sends, approves = (may(desk.work, desk.actor, verb) for verb in (Verb.SEND, Verb.APPROVE))
    needs_yes = desk.work.organisation.second_approval or announcement.urgent
    match announcement.stage:
        case Stage.DRAFT:
            own = {"edit", "discard"} if mine else set()
            return frozenset(own | ({"send"} if sends or needs_yes else set()))
        case Stage.SUBMITTED:
            return frozenset({"undo"} if mine else {"approve"} if approves else set())
        case Stage.SCHEDULED:
            return frozenset({"undo"} if sends else set())
        case Stage.SENDING:
            return frozenset({"abort", "ledger"} if sends else set())
        case Stage.DONE | Stage.ABORTED:
            return _afterwards(desk, announcement) if sends else frozenset()
        case Stage.DISCARDED:
            return frozenset()


def done(desk: Desk, announcement: Announcement, deed: str, sent: Mapping[str, str]) -> Undone | None:
    """Do one of DEEDS; None once it is done. Raises NotAllowed."""
    work, actor, at = desk.work, desk.actor, desk.at
    match deed:
        case "send":
            return _because(sending.send(work, actor, announcement, at, seen=_version(sent)))
        case "approve":
            return _because(sending.decide(work, actor, announcement, at, granted=True, seen=_version(sent)))
        case "return":
            return _returned(desk, announcement, sent)
        case "undo":
            return None if sending.undo(work, actor, announcement, at) else Undone("announcing.why_too_late")
        case "abort":
            return Undone("announcing.not_going") if sending.abort(work, actor, announcement, at) is None else None
        case "retry":
            if sending.retry(work, actor, announcement, at):
                return None
            corrected = sending.is_corrected(work, announcement)
            return Undone("announcing.corrected" if corrected else "announcing.none_again")
        case _:
            return None if _discarded(desk, announcement) else Undone("announcing.why_too_late")


def _afterwards(desk: Desk, announcement: Announcement) -> frozenset[str]:
    way = desk.work.announcements.way(announcement.id)
    lost = way.failed + way.count(State.CANCELLED)
    corrects = {"correct"} if may_be_corrected(announcement) and way.sent else set()
    return frozenset(corrects | ({"retry", "ledger"} if lost else set()))


def _discarded(desk: Desk, announcement: Announcement) -> bool:
    return may_change(desk.actor, announcement) and drafting.discard(desk.work, desk.actor, announcement, desk.at)


def _returned(desk: Desk, announcement: Announcement, sent: Mapping[str, str]) -> Undone | None:
    comment = sent.get("comment", "").replace("\r\n", "\n").strip()
    if not comment:
        return Undone("announcement.empty", "")
    if len(comment) > COMMENT:
        return Undone("announce_page.long_comment", comment)
    if guard.found(comment, desk.at.astimezone(desk.work.organisation.timezone).date()):
        return Undone("announcement.private", comment)
    return _because(
        sending.decide(
            desk.work, desk.actor, announcement, desk.at, granted=False, comment=comment, seen=_version(sent)
        )
    )


def _because(outcome: Sent | Why) -> Undone | None:
    return Undone(f"announcing.why_{outcome.value}") if isinstance(outcome, Why) else None


def _version(sent: Mapping[str, str]) -> int:
    """Which version was on the page; 0, which none has, where that does not say."""
    seen = sent.get("seen", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 9 else 0
