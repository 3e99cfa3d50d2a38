"""A question that a learner was given, with everything that is needed to answer it."""

from dataclasses import dataclass

from lessons.library import Library
from lessons.model import Lesson, Quiz
from school.study import Study, study_of
from store.values import Enrolment
from store.work import Work


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of one learner."""

    study: Study
    lesson: Lesson
    quiz: Quiz

    @property
    def is_answered(self) -> bool:
        return self.quiz.id in self.study.answered


def asked(work: Work, library: Library, own: Enrolment | None, *, enrolment: int, quiz: str) -> Asked | None:
    """What a button names, if it is a question of the learner's `own` enrolment whose lesson was given to them."""
    if own is None or own.id != enrolment:
        return None
    study = study_of(work, own, library)
    found = study.course.find(quiz)
    return Asked(study, *found) if found and study.delivered(found[0]) else None


def waiting(work: Work, library: Library, own: Enrolment | None) -> Asked | None:
    """The learner's oldest question that waits for an answer."""
    if own is None:
        return None
    study = study_of(work, own, library)
    found = study.waiting()
    return Asked(study, *found) if found else None
