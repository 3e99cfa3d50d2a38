"""Announcements, written: a form, a look at both platforms and at the numbers, and the list of all there are."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from handlers.turn import Reply, Turn, acting
from lessons.cards import announcing as cards
from lessons.cards import announcing_form as forms
from messages.actions import Action
from messages.actions.announcing import (
    Announce,
    Correct,
    Discard,
    Drafting,
    Rewrite,
    ShowAnnouncement,
    ShowAnnouncements,
)
from messages.form import Form
from messages.incoming import ChannelName, Submitted
from messages.message import InPlace, plain
from school.announcing import correcting, door, drafting, filling, showing
from school.announcing.offering import offer
from school.announcing.sending import Why
from school.announcing.wording import Fault
from school.rights import Actor, NotAllowed, Verb, require
from store.announcement import Announcement, Stage
from store.errors import NotFound


def asked(turn: Turn, action: Drafting) -> Reply:
    """Something about a draft, or about all announcements; raises NotAllowed."""
    actor = acting(turn, Verb.DRAFT)
    if turn.incoming.channel is ChannelName.LINE:
        return door.on_line(turn.work, actor, turn.now, turn.say, public_url=turn.public_url)
    match action:
        case Announce():
            return _form(turn, action, {}) if turn.incoming.opens_forms else cards.begin(turn.say)
        case ShowAnnouncements():
            return showing.listed(turn.work, actor, turn.say)
        case ShowAnnouncement(announcement=number):
            return _shown(turn, actor, number)
        case Rewrite(announcement=number):
            return _rewriting(turn, actor, action, number)
        case Discard(announcement=number):
            return _discarded(turn, actor, number)
        case _ as unreachable:
            assert_never(unreachable)


def submitted(turn: Turn, form: Submitted, about: Announce | Rewrite | Correct) -> Reply:
    """The form came back: the draft as it looks, or the form once more with what is wrong at its fields."""
    actor, given = acting(turn, Verb.DRAFT), dict(form.values)
    try:
        outcome = _written(turn, actor, given, about)
    except NotFound:
        return plain(turn.say("announcing.strange"))
    match outcome:
        case Announcement():
            return InPlace((), showing.standing(turn.work, actor, outcome, turn.now, turn.say))
        case Why() | None:
            return plain(turn.say("announcing.why_going" if outcome else "announcing.no_draft"))
        case faults:
            return _again(turn, about, given, faults)


def _written(
    turn: Turn, actor: Actor, given: Mapping[str, str], about: Announce | Rewrite | Correct
) -> Announcement | tuple[Fault, ...] | Why | None:
    """The draft; or what is wrong with it, or why there is none. Raises NotFound."""
    work, at = turn.work, turn.now
    if isinstance(about, Correct):
        first, notice = work.announcements.get(about.announcement), filling.notice_of(given)
        return correcting.correct(work, actor, first, notice, at, urgent=filling.is_urgent(given))
    before = work.announcements.get(about.announcement) if isinstance(about, Rewrite) else None
    if before and before.corrects is not None:
        given = filling.laid_out(work, before) | dict(given)
    wish = filling.filled(work, given, at)
    if isinstance(wish, tuple):
        return wish
    if before is None:
        return drafting.draft(work, actor, wish, at)
    try:
        return drafting.rewrite(work, actor, before, wish, at)
    except NotAllowed:
        require(work, actor, Verb.DRAFT)
        return None


def _rewriting(turn: Turn, actor: Actor, action: Rewrite, number: int) -> Reply:
    found = _found(turn, number)
    if found is None:
        return plain(turn.say("help.stale"))
    if found.stage is not Stage.DRAFT or not drafting.may_change(actor, found):
        return _place(turn, actor, found, turn.say("announcing.no_draft"))
    if not turn.incoming.opens_forms:
        return _shown(turn, actor, number)
    return _form(turn, action, filling.laid_out(turn.work, found))


def _discarded(turn: Turn, actor: Actor, number: int) -> Reply:
    found = _found(turn, number)
    if found is None:
        return plain(turn.say("help.stale"))
    gone = drafting.may_change(actor, found) and drafting.discard(turn.work, actor, found, turn.now)
    return _place(turn, actor, turn.work.announcements.get(number), "" if gone else turn.say("announcing.no_draft"))


def _shown(turn: Turn, actor: Actor, number: int) -> Reply:
    found = _found(turn, number)
    return _place(turn, actor, found) if found else plain(turn.say("help.stale"))


def _place(turn: Turn, actor: Actor, announcement: Announcement, note: str = "") -> Reply:
    return InPlace((), showing.standing(turn.work, actor, announcement, turn.now, turn.say, note=note))


def _form(turn: Turn, about: Announce | Rewrite | Correct, given: Mapping[str, str]) -> Form:
    if isinstance(about, Correct) or _corrects(turn, about):
        return forms.correction_form(about, given, turn.say)
    offered = offer(turn.work)
    return forms.announcement_form(about, given, turn.say, cohorts=offered.cohorts, sections=offered.sections)


def _again(
    turn: Turn, about: Announce | Rewrite | Correct, given: Mapping[str, str], faults: tuple[Fault, ...]
) -> Form:
    errors = tuple((each.field, turn.say(each.key, **dict(each.facts))) for each in faults)
    return replace(_form(turn, about, given), errors=errors)


def _corrects(turn: Turn, about: Action) -> bool:
    return isinstance(about, Rewrite) and turn.work.announcements.get(about.announcement).corrects is not None


def _found(turn: Turn, number: int) -> Announcement | None:
    try:
        return turn.work.announcements.get(number)
    except NotFound:
        return None
