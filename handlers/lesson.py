"""Asking for today's lesson, or for where one stopped."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from handlers.turn import Turn
from lessons.cards import dates
from lessons.cards.lesson import lesson_message
from lessons.cards.news import above
from lessons.cards.quiz import quiz_message
from lessons.cards.sitting import offer
from lessons.model import Lesson, Quiz
from lessons.pacing import Wait
from messages.message import Block, Message, Text, Tone, plain
from school import delivery, quota, sittings
from school.study import Study, study_of

_LATER: Final = {True: ("today.done", "quota.done"), False: ("today.nothing_yet", "quota.nothing_yet")}


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
    message = _whole(turn, study, taken)
    return message if _is_known(turn, study) else above(((Text(turn.say("quota.fetched"), Tone.QUIET),),), message)


def _is_known(turn: Turn, study: Study) -> bool:
    """Whether lessons are sent here; or the learner has fetched one since they are not, and was told so with it."""
    turned_at = turn.account.turned_at
    if turn.account.pull is None or turned_at is None:
        return True
    return any(each.delivered_at > turned_at for each in study.taken)


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
    sent, fetched = _LATER[wait is Wait.DONE_TODAY]
    key = fetched if quota.is_fetched(turn.work, study.enrolment) else sent
    return turn.say(key, date=dates.short(_next_day(study, turn.now), turn.say))


def _next_day(study: Study, now: datetime) -> date:
    return study.next_day or study.calendar.next_ordinary(study.today(now))
