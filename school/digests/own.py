"""One learner's week."""

from datetime import datetime

from lessons.cards.digest.learner import LearnerWeek, Missed
from lessons.grading import grade
from lessons.progress import streak, week
from lessons.weekly import Week
from school.study import Study
from store.work import Work


def learner_week(work: Work, study: Study, of: Week, at: datetime) -> LearnerWeek:
    """`study` is in the language that the learner reads. What comes next is told as things stand now."""
    last = min(of.sunday, study.today(at))
    finished = frozenset(day for day in study.finished_days if day <= last)
    following = study.open_lessons[0] if study.open_lessons else study.course.lesson(study.enrolment.next_lesson)
    done = sorted(each.lesson for each in study.taken if each.finished_day and each.finished_day in of)
    return LearnerWeek(
        week=of,
        course=study.course,
        done=tuple(lesson for number in done if (lesson := study.course.lesson(number))),
        dots=week(finished, study.calendar, last, since=study.since),
        streak=streak(finished, study.calendar, last),
        missed=_missed(work, study, of),
        waiting=len(study.open_lessons),
        next_lesson=following,
        next_day=None if study.open_lessons else study.next_day,
    )


def _missed(work: Work, study: Study, of: Week) -> tuple[Missed, ...]:
    """As the questions are worth now: one whose fact grew old since is explained, and counts for nothing."""
    wrong = (each for each in work.attempts.of(study.enrolment.id) if each.right is False)
    return tuple(
        Missed(*found, grade(found[1], each.chosen))
        for each in wrong
        if each.chosen and study.today(each.at) in of and (found := study.course.find(each.quiz))
    )
