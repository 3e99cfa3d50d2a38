"""Asking for today's lesson, or for where one stopped."""

from dataclasses import replace
from datetime import date, datetime

from handlers.turn import Turn
from lessons.cards import dates
from lessons.cards.lesson import lesson_message
from lessons.cards.news import above
from lessons.cards.quiz import quiz_message
from lessons.cards.sitting import offer
from lessons.model import Lesson, Quiz
from lessons.pacing import Wait
from messages.message import Block, Message, Text, Tone, plain
from school import delivery, sittings
from school.study import Study, study_of


def asked(turn: Turn) -> Message:
    """What waits comes first: the open question, else the next lesson, else a word about when it comes."""
    enrolment = turn.enrolment
    if enrolment is None:
        return plain(turn.say("join.hello"))
    study = study_of(turn.work, enrolment, turn.library)
    if study.rests:
        return plain(turn.say("today.paused"))
    if waiting := study.waiting():
        return _waiting(turn, study, *waiting)
    taken = delivery.take(turn.work, turn.library, study, turn.now)
    if isinstance(taken, Wait):
        told = plain(_not_now(turn, study, taken))
        return replace(told, blocks=(*told.blocks, *_once_more(turn)))
    return _whole(turn, study, taken)


def _waiting(turn: Turn, study: Study, lesson: Lesson, quiz: Quiz) -> Message:
    picked = turn.work.picks.get(study.enrolment.id, quiz.id)
    if quiz == lesson.quizzes[0] and not picked:
        return _whole(turn, study, lesson)
    return quiz_message(lesson, quiz, enrolment=study.enrolment.id, say=turn.say, picked=picked)


def _whole(turn: Turn, study: Study, lesson: Lesson) -> Message:
    told = delivery.handed_over(turn.work, study, lesson, say=turn.say, at=turn.now)
    message = lesson_message(
        study.course,
        lesson,
        enrolment=study.enrolment.id,
        family=turn.family,
        today=study.today(turn.now),
        say=turn.say,
    )
    if study.calendar.is_open(turn.now):
        return above(told, message)
    return above(told, replace(message, blocks=(Text(turn.say("today.outside"), Tone.QUIET), *message.blocks)))


def _once_more(turn: Turn) -> tuple[Block, ...]:
    """Where no lesson waits, a questionnaire that was offered before may."""
    for enrolment in reversed(turn.enrolments):
        study = study_of(turn.work, enrolment, turn.library)
        if sitting := sittings.recalled(turn.work, study, turn.now):
            return offer(sitting.occasion, sitting.id, study.course.title, turn.say)
    return ()


def _not_now(turn: Turn, study: Study, wait: Wait) -> str:
    if wait is Wait.NOT_BEGUN:
        return turn.say("today.not_begun", date=dates.short(_next_day(study, turn.now), turn.say))
    if wait is Wait.FINISHED:
        return turn.say("today.finished")
    key = "today.done" if wait is Wait.DONE_TODAY else "today.nothing_yet"
    return turn.say(key, date=dates.short(_next_day(study, turn.now), turn.say))


def _next_day(study: Study, now: datetime) -> date:
    return study.next_day or study.calendar.next_ordinary(study.today(now))
