"""What follows an answer: the next question, or the close of the lesson and what is asked with it."""

from dataclasses import replace
from datetime import datetime

from lessons.cards.close import close_message
from lessons.cards.quiz import quiz_message
from lessons.cards.sitting import offer
from lessons.model import Lesson
from lessons.phrases import Phrases
from messages.message import Message
from school.answering import Answered, close_of
from school.study import Study


def onward(study: Study, lesson: Lesson, answered: Answered, *, say: Phrases, at: datetime) -> Message:
    """`study` is as it stood before the answer."""
    if answered.then is not None:
        return quiz_message(lesson, answered.then, enrolment=study.enrolment.id, say=say)
    told = replace(close_of(study.finishing(lesson, at), at), fetched=answered.fetched)
    close = close_message(study.course, lesson, told, say)
    sitting = answered.sitting
    if sitting is None:
        return close
    return replace(close, blocks=(*close.blocks, *offer(sitting.occasion, sitting.id, study.course.title, say)))
