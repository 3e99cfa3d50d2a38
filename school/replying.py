"""What a learner reads after an answer: the verdict, and what comes next."""

from datetime import datetime

from lessons.cards import verdict as cards
from lessons.cards.quiz import quiz_message
from lessons.phrases import Phrases
from messages.message import InPlace, Message, plain
from school.answering import Already, Answered
from school.asked import Asked
from school.onward import onward


def replied(asked: Asked, outcome: Answered | Already, *, family: str, at: datetime, say: Phrases) -> Message | InPlace:
    """The verdict in the question's place, and the next question or the close of the lesson; a kind word to whoever
    had answered before.
    """
    study, lesson, quiz = asked.study, asked.lesson, asked.quiz
    if isinstance(outcome, Already):
        return plain(cards.repeated(quiz, right=outcome.right, answered_on=outcome.on, say=say))
    today = study.today(at)
    return InPlace(
        kept=cards.kept(study.course, lesson, quiz, outcome.verdict, family=family, today=today, say=say),
        now=cards.verdict_message(quiz, outcome.verdict, say),
        then=onward(study, lesson, outcome, say=say, at=at),
    )


def half_done(asked: Asked, *, picked: tuple[str, ...], note: str, family: str, at: datetime, say: Phrases) -> InPlace:
    """The question in its own place, with what is picked so far and a note above it."""
    study, lesson, quiz = asked.study, asked.lesson, asked.quiz
    above = cards.lesson_above(study.course, lesson, quiz, family=family, today=study.today(at), say=say)
    return InPlace(above, quiz_message(lesson, quiz, enrolment=study.enrolment.id, say=say, picked=picked, note=note))
