"""Which conversation hears a deed: the one place that knows them all."""

from typing import Final, assert_never

from handlers import (
    answer,
    help,  # noqa: A004  a conversation's name
    join,
    leave,
    lesson,
    places,
    privacy,
    progress,
    question,
    rest,
    settings,
    writing,
    written,
)
from handlers.turn import Reply, Turn
from handlers.words import Asking, Joining, Linking, Parting, Placing, Setting, Thanking, agreed, heard
from messages import actions as act
from messages.incoming import Followed, Left, Opened, Pressed, Said, Sent, Stale, Submitted, Unsent
from messages.message import plain

_WITHIN_A_PROMPT: Final = (act.Agree, act.TakeNickname, act.SetTime, act.Leave, act.Erase, act.Unlink, act.ShowHelp)


def route(turn: Turn) -> Reply:
    """The answer to one deed."""
    match turn.incoming.deed:
        case Said(text=text, message=message):
            return None if privacy.gone_already(turn, message) else _guarded(turn, text)
        case Pressed(action=action, picked=picked):
            return _pressed(turn, action, picked)
        case Submitted() as form:
            return _submitted(turn, form)
        case Followed():
            places.found(turn)
            return join.greeted(turn) if turn.enrolment is None else rest.resting(turn) or plain(turn.say("join.back"))
        case Stale():
            return help.stale(turn)
        case Sent():
            return help.sent(turn)
        case Unsent(message=message):
            privacy.taken_back(turn, message)
            return None
        case Left():
            places.lost(turn)
            return None
        case Opened():
            return None
        case _ as unreachable:
            assert_never(unreachable)


def _guarded(turn: Turn, text: str) -> Reply:
    """Personal data in what was said is not kept, whatever it was said for."""
    private = privacy.seen(turn, text)
    return privacy.refused(turn, private) if private else _said(turn, text)


def _said(turn: Turn, text: str) -> Reply:
    match heard(text):
        case Joining(code=code):
            return join.asked(turn, code)
        case Setting(wish=wish):
            return settings.wished(turn, wish)
        case Asking(body=body):
            return question.told(turn, body)
        case Linking(code=code):
            return places.linked(turn, code)
        case Placing(place=place):
            return places.placed(turn, place)
        case Parting(place=place):
            return places.parted(turn, place)
        case Thanking():
            return help.thanked(turn)
        case None:
            return (
                _prompted(turn, text)
                or answer.typed(turn, text)
                or writing.typed(turn, text)
                or join.coded(turn, text)
                or help.puzzled(turn, answer.hint(turn))
            )
        case action:
            return _pressed(turn, action, ())


def _submitted(turn: Turn, form: Submitted) -> Reply:
    """What a form was filled in for; personal data in it is not kept."""
    about = _about(form)
    if private := privacy.seen(turn, *(value for _, value in form.values)):
        return privacy.refused(turn, private, about=about if isinstance(about, act.Write | act.Ask) else None)
    match about:
        case act.Write() if form.form == written.FORM:
            return written.submitted(turn, form)
        case act.Write():
            return writing.submitted(turn, form, about)
        case act.Ask():
            return question.submitted(turn, form)
        case _:
            return settings.submitted(turn, form)


def _about(form: Submitted) -> act.Action | None:
    try:
        return act.unpack(form.about) if form.about else None
    except act.Unreadable:
        return None


def _prompted(turn: Turn, text: str) -> Reply:
    """What the bot had asked this person to write."""
    prompt = turn.work.prompts.get(*turn.who)
    if prompt is None:
        return None
    if prompt.awaiting == join.NICKNAME:
        return answer.typed(turn, text) or join.called(turn, text, prompt.value)
    if prompt.awaiting == join.TIME:
        return answer.typed(turn, text) or join.timed(turn, act.SetTime(text))
    if prompt.awaiting == rest.UNTIL:
        return rest.dated(turn, text)
    if prompt.awaiting == written.ANSWER:
        return written.typed(turn, text, prompt.value)
    said_yes = agreed(text)
    if said_yes is None or answer.asked_since(turn, prompt.at):
        return None
    question = act.unpack(prompt.value)
    if said_yes:
        return _pressed(turn, question, ())
    return join.declined(turn) if isinstance(question, act.Agree) else leave.stayed(turn)


def _pressed(turn: Turn, action: act.Action, picked: tuple[str, ...]) -> Reply:
    if not isinstance(action, _WITHIN_A_PROMPT):
        turn.work.prompts.clear(*turn.who)
    match action:
        case act.Choose() | act.Toggle() | act.Finish() | act.Write() | act.Skip():
            return _answered(turn, action, picked)
        case act.Today() | act.Resume():
            return rest.resting(turn) or lesson.asked(turn)
        case act.ShowProgress():
            return progress.asked(turn)
        case act.ShowSettings():
            return settings.asked(turn)
        case act.ShowHelp():
            return help.asked(turn)
        case act.Ask():
            return question.asked(turn)
        case act.ShowRecord():
            return privacy.asked(turn)
        case _:
            return _resting(turn, action)


def _resting(turn: Turn, action: act.Action) -> Reply:
    match action:
        case act.Rest():
            return rest.asked(turn, action)
        case act.ComeBack():
            return rest.back(turn) or lesson.asked(turn)
        case act.SetReminders():
            return rest.reminded(turn, action)
        case _:
            return _personal(turn, action)


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


def _personal(turn: Turn, action: act.Action) -> Reply:
    match action:
        case act.SetTime():
            return _time(turn, action)
        case act.SetLanguage():
            return settings.spoken(turn, action)
        case act.SetSection():
            return settings.sectioned(turn, action)
        case act.Agree():
            return join.agreed(turn, action)
        case act.Decline():
            return join.declined(turn)
        case act.TakeNickname():
            return join.named(turn, action)
        case act.Leave():
            return leave.asked(turn, action)
        case act.Erase():
            return leave.erasing(turn, action)
        case act.Stay():
            return leave.stayed(turn)
        case _:
            return _reached(turn, action)


def _reached(turn: Turn, action: act.Action) -> Reply:
    match action:
        case act.ShowPlaces():
            return places.asked(turn)
        case act.Prefer():
            return places.preferred(turn, action)
        case act.Unlink():
            return places.unlinked(turn, action)
        case _:
            return help.stale(turn)


def _time(turn: Turn, action: act.SetTime) -> Reply:
    """While joining, a time is the last thing asked; later it is a setting."""
    prompt = turn.work.prompts.get(*turn.who)
    joining = prompt is not None and prompt.awaiting == join.TIME
    return join.timed(turn, action) if joining else settings.timed(turn, action)
