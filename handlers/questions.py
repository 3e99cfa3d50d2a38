"""Learners' questions, as the office reads, takes on, hands over and answers them."""

from typing import Final

from handlers.inquiring import Answering, Claiming, Handing, Releasing, Searching
from handlers.turn import Reply, Turn, acting
from lessons.cards import questions as cards
from lessons.cards.writing import again, unfit
from messages.actions import AnswerQuestion, ClaimQuestion, HandQuestion, SendAnswer, ShowQuestions
from messages.incoming import ChannelName, Submitted
from messages.message import Message, plain
from school import passing
from school.inquiring import desk, looking, replying
from school.inquiring.conversation import Conversation
from school.inquiring.replying import MOST, Answered, Before, Outcome, Why
from school.rights import Actor, NotAllowed, Verb, require
from school.writing import Unfit
from store.inquiry import Inquiry

_LAST: Final = 0


def listed(turn: Turn) -> Message:
    """Which questions wait: here in full, or on a page where they must not stand here."""
    actor = acting(turn, Verb.READ_QUESTIONS)
    if not _reads_here(turn):
        return _page(turn)
    waiting = looking.waiting(turn.work, actor)
    return cards.listing(turn.say("questions.waiting", count=len(waiting)), [*map(desk.asked, waiting)], turn.say)


def searched(turn: Turn, order: Searching) -> Message:
    """What was answered before, by words."""
    actor = acting(turn, Verb.READ_QUESTIONS)
    if not _reads_here(turn):
        return _page(turn)
    found = looking.search(turn.work, actor, order.words)
    return cards.listing(turn.say("questions.found", words=order.words[:40]), [*map(desk.asked, found)], turn.say)


def opened(turn: Turn, action: AnswerQuestion) -> Reply:
    """Wants to answer: a form, a page, or how to type it."""
    actor = acting(turn, Verb.READ_QUESTIONS)
    talk = _found(turn, actor, action.inquiry)
    if talk is None:
        return plain(turn.say("questions.not_gone"))
    if turn.incoming.opens_forms:
        return _form(turn, talk, "")
    if not _reads_here(turn):
        return _page(turn)
    return plain(turn.say("questions.answer_how", number=action.inquiry))


def submitted(turn: Turn, form: Submitted, action: AnswerQuestion) -> Reply:
    """The form came back: the chosen canned answer, and under it what was written."""
    actor = acting(turn, Verb.READ_QUESTIONS)
    require(turn.work, actor, Verb.ANSWER_QUESTIONS)
    canned = looking.canned_body(turn.work, form.value(cards.CANNED))
    body = "\n\n".join(filter(None, (canned, form.value(cards.WORDS).strip())))
    source = f"form:{turn.account.id}:{turn.incoming.id}"
    outcome = replying.answer(turn.work, actor, action.inquiry, body, source=source, seen=action.seen, at=turn.now)
    talk = _found(turn, actor, action.inquiry)
    if isinstance(outcome, Before) and talk is not None:
        return _form(turn, talk, form.value(cards.WORDS))
    return _told(turn, action.inquiry, outcome)


def typed(turn: Turn, order: Answering) -> Reply:
    """An answer that was typed behind its question's number."""
    actor = acting(turn, Verb.READ_QUESTIONS)
    require(turn.work, actor, Verb.ANSWER_QUESTIONS)
    if not _reads_here(turn):
        return _page(turn)
    return _answered(turn, actor, order.number, order.body, f"said:{turn.account.id}:{turn.incoming.id}")


def released(turn: Turn, action: SendAnswer) -> Reply:
    """Mine goes out too, although somebody was quicker."""
    actor = acting(turn, Verb.READ_QUESTIONS)
    outcome = replying.release(turn.work, actor, action.answer, turn.now)
    return _told(turn, outcome.answer.inquiry if isinstance(outcome, Answered) else 0, outcome)


def released_last(turn: Turn, order: Releasing) -> Reply:
    """The same, in words: my answer to this question that waits."""
    actor = acting(turn, Verb.READ_QUESTIONS)
    require(turn.work, actor, Verb.ANSWER_QUESTIONS)
    mine = [each for each in turn.work.answers.of(order.number) if not each.sent and each.person == actor.person]
    return released(turn, SendAnswer(mine[-1].id)) if mine else plain(turn.say("questions.not_gone"))


def claimed(turn: Turn, order: ClaimQuestion | Claiming) -> Reply:
    """Takes it on. In a channel the question itself shows it."""
    actor, number = acting(turn, Verb.READ_QUESTIONS), order.inquiry
    outcome = replying.claim(turn.work, actor, number, turn.now)
    if isinstance(outcome, Inquiry) and turn.incoming.shared:
        return None
    return _moved(turn, actor, number, outcome, "questions.claimed")


