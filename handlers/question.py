"""A question to the training office: kept, acknowledged, and answered when the office is ready."""

from handlers.turn import Reply, Turn
from lessons.cards import writing as cards
from messages.actions import Ask
from messages.incoming import Submitted
from messages.message import Message, plain
from school import passing
from school.writing import MOST, Unfit, ask
from store.values import Kept, Person


def asked(turn: Turn) -> Reply:
    """Has a question: a form, a page, or how to send it here."""
    if turn.person is None:
        return plain(turn.say("join.hello"))
    if turn.incoming.opens_forms:
        return cards.question_form(most=MOST, say=turn.say)
    if turn.may_write_here:
        return plain(turn.say("question.here", most=MOST))
    return _on_page(turn, turn.person, turn.say("question.on_page"))


def told(turn: Turn, body: str) -> Reply:
    """The question itself."""
    person = turn.person
    if person is None:
        return plain(turn.say("join.hello"))
    if not turn.may_write_here:
        return _on_page(turn, person, turn.say("question.not_here"))
    via = turn.incoming.channel.value
    kept = ask(turn.work, person=person.id, enrolment=turn.enrolment, body=body, via=via, at=turn.now)
    if isinstance(kept, Unfit):
        return cards.again(cards.unfit(kept.length, kept.private, most=MOST, say=turn.say), Ask(), turn.say)
    turn.trace(Kept.NOTE, kept.id)
    return plain(turn.say("question.stored"))


def submitted(turn: Turn, form: Submitted) -> Reply:
    """The form came back."""
    return told(turn, form.value(cards.FIELD))


def _on_page(turn: Turn, person: Person, why: str) -> Message:
    secret = passing.give(turn.work, person.id, Ask(), turn.now)
    return cards.on_page(why, f"{turn.public_url}/w/{secret}", turn.say)
