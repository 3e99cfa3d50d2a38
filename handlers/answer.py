"""Answers: pressed, ticked or typed."""

from datetime import datetime

from handlers.turn import Reply, Turn
from lessons.cards import verdict as verdicts
from lessons.cards.close import close_message
from lessons.cards.quiz import labels, quiz_message
from lessons.model import Lesson, Quiz
from lessons.understanding import understand
from messages.actions import Choose, Finish, Toggle
from messages.message import InPlace, Message, plain
from school import answering
from school.answering import Already, Answered
from school.study import Study, study_of
from store.values import Kept


def chosen(turn: Turn, action: Choose) -> Reply:
    """A button of a question that has one answer."""
    found = _found(turn, action.enrolment, action.quiz)
    if found is None or found[2].option(action.option) is None:
        return plain(turn.say("verdict.foreign"))
    return _answer(turn, *found, (action.option,))


def finished(turn: Turn, action: Finish, picked: tuple[str, ...]) -> Reply:
    """What was ticked beside the button is the answer; where nothing can be ticked, what was picked before."""
    found = _found(turn, action.enrolment, action.quiz)
    if found is None:
        return plain(turn.say("verdict.foreign"))
    study, lesson, quiz = found
    given = picked or turn.work.picks.get(study.enrolment.id, quiz.id)
    known = tuple(option.label for option in quiz.options if option.label in given)
    if not known and quiz.id not in study.answered:
        return _pick_first(turn, study, lesson, quiz)
    return _answer(turn, study, lesson, quiz, known)


def toggled(turn: Turn, action: Toggle) -> Reply:
    """Pick one more, or put it back: nothing counts yet."""
    found = _found(turn, action.enrolment, action.quiz)
    if found is None or found[2].option(action.option) is None:
        return plain(turn.say("verdict.foreign"))
    study, lesson, quiz = found
    if quiz.id in study.answered:
        return _answer(turn, study, lesson, quiz, (action.option,))
    before = set(turn.work.picks.get(study.enrolment.id, quiz.id))
    after = tuple(option.label for option in quiz.options if option.label in before ^ {action.option})
    turn.work.picks.set(study.enrolment.id, quiz.id, after)
    key = "quiz.picked" if after else "quiz.picked_none"
    note = turn.say(key, labels="・".join(after))
    return quiz_message(lesson, quiz, enrolment=study.enrolment.id, say=turn.say, picked=after, note=note)


def typed(turn: Turn, text: str) -> Reply:
    """An answer in words to the question that waits; None if no question waits or the words are no answer to it."""
    enrolment = turn.enrolment
    if enrolment is None:
        return None
    study = study_of(turn.work, enrolment, turn.library)
    waiting = study.waiting()
    if waiting is None:
        return None
    given = understand(waiting[1], text)
    return _answer(turn, study, *waiting, given) if given else None


def asked_since(turn: Turn, at: datetime) -> bool:
    """Whether a lesson came after that moment: then a yes is more likely an answer to its question."""
    enrolment = turn.enrolment
    return enrolment is not None and any(each.delivered_at > at for each in turn.work.taken.all(enrolment.id))


def hint(turn: Turn) -> str:
    """How the question that waits can be answered, or an empty string."""
    enrolment = turn.enrolment
    if enrolment is None:
        return ""
    waiting = study_of(turn.work, enrolment, turn.library).waiting()
    return turn.say("verdict.not_an_answer", labels=labels(waiting[1])) if waiting else ""


def _found(turn: Turn, enrolment_id: int, quiz_id: str) -> tuple[Study, Lesson, Quiz] | None:
    enrolment = turn.enrolment
    if enrolment is None or enrolment.id != enrolment_id:
        return None
    study = study_of(turn.work, enrolment, turn.library)
    found = study.course.find(quiz_id)
    if found is None or not study.delivered(found[0]):
        return None
    return study, *found


def _pick_first(turn: Turn, study: Study, lesson: Lesson, quiz: Quiz) -> InPlace:
    above = verdicts.lesson_above(
        study.course, lesson, quiz, family=turn.family, today=study.today(turn.now), say=turn.say
    )
    note = turn.say("quiz.pick_first")
    return InPlace(above, quiz_message(lesson, quiz, enrolment=study.enrolment.id, say=turn.say, note=note))


def _answer(turn: Turn, study: Study, lesson: Lesson, quiz: Quiz, given: tuple[str, ...]) -> Reply:
    outcome = answering.answer(turn.work, study, lesson=lesson, quiz=quiz, labels=given, at=turn.now)
    if isinstance(outcome, Already):
        return plain(verdicts.repeated(quiz, right=outcome.right, answered_on=outcome.on, say=turn.say))
    if attempt := turn.said and turn.work.attempts.for_quiz(study.enrolment.id, quiz.id):
        turn.trace(Kept.ATTEMPT, attempt.id)
    return InPlace(
        kept=verdicts.kept(
            study.course,
            lesson,
            quiz,
            outcome.verdict,
            family=turn.family,
            today=study.today(turn.now),
            say=turn.say,
        ),
        now=verdicts.verdict_message(lesson, quiz, outcome.verdict, turn.say),
        then=_then(turn, study, lesson, outcome),
    )


def _then(turn: Turn, study: Study, lesson: Lesson, outcome: Answered) -> Message:
    if outcome.then is not None:
        return quiz_message(lesson, outcome.then, enrolment=study.enrolment.id, say=turn.say)
    after = study.finishing(lesson, turn.now)
    return close_message(study.course, lesson, answering.close_of(after, turn.now), turn.say)
