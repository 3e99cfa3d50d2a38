"""Announcements on their way: sent, allowed or given back, undone, stopped, tried again, corrected."""

from typing import assert_never

from handlers.turn import Reply, Turn, acting
from lessons import guard
from lessons.cards import announcing_form as forms
from messages.actions.announcing import (
    Abort,
    Approve,
    Correct,
    Deciding,
    GiveBack,
    Going,
    Retry,
    Send,
    ShowLedger,
    Undo,
)
from messages.incoming import ChannelName, Submitted
from messages.message import InPlace, plain
from school.announcing import correcting, door, filling, progress, sending, showing
from school.announcing.sending import Sent, Why
from school.rights import Actor, Verb, require
from store.announcement import Announcement, Stage
from store.errors import NotFound


def pressed(turn: Turn, action: Deciding | Going) -> Reply:
    """What was pressed under an announcement, or typed; raises NotAllowed."""
    actor = acting(turn, Verb.DRAFT)
    if turn.incoming.channel is ChannelName.LINE:
        return door.on_line(turn.work, actor, turn.now, turn.say, public_url=turn.public_url)
    try:
        found = turn.work.announcements.get(action.announcement)
    except NotFound:
        return plain(turn.say("help.stale"))
    match action:
        case Send(seen=seen):
            return _told(turn, actor, found, sending.send(turn.work, actor, found, turn.now, seen=seen))
        case Approve(seen=seen):
            outcome = sending.decide(turn.work, actor, found, turn.now, granted=True, seen=seen)
            return _told(turn, actor, found, outcome)
        case GiveBack():
            require(turn.work, actor, Verb.APPROVE)
            return forms.return_form(action, turn.say) if turn.incoming.opens_forms else _place(turn, actor, found)
        case Undo():
            undone = sending.undo(turn.work, actor, found, turn.now)
            late = "" if found.stage is Stage.DRAFT else "announcing.too_late"  # a draft is what was wanted
            return _place(turn, actor, found, "announcing.undone" if undone else late)
        case Abort() | ShowLedger() | Retry() | Correct():
            return _on_its_way(turn, actor, found, action)
        case _ as unreachable:
            assert_never(unreachable)


def given_back(turn: Turn, announcement: int, seen: int, comment: str) -> Reply:
    """It goes back to its author (差戻し), who reads why; raises NotAllowed."""
    actor = acting(turn, Verb.DRAFT)
    if turn.incoming.channel is ChannelName.LINE:
        return door.on_line(turn.work, actor, turn.now, turn.say, public_url=turn.public_url)
    try:
        found = turn.work.announcements.get(announcement)
    except NotFound:
        return plain(turn.say("help.stale"))
    outcome = sending.decide(
        turn.work, actor, found, turn.now, granted=False, comment=comment[: forms.COMMENT], seen=seen or None
    )
    if isinstance(outcome, Sent):
        return InPlace((), plain(turn.say("announcing.returned", title=found.notice.title)))
    return _told(turn, actor, found, outcome)


def submitted(turn: Turn, form: Submitted, about: GiveBack) -> Reply:
    """Why it is given back came in."""
    comment = form.value(forms.WHY).strip()
    wrong = "announcement.private" if guard.found(comment, turn.now.date()) else "" if comment else "announcement.empty"
    if wrong:
        return forms.return_form(about, turn.say, errors=((forms.WHY, turn.say(wrong)),))
    return given_back(turn, about.announcement, about.seen, comment)


def _on_its_way(turn: Turn, actor: Actor, found: Announcement, action: Going) -> Reply:
    match action:
        case Abort():
            stopped = sending.abort(turn.work, actor, found, turn.now)
            return _place(turn, actor, found, "announcing.not_going" if stopped is None else "announcing.stopped")
        case ShowLedger(page=page):
            return InPlace((), showing.lost(turn.work, actor, found, turn.say, page=page))
        case Retry():
            again = sending.retry(turn.work, actor, found, turn.now)
            if not again:
                told = "announcing.corrected" if sending.is_corrected(turn.work, found) else "announcing.none_again"
                return InPlace((), showing.lost(turn.work, actor, found, turn.say, note=turn.say(told)))
            _watch(turn, found)
            return _place(turn, actor, found, "announcing.again")
        case Correct():
            return _correcting(turn, actor, found, action)
        case _ as unreachable:
            assert_never(unreachable)


def _correcting(turn: Turn, actor: Actor, found: Announcement, action: Correct) -> Reply:
    require(turn.work, actor, Verb.SEND)
    if not correcting.may_be_corrected(found):
        return _place(turn, actor, found, "announcing.why_going")
    if not turn.incoming.opens_forms:
        return _place(turn, actor, found)
    return forms.correction_form(action, filling.laid_out(turn.work, found) | {"urgent": filling.NO}, turn.say)


def _told(turn: Turn, actor: Actor, found: Announcement, outcome: Sent | Why) -> Reply:
    """How it stands after the press; why it was not done stands above."""
    if isinstance(outcome, Sent):
        _watch(turn, found)
        return _place(turn, actor, found)
    return _place(turn, actor, found, f"announcing.why_{outcome.value}")


def _watch(turn: Turn, announcement: Announcement) -> None:
    """The message acted on tells from now on how far it is."""
    if turn.contact and turn.incoming.on:
        progress.watch(turn.work, announcement, turn.contact, turn.incoming.on, turn.now)


def _place(turn: Turn, actor: Actor, found: Announcement, key: str = "") -> Reply:
    now, note = turn.work.announcements.get(found.id), turn.say(key) if key else ""
    return InPlace((), showing.standing(turn.work, actor, now, turn.now, turn.say, note=note))
