"""A message that was taken back takes along what was stored of it."""

from datetime import datetime
from typing import assert_never

from school.inquiring import asking
from store.values import Kept, Trace
from store.work import Work


def take_back(work: Work, *, account: int, message: str, person: int, nickname: str, at: datetime) -> bool:
    """Whether anything of the person's message was stored; it is not any more. `nickname` is what they are called if
    the message gave them their name. A message that is only on its way here is not stored when it comes.
    """
    if not work.inbox.first_time(account, _taken(message), at):
        return False
    trace = work.traces.take(account, message)
    if trace is None or trace.person != person:
        return False
    _forget(work, trace, nickname, at)
    return True


def was_taken_back(work: Work, account: int, message: str) -> bool:
    """Whether the message was gone before it came."""
    return message != "" and work.inbox.seen(account, _taken(message))


def _forget(work: Work, trace: Trace, nickname: str, at: datetime) -> None:
    match trace.kind:
        case Kept.NOTE:
            if note := work.notes.find(trace.row):
                asking.take_back(work, note, at)
        case Kept.ATTEMPT:
            attempt = work.attempts.empty(trace.row)
            for words in attempt.chosen if attempt else ():
                work.outbox.unsay(trace.person, words, posted_at=attempt.at if attempt else None)
        case Kept.NICKNAME:
            before = work.people.get(trace.person).nickname
            work.people.rename(trace.person, nickname)
            work.outbox.unsay(trace.person, before)
        case _:
            assert_never(trace.kind)


def _taken(message: str) -> str:
    return f"unsent:{message}"
