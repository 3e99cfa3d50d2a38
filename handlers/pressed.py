"""Which conversation hears a button, or the word that stands for it."""

from typing import Final, assert_never

from handlers import (
    answer,
    completion,
    digest,
    help,  # noqa: A004  a conversation's name
    join,
    leave,
    lesson,
    official,
    places,
    privacy,
    progress,
    question,
    report,
    rest,
    resuming,
    settings,
    sitting,
    tools,
    writing,
    written,
)
from handlers.turn import Reply, Turn
from messages import actions as act

_WITHIN_A_PROMPT: Final = (act.Agree, act.TakeNickname, act.SetTime, act.Leave, act.Erase, act.Unlink, act.ShowHelp)


def pressed(turn: Turn, action: act.Action, picked: tuple[str, ...]) -> Reply:
    """The answer to a button, or to the word that stands for it."""
    if not isinstance(action, _WITHIN_A_PROMPT):
        turn.work.prompts.clear(*turn.who)
    if isinstance(action, act.Office):
        return official.pressed(turn, action)
    return _personal(turn, action) if isinstance(action, act.Personal) else _learning(turn, action, picked)


def _learning(turn: Turn, action: act.Learning, picked: tuple[str, ...]) -> Reply:
    match action:
        case act.Choose() | act.Toggle() | act.Finish() | act.Write() | act.Skip():
            return _answered(turn, action, picked)
        case act.Today() | act.Resume():
            return rest.resting(turn) or lesson.asked(turn)
        case act.ShowProgress():
            return completion.instead(turn) or progress.asked(turn)
        case act.ShowHelp():
            return help.asked(turn)
        case act.Ask() | act.AskOn() | act.ReadAnswers():
            return _asked(turn, action)
        case act.Sit():
            return sitting.asked(turn, action)
        case act.Report():
            return report.asked(turn, action)
        case act.ShowTools():
            return tools.asked(turn)
        case _ as unreachable:
            assert_never(unreachable)


def _asked(turn: Turn, action: act.Ask | act.AskOn | act.ReadAnswers) -> Reply:
    """About questions to the office."""
    match action:
        case act.Ask():
            return question.asked(turn)
        case act.AskOn():
            return question.wants_on(turn, action)
        case act.ReadAnswers():
            return question.read(turn)
        case _ as unreachable:
            assert_never(unreachable)


def _answered(
    turn: Turn, action: act.Choose | act.Toggle | act.Finish | act.Write | act.Skip, picked: tuple[str, ...]
) -> Reply:
    """A button under a question."""
    match action:
        case act.Choose():
            return answer.chosen(turn, action)
        case act.Toggle():
            return answer.toggled(turn, action)
        case act.Finish():
            return answer.finished(turn, action, picked)
        case act.Write():
            return writing.wanted(turn, action) or written.opened(turn, action) or help.stale(turn)
        case act.Skip():
            return writing.skipped(turn, action)
        case _ as unreachable:
            assert_never(unreachable)


def _personal(turn: Turn, action: act.Personal) -> Reply:
    match action:
        case act.Agree() | act.Decline() | act.TakeNickname():
            return _joining(turn, action)
        case act.Leave() | act.Erase() | act.Stay():
            return _leaving(turn, action)
        case act.Rest():
            return rest.asked(turn, action)
        case act.ComeBack():
            return rest.back(turn) or resuming.wondered(turn) or lesson.asked(turn)
        case act.ShowPlaces() | act.Prefer() | act.Unlink():
            return _reached(turn, action)
        case act.ShowRecord():
            return privacy.asked(turn)
        case act.ShowDigest() | act.ReadWeek() | act.SetDigests():
            return _summed_up(turn, action)
        case _:
            return _setting(turn, action)


def _summed_up(turn: Turn, action: act.ShowDigest | act.ReadWeek | act.SetDigests) -> Reply:
    match action:
        case act.ShowDigest():
            return digest.asked(turn)
        case act.ReadWeek():
            return digest.opened(turn, action)
        case act.SetDigests():
            return digest.wished(turn, action)
        case _ as unreachable:
            assert_never(unreachable)


def _joining(turn: Turn, action: act.Agree | act.Decline | act.TakeNickname) -> Reply:
    match action:
        case act.Agree():
            return join.agreed(turn, action)
        case act.Decline():
            return join.declined(turn)
        case act.TakeNickname():
            return join.named(turn, action)
        case _ as unreachable:
            assert_never(unreachable)


def _leaving(turn: Turn, action: act.Leave | act.Erase | act.Stay) -> Reply:
    match action:
        case act.Leave():
            return leave.asked(turn, action)
        case act.Erase():
            return leave.erasing(turn, action)
        case act.Stay():
            return leave.stayed(turn)
        case _ as unreachable:
            assert_never(unreachable)


def _reached(turn: Turn, action: act.ShowPlaces | act.Prefer | act.Unlink) -> Reply:
    match action:
        case act.ShowPlaces():
            return places.asked(turn)
        case act.Prefer():
            return places.preferred(turn, action)
        case act.Unlink():
            return places.unlinked(turn, action)
        case _ as unreachable:
            assert_never(unreachable)


def _setting(
    turn: Turn, action: act.ShowSettings | act.SetTime | act.SetLanguage | act.SetSection | act.SetReminders
) -> Reply:
    match action:
        case act.ShowSettings():
            return settings.asked(turn)
        case act.SetTime():
            return _time(turn, action)
        case act.SetLanguage():
            return settings.spoken(turn, action)
        case act.SetSection():
            return settings.sectioned(turn, action)
        case act.SetReminders():
            return rest.reminded(turn, action)
        case _ as unreachable:
            assert_never(unreachable)


def _time(turn: Turn, action: act.SetTime) -> Reply:
    """While joining, a time is the last thing asked; later it is a setting."""
    prompt = turn.work.prompts.get(*turn.who)
    joining = prompt is not None and prompt.awaiting == join.TIME
    return join.timed(turn, action) if joining else settings.timed(turn, action)