def wants_to_hand(turn: Turn, action: HandQuestion) -> Reply:
    """Hands it over: to whom, if not said yet."""
    actor = acting(turn, Verb.READ_QUESTIONS)
    talk = _found(turn, actor, action.inquiry)
    if talk is None:
        return plain(turn.say("questions.not_gone"))
    people = tuple((each.id, each.nickname) for each in desk.able(turn.work) if each.id != talk.inquiry.holder)
    if turn.incoming.opens_forms and people:
        return cards.hand_form(desk.asked(talk), people, turn.say)
    return (
        plain(turn.say("questions.hand_how", number=action.inquiry)) if people else plain(turn.say("questions.alone"))
    )


def handed_by_form(turn: Turn, form: Submitted, action: HandQuestion) -> Reply:
    """The form came back."""
    chosen = form.value(cards.TO)
    return _handed(turn, action.inquiry, int(chosen) if chosen.isdecimal() else 0)


def handed(turn: Turn, order: Handing) -> Reply:
    """Hands it over to somebody by nickname."""
    acting(turn, Verb.ANSWER_QUESTIONS)
    named = [each.id for each in desk.able(turn.work) if each.nickname.casefold() == order.to.casefold()]
    return _handed(turn, order.inquiry, named[0] if len(named) == 1 else 0)


def remarked(turn: Turn, inquiry: int, text: str, message: str) -> Reply:
    """Something under a question: an answer, if its author may answer and does not mark it as a note."""
    if turn.person is None or text.lstrip().startswith(("//", "//")):
        return None
    actor = acting(turn, Verb.READ_QUESTIONS)
    try:
        require(turn.work, actor, Verb.ANSWER_QUESTIONS)
    except NotAllowed:
        return None
    source = f"thread:{turn.account.id}:{turn.incoming.room}:{message}"
    reply = _answered(turn, actor, inquiry, text, source)
    if reply is not None and turn.incoming.shared:
        desk.say_in_thread(turn.work, inquiry, f"to:{source}", reply, turn.now)
        return None
    return reply


def _answered(turn: Turn, actor: Actor, number: int, body: str, source: str) -> Message | None:
    outcome = replying.answer(turn.work, actor, number, body, source=source, seen=_LAST, at=turn.now)
    if isinstance(outcome, Before):
        held = replying.hold(turn.work, actor, number, body, source=source, at=turn.now)
        talk = _found(turn, actor, number)
        return cards.already(desk.asked(talk), held.id, body, turn.say) if held and talk else None
    shared = turn.incoming.shared and isinstance(outcome, Answered)
    return None if shared else _told(turn, number, outcome)  # in the thread it is said that it went out


def _told(turn: Turn, number: int, outcome: Outcome) -> Message:
    match outcome:
        case Answered(again=again_):
            return plain(turn.say("questions.sent_before" if again_ else "questions.sent", number=number))
        case Unfit(length=length, private=private):
            why = unfit(length, private, most=MOST, say=turn.say)
            return again(why, AnswerQuestion(number), turn.say)
        case Before(by=by):
            return plain(turn.say("questions.already", number=number, by=by))
        case Why():
            return plain(turn.say(f"questions.not_{outcome.value}"))


def _moved(turn: Turn, actor: Actor, number: int, outcome: Inquiry | Why, key: str) -> Message:
    if isinstance(outcome, Why):
        talk = _found(turn, actor, number)
        return plain(turn.say(f"questions.not_{outcome.value}", by=talk.holder if talk else ""))
    talk = _found(turn, actor, number)
    return plain(turn.say(key, number=number, by=talk.holder if talk else ""))


def _handed(turn: Turn, number: int, to: int) -> Reply:
    actor = acting(turn, Verb.READ_QUESTIONS)
    return _moved(turn, actor, number, replying.hand(turn.work, actor, number, to, turn.now), "questions.handed")


def _form(turn: Turn, talk: Conversation, draft: str) -> Reply:
    helps = looking.helps(turn.work, talk)
    seen = len(talk.answers)
    return cards.answer_form(desk.asked(talk), helps, most=MOST, say=turn.say, draft=draft, seen=seen)


def _found(turn: Turn, actor: Actor, number: int) -> Conversation | None:
    return looking.find(turn.work, actor, number)


def _reads_here(turn: Turn) -> bool:
    """Other people's words may stand in this chat: never on LINE."""
    return turn.incoming.channel is not ChannelName.LINE


def _page(turn: Turn) -> Message:
    if turn.person is None:
        raise NotAllowed(Verb.READ_QUESTIONS)
    secret = passing.give(turn.work, turn.person.id, ShowQuestions(), turn.now)
    return cards.on_page(f"{turn.public_url}/q/{secret}", turn.say)
