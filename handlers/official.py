"""Which conversation of the office hears an order, or a button under what the office says."""

from typing import TypeAlias, assert_never

from handlers import (
    announcement,
    announcing,
    announcing_on,
    asked,
    away,
    columns,
    completion,
    granting,
    office,
    quota,
    resuming,
    roster,
    silencing,
)
from handlers.absences import Away, Back
from handlers.grants import Granting
from handlers.hushes import Hushing
from handlers.inquiring import Answering, Claiming, Handing, Listing, Releasing, Searching
from handlers.orders import Appointing, Matching, Metering, Order, Returning, Surveying
from handlers.turn import Reply, Turn
from messages import actions as act
from messages.incoming import Submitted

Filled: TypeAlias = (
    act.Announce
    | act.Rewrite
    | act.Correct
    | act.GiveBack
    | act.AskSilence
    | act.AskAway
    | act.AskRole
    | act.ChooseColumns
)


def ordered(turn: Turn, order: Order) -> Reply:
    """The answer to a word of the office; raises NotAllowed."""
    match order:
        case Appointing(code=code):
            return office.appointed(turn, code) if code else office.asked(turn)
        case Granting():
            return granting.called(turn, order)
        case Hushing():
            return silencing.called(turn, order.whom, order.name, wish=order.wish)
        case Away() | Back():
            return _absence(turn, order)
        case Returning(announcement=number, seen=seen, comment=comment):
            return announcing_on.given_back(turn, number, seen, comment)
        case Metering():
            return quota.asked(turn)
        case Matching(said=said):
            return columns.said(turn, said)
        case Surveying(section=name):
            return completion.asked(turn, name)
        case Listing() | Searching() | Answering() | Releasing() | Claiming() | Handing():
            return asked.ordered(turn, order)
        case _ as unreachable:
            assert_never(unreachable)


def pressed(turn: Turn, action: act.Office) -> Reply:
    """The answer to a button of the office; raises NotAllowed."""
    match action:
        case act.Vote():
            return announcement.voted(turn, action)
        case act.ShowRoster() | act.TakeRoster() | act.LeaveRoster() | act.UndoRoster():
            return roster.pressed(turn, action)
        case act.ChooseColumns():
            return columns.asked(turn, action)
        case act.Announce() | act.ShowAnnouncements() | act.ShowAnnouncement() | act.Rewrite() | act.Discard():
            return announcing.asked(turn, action)
        case (
            act.Send()
            | act.Approve()
            | act.GiveBack()
            | act.Undo()
            | act.Abort()
            | act.ShowLedger()
            | act.Retry()
            | act.Correct()
        ):
            return announcing_on.pressed(turn, action)
        case act.AskAway() | act.BringBack():
            return away.back(turn, action) if isinstance(action, act.BringBack) else away.asked(turn)
        case act.AskRole() | act.ShowAudit():
            return granting.pressed(turn, action)
        case act.ShowQuestions() | act.AnswerQuestion() | act.SendAnswer() | act.ClaimQuestion() | act.HandQuestion():
            return asked.pressed(turn, action)
        case (
            act.AskSilence()
            | act.BeginSilence()
            | act.ConfirmSilence()
            | act.DropSilence()
            | act.PlanResume()
            | act.EndSilence()
        ):
            return _silencing(turn, action)
        case _ as unreachable:
            assert_never(unreachable)


def _absence(turn: Turn, order: Away | Back) -> Reply:
    if isinstance(order, Away):
        return away.called(turn, order.name, order.until)
    return away.called_back(turn, order.name)


def _silencing(turn: Turn, action: act.Silencing) -> Reply:
    match action:
        case act.AskSilence():
            return silencing.asked(turn, action)
        case act.BeginSilence():
            return silencing.begun(turn, action)
        case act.ConfirmSilence():
            return silencing.confirmed(turn, action)
        case act.DropSilence():
            return silencing.dropped(turn, action)
        case act.PlanResume():
            return resuming.planned(turn, action)
        case act.EndSilence():
            return resuming.ended(turn, action)
        case _ as unreachable:
            assert_never(unreachable)


def submitted(turn: Turn, form: Submitted, about: Filled) -> Reply:
    """The answer to a form of the office; raises NotAllowed."""
    if isinstance(about, act.AskAway):
        return away.submitted(turn, form)
    if isinstance(about, act.AskRole):
        return granting.submitted(turn, form)
    if isinstance(about, act.ChooseColumns):
        return columns.submitted(turn, form, about)
    if isinstance(about, act.AskSilence):
        return silencing.submitted(turn, form, about)
    if isinstance(about, act.GiveBack):
        return announcing_on.submitted(turn, form, about)
    return announcing.submitted(turn, form, about)
