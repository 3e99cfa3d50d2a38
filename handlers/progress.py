"""How far am I?"""

from handlers.turn import Turn
from lessons.cards.progress import Journey, progress_message
from lessons.progress import streak, week
from messages.message import Message, plain
from school import certifying, quota
from school.study import Study, study_of


def asked(turn: Turn) -> Message:
    """Days done, this week, the streak, what waits."""
    enrolment = turn.enrolment
    if enrolment is None:
        return plain(turn.say("join.hello"))
    study = study_of(turn.work, enrolment, turn.library)
    return progress_message(study.course, _journey(study, turn), turn.say)


def _journey(study: Study, turn: Turn) -> Journey:
    today = study.today(turn.now)
    return Journey(
        done=study.finished,
        week=week(study.finished_days, study.calendar, today, since=study.since),
        streak=streak(study.finished_days, study.calendar, today),
        waiting=len(study.open_lessons),
        next_day=study.next_day,
        away_through=study.away_through(turn.now),
        days=study.days,
        certificate=certifying.shown(turn.work, study, turn.now),
        last_day=study.moved_end,
        fetched=quota.is_fetched(turn.work, study.enrolment),
    )
