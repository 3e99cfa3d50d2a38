"""Which conversation hears a deed."""

from dataclasses import replace
from typing import Final, assert_never

import structlog

from handlers import (
    answer,
    asked,
    glossary,
    help,  # noqa: A004  a conversation's name
    join,
    leave,
    official,
    places,
    privacy,
    question,
    questions,
    report,
    rest,
    roster,
    settings,
    sitting,
    writing,
    written,
)
from handlers.absences import Away, Back
from handlers.grants import Granting
from handlers.hushes import Hushing
from handlers.inquiring import Answering, Claiming, Handing, Listing, Releasing, Searching
from handlers.lookups import Explaining, Wondering
from handlers.orders import Appointing, Matching, Metering, Returning, Surveying
from handlers.pressed import pressed
from handlers.turn import Reply, Turn
from handlers.words import (
    Asking,
    AskingOn,
    Joining,
    Linking,
    Parting,
    Placing,
    Reporting,
    Setting,
    Thanking,
    agreed,
    heard,
)
from lessons.cards.writing import FIELD
from messages import actions as act
from messages.incoming import Followed, Left, Opened, Pressed, Remarked, Said, Sent, Stale, Submitted, Unsent
from messages.message import plain
from school.rights import NotAllowed
from store.values import Prompt

log: Final = structlog.get_logger()
_REWRITTEN: Final = (act.Write, act.Ask, act.AskOn, act.AnswerQuestion, act.Report)


def route(turn: Turn) -> Reply:
    """The answer to one deed; who may not do it is told so, and nothing was done."""
    try:
        return _routed(turn)
    except NotAllowed as verb:
        log.info("not_allowed", channel=turn.incoming.channel, verb=str(verb))
        return plain(turn.say("office.not_allowed"))


def _routed(turn: Turn) -> Reply:
    match turn.incoming.deed:
        case Said(message=message) | Remarked(message=message) as words:
            return None if privacy.gone_already(turn, message) else _worded(turn, words)
        case Pressed(action=action, picked=picked):
            return pressed(turn, action, picked)
        case Submitted() as form:
            return _submitted(turn, form)
        case Followed():
            places.found(turn)
            return join.greeted(turn) if turn.enrolment is None else rest.resting(turn) or plain(turn.say("join.back"))
        case Stale():
            return help.stale(turn)
        case Sent() as sent:
            return _sent(turn, sent)
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


def _sent(turn: Turn, sent: Sent) -> Reply:
    """A file for the office; else what was written beside it, or a kind word that only text is read."""
    if sent.files and (told := roster.dropped(turn, sent.files)):
        return told
    if sent.beside is None:
        return help.sent(turn)
    return _routed(replace(turn, incoming=replace(turn.incoming, deed=sent.beside)))


def _worded(turn: Turn, words: Said | Remarked) -> Reply:
    return _guarded(turn, words.text) if isinstance(words, Said) else _remarked(turn, words)


def _remarked(turn: Turn, remark: Remarked) -> Reply:
    """Under a question to the office it is part of that; under anything else it is said to us, if others do not read
    along.
    """
    found = turn.work.threads.find(turn.account.id, turn.incoming.room, turn.incoming.who, remark.thread)
    inquiry = turn.work.inquiries.get(found) if found else None
    if inquiry is None:
        return None if turn.incoming.shared else _guarded(turn, remark.text)
    if turn.person is None or inquiry.person != turn.person.id:
        return questions.remarked(turn, inquiry.id, remark.text, remark.message)
    private = privacy.seen(turn, remark.text)
    return privacy.refused(turn, private) if private else question.asked_on(turn, inquiry.id, remark.text)


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
        case Asking() | AskingOn() as asking:
            return _asked(turn, asking)
        case Reporting(body=body):
            return report.told(turn, body)
        case Linking() | Placing() | Parting() as reach:
            return _reached(turn, reach)
        case (
            Appointing()
            | Granting()
            | Matching()
            | Metering()
            | Returning()
            | Surveying()
            | Hushing()
            | Away()
            | Back()
            | Listing()
            | Searching()
            | Answering()
            | Releasing()
            | Claiming()
            | Handing()
        ) as order:
            return official.ordered(turn, order)
        case Explaining(said=said):
            return glossary.asked(turn, said)
        case Thanking():
            return help.thanked(turn)
        case None | Wondering() as wondering:
            known = glossary.wondered(turn, wondering.said) if wondering else None
            return known or _in_own_words(turn, text)
        case action:
            return pressed(turn, action, ())


def _asked(turn: Turn, asking: Asking | AskingOn) -> Reply:
    if isinstance(asking, Asking):
        return question.told(turn, asking.body)
    return question.asked_on(turn, asking.number, asking.body)


def _reached(turn: Turn, reach: Linking | Placing | Parting) -> Reply:
    match reach:
        case Linking(code=code):
            return places.linked(turn, code)
        case Placing(place=place):
            return places.placed(turn, place)
        case Parting(place=place):
            return places.parted(turn, place)
        case _ as unreachable:
            assert_never(unreachable)


def _in_own_words(turn: Turn, text: str) -> Reply:
    """What is no word of ours: something the bot had asked for, an answer, or not understood."""
    return (
        _prompted(turn, text)
        or answer.typed(turn, text)
        or writing.typed(turn, text)
        or join.coded(turn, text)
        or help.puzzled(turn, answer.hint(turn))
    )


def _submitted(turn: Turn, form: Submitted) -> Reply:
    """What a form was filled in for; personal data in it is not kept."""
    about = _about(form)
    if isinstance(about, act.Sit):  # ticks are no text, and own words are looked over where they are kept
        return sitting.submitted(turn, form)
    if isinstance(about, official.Filled):
        return official.submitted(turn, form, about)  # looked over where it is kept, if it is
    if private := privacy.seen(turn, *(value for _, value in form.values)):
        return privacy.refused(turn, private, about=about if isinstance(about, _REWRITTEN) else None)
    match about:
        case act.Write() if form.form == written.FORM:
            return written.submitted(turn, form)
        case act.Write():
            return writing.submitted(turn, form, about)
        case act.Ask():
            return question.submitted(turn, form)
        case act.AskOn(inquiry=inquiry):
            return question.asked_on(turn, inquiry, form.value(FIELD))
        case act.AnswerQuestion() | act.HandQuestion():
            return asked.submitted(turn, form, about)
        case act.Report():
            return report.submitted(turn, form, about)
        case _:
            return settings.submitted(turn, form)


def _about(form: Submitted) -> act.Action | None:
    try:
        return act.unpack(form.about) if form.about else None
    except act.Unreadable:
        return None


def _is_why(turn: Turn, prompt: Prompt, text: str) -> bool:
    """Whether it may be why somebody rests, and would be kept as something else: the question came before the rest."""
    return not (rest.said_so(prompt) or answer.asked_since(turn, prompt.at)) and writing.keeps(turn, text)


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
        return rest.dated(turn, text) or (rest.unread(turn) if _is_why(turn, prompt, text) else None)
    if prompt.awaiting == written.ANSWER:
        return written.typed(turn, text, prompt.value)
    if prompt.awaiting == report.REPORT:
        return None
    said_yes = agreed(text)
    if said_yes is None or answer.asked_since(turn, prompt.at):
        return None
    question = act.unpack(prompt.value)
    if said_yes:
        return pressed(turn, question, ())
    return join.declined(turn) if isinstance(question, act.Agree) else leave.stayed(turn)
