"""Answers: pressed, ticked, put in order or typed."""

from datetime import datetime

from handlers.turn import Reply, Turn
from lessons.cards.answers import puzzled
from lessons.cards.picks import not_yet, so_far
from lessons.grading import fits
from lessons.model import Kind, Quiz
from messages.actions import Choose, Finish, Toggle
from messages.message import InPlace, plain
from school import answering
from school.answering import Answered
from school.asked import Asked, asked, waiting
from school.replying import half_done, replied


def chosen(turn: Turn, action: Choose) -> Reply:
    """A button of a question that has one answer."""
    found = _found(turn, action)
    if found is None or not fits(found.quiz, (action.option,)):
        return plain(turn.say("verdict.foreign"))
    return _answer(turn, found, (action.option,))


def finished(turn: Turn, action: Finish, picked: tuple[str, ...]) -> Reply:
    """What was ticked or placed beside the button is the answer; where nothing can be, what was picked before."""
    found = _found(turn, action)
    if found is None:
        return plain(turn.say("verdict.foreign"))
    quiz = found.quiz
    given = _known(quiz, picked or turn.work.picks.get(action.enrolment, quiz.id))
    if not fits(quiz, given) and not found.is_answered:
        return _half_done(turn, found, tuple(dict.fromkeys(given)), not_yet(quiz, turn.say))
    return _answer(turn, found, given)


def toggled(turn: Turn, action: Toggle) -> Reply:
    """Pick one more or place it next, or take it back: nothing counts yet."""
    found = _found(turn, action)
    if found is None or not _is_half_done(found.quiz, action.option):
        return plain(turn.say("verdict.foreign"))
    if found.is_answered:
        return _answer(turn, found, (action.option,))
    before = turn.work.picks.get(action.enrolment, action.quiz)
    others = tuple(label for label in before if label != action.option)
    after = _known(found.quiz, others if action.option in before else (*before, action.option))
    turn.work.picks.set(action.enrolment, action.quiz, after)
    return _half_done(turn, found, after, so_far(found.quiz, after, turn.say))


def typed(turn: Turn, text: str) -> Reply:
    """An answer in words to the question that waits; None if no question waits or the words are no answer to it."""
    found = waiting(turn.work, turn.library, turn.enrolment)
    if found is None:
        return None
    outcome = answering.answer_in_words(turn.work, found, text, turn.now)
    if isinstance(outcome, Answered):
        turn.trace_answer(found.study.enrolment.id, found.quiz.id)
    return replied(found, outcome, family=turn.family, at=turn.now, say=turn.say) if outcome else None


def asked_since(turn: Turn, at: datetime) -> bool:
    """Whether a lesson came after that moment: then a yes is more likely an answer to its question."""
    enrolment = turn.enrolment
    return enrolment is not None and any(each.delivered_at > at for each in turn.work.taken.all(enrolment.id))


def hint(turn: Turn) -> str:
    """How the question that waits can be answered, or an empty string."""
    found = waiting(turn.work, turn.library, turn.enrolment)
    return puzzled(found.quiz, turn.say) if found else ""


def _found(turn: Turn, action: Choose | Toggle | Finish) -> Asked | None:
    return asked(turn.work, turn.library, turn.enrolment, enrolment=action.enrolment, quiz=action.quiz)


def _is_half_done(quiz: Quiz, label: str) -> bool:
    """Whether several of the quiz's options are picked, this one among them."""
    return quiz.kind.picked and quiz.option(label) is not None


def _known(quiz: Quiz, given: tuple[str, ...]) -> tuple[str, ...]:
    """Without what the quiz does not have; in the quiz's order, unless the order is the answer."""
    if quiz.kind is Kind.ORDERING:
        return tuple(label for label in given if quiz.option(label))
    return tuple(option.label for option in quiz.options if option.label in given)


def _half_done(turn: Turn, found: Asked, picked: tuple[str, ...], note: str) -> InPlace:
    return half_done(found, picked=picked, note=note, family=turn.family, at=turn.now, say=turn.say)


def _answer(turn: Turn, found: Asked, given: tuple[str, ...]) -> Reply:
    outcome = answering.answer(turn.work, found.study, lesson=found.lesson, quiz=found.quiz, labels=given, at=turn.now)
    return replied(found, outcome, family=turn.family, at=turn.now, say=turn.say)
