"""The home: what a person sees on looking in, where the platform gives each person a page with us."""

from datetime import datetime

from handlers.turn import Turn, chosen_by
from lessons import pacing
from lessons.cards import home as cards
from lessons.cards.home import Home
from lessons.model import Lesson
from lessons.pacing import Wait
from lessons.progress import streak
from messages.message import Message
from school.study import Study, study_of
from store.values import Enrolment, Person


def shown(turn: Turn) -> Message:
    """How things stand now; to a guest, the way in."""
    enrolment, person = turn.enrolment, turn.person
    if enrolment is None or person is None:
        return cards.guest(turn.say)
    study = study_of(turn.work, enrolment, turn.library)
    return cards.home_message(study.course, _home(turn, study, enrolment, person), turn.say)


def _home(turn: Turn, study: Study, enrolment: Enrolment, person: Person) -> Home:
    away = study.away_through(turn.now)
    return Home(
        nickname=person.nickname,
        waiting=study.open_lessons,
        ready=None if away else _ready(study, turn.now),
        next_day=study.next_day,
        days=study.days,
        streak=streak(study.finished_days, study.calendar, study.today(turn.now)),
        chosen=chosen_by(turn, enrolment, person),
        paused=study.rests,
        away_through=away,
    )


def _ready(study: Study, now: datetime) -> Lesson | None:
    offered = pacing.offer(study.standing(now), study.calendar, now)
    return None if isinstance(offered, Wait) else study.course.lesson(offered)
