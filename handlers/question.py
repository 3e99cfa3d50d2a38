"""A question to the training office: kept, acknowledged, asked on; and what the office answered."""

from handlers.turn import Reply, Turn
from lessons.cards import inquiry as answers
from lessons.cards import writing as cards
from messages.actions import Ask, AskOn, ReadAnswers
from messages.incoming import ChannelName, Submitted
from messages.message import Message, joined, plain
from school import passing
from school.inquiring import asking, telling
from school.inquiring.asking import Asked
from school.writing import MOST, Unfit
from store.values import Kept, Person


def asked(turn: Turn) -> Reply:
    """Has a question: a form, a page, or how to send it here; and whether answers wait to be read."""
    if turn.person is None:
        return plain(turn.say("join.hello"))
    unread = len(turn.work.answers.unread(turn.person.id))
    if turn.incoming.channel is ChannelName.LINE:
        unread -= len(turn.work.answers.untold(turn.person.id))  # of these the answer to this tells anyhow
    waiting = answers.waiting(unread, turn.say) if unread else None
    if turn.incoming.opens_forms:
        return cards.question_form(most=MOST, say=turn.say, intro=waiting.summary if waiting else "")
    if turn.may_write_here:
        return joined(plain(turn.say("question.here", most=MOST)), waiting)
    return joined(_on_page(turn, turn.person, turn.say("question.on_page")), waiting)


def told(turn: Turn, body: str) -> Reply:
    """The question itself."""
    asker, person = turn.asker, turn.person
    if asker is None or person is None:
        return plain(turn.say("join.hello"))
    if not turn.may_write_here:
        return _on_page(turn, person, turn.say("question.not_here"))
    return _kept(turn, asking.ask(turn.work, turn.library, asker, body, turn.now), Ask())


def submitted(turn: Turn, form: Submitted) -> Reply:
    """The form came back."""
    return told(turn, form.value(cards.FIELD))


def wants_on(turn: Turn, action: AskOn) -> Reply:
    """Wants to ask on: a form, a page, or how to send it here."""
    person = turn.person
    mine = turn.work.inquiries.of_person(person.id) if person else ()
    found = next((each for each in mine if action.inquiry in {0, each.id}), None)
    if person is None or found is None:
        return plain(turn.say("inquiry.none" if person else "join.hello"))
    if turn.incoming.opens_forms:
        notes = turn.work.notes.of_inquiry(found.id)
        words = notes[-1].body if notes else ""
        return answers.ask_on_form(found.id, words, most=MOST, say=turn.say)
    if turn.may_write_here:
        return plain(turn.say("inquiry.ask_on_here", most=MOST))
    secret = passing.give(turn.work, person.id, AskOn(found.id), turn.now)
    return cards.on_page(turn.say("question.on_page"), f"{turn.public_url}/w/{secret}", turn.say)


def asked_on(turn: Turn, inquiry: int, body: str) -> Reply:
    """What is asked on; 0: about the last question."""
    asker = turn.asker
    if asker is None:
        return plain(turn.say("join.hello"))
    if not turn.may_write_here:
        return wants_on(turn, AskOn(inquiry))
    kept = asking.ask_on(turn.work, asker, inquiry, body, turn.now)
    return plain(turn.say("inquiry.none")) if kept is None else _kept(turn, kept, AskOn(inquiry))


def read(turn: Turn) -> Message:
    """What the office answered: here, or on a page where it must not stand here."""
    person = turn.person
    if person is None:
        return plain(turn.say("join.hello"))
    key = f"reply:{turn.account.id}:{turn.incoming.id}"
    if turn.may_write_here:
        found = telling.read(turn.work, person, key, turn.now)
        return answers.answered(found, turn.say) if found else answers.nothing(turn.say)
    if not telling.lead(turn.work, person, key, turn.now):
        return answers.nothing(turn.say)
    secret = passing.give(turn.work, person.id, ReadAnswers(), turn.now)
    return answers.on_page(f"{turn.public_url}/q/{secret}", turn.say)


def _kept(turn: Turn, kept: Asked | Unfit, action: Ask | AskOn) -> Message:
    if isinstance(kept, Unfit):
        return cards.again(cards.unfit(kept.length, kept.private, most=MOST, say=turn.say), action, turn.say)
    turn.trace(Kept.NOTE, kept.note.id)
    return plain(turn.say("question.stored"))


def _on_page(turn: Turn, person: Person, why: str) -> Message:
    secret = passing.give(turn.work, person.id, Ask(), turn.now)
    return cards.on_page(why, f"{turn.public_url}/w/{secret}", turn.say)
