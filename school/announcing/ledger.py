"""Whom an announcement did not reach, or did: by name, in plain words, a page at a time."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from messages.incoming import ChannelName
from messages.letter import State
from school.rights import Actor, Verb, may, require
from store.announcement import Addressee, Announcement
from store.work import Work

PAGE: Final = 20
LOST: Final = (State.REFUSED, State.EXPIRED, State.CANCELLED)


class Fate(StrEnum):
    """What became of somebody's letter; `ledger.` and this is the key of a phrase."""

    ARRIVED = "arrived"
    WAITING = "waiting"
    HELD = "held"  # until the cohort goes on
    STOPPED = "stopped"  # by whoever aborted it, or because the person left
    BLOCKED = "blocked"  # nothing could be sent to them from the beginning
    INACTIVE = "inactive"  # nor to anybody of that account
    GONE = "gone"  # a block, a departure, a revoked token
    LATE = "late"  # its hours were over, and there was no next time
    DOUBTFUL = "doubtful"  # nobody could find out whether it arrived
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Line:
    """One person: `called` as the staff list has it, where the actor may see that, else by nickname; empty for who was
    erased.
    """

    called: str
    channel: ChannelName
    fate: Fate


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines: which page of how many, and how many lines there are in all."""

    lines: tuple[Line, ...]
    number: int
    pages: int
    total: int


def ledger(
    work: Work, actor: Actor, announcement: Announcement, *, number: int = 1, states: Collection[State] = LOST
) -> Page:
    """One page of those whose letters are in these states: those whom it did not reach, unless others are asked for. A
    page that is not there is the nearest one. For our own pages and Slack, never for LINE. Raises NotAllowed.
    """
    require(work, actor, Verb.SEND)
    total = work.announcements.way(announcement.id).count(*states)
    pages = max(-(-total // PAGE), 1)
    number = min(max(number, 1), pages)
    found = work.recipients.of(announcement.id, states, start=(number - 1) * PAGE, most=PAGE)
    named = may(work, actor, Verb.EXPORT_ROSTER)
    return Page(tuple(_line(each, named=named) for each in found), number, pages, total)


def _line(of: Addressee, *, named: bool) -> Line:
    return Line((of.name if named else "") or of.nickname, of.channel, _fate(of))


def _fate(of: Addressee) -> Fate:
    match of.state:
        case State.SENT:
            return Fate.ARRIVED
        case State.WAITING | State.CARRYING:
            return Fate.WAITING
        case State.HELD:
            return Fate.HELD
        case State.CANCELLED:
            return Fate.STOPPED
        case State.EXPIRED:
            return Fate.LATE
        case State.REFUSED:
            return _REFUSED.get(of.reason, Fate.REFUSED)


_REFUSED: Final = {"blocked": Fate.BLOCKED, "inactive": Fate.INACTIVE, "gone": Fate.GONE, "lost": Fate.DOUBTFUL}
