"""How somebody stands with their certificate: completion only, never answers."""

from datetime import datetime

from lessons.assessment import Occasion
from lessons.certificate import Certificate, certificate
from school.study import Study
from store.work import Work


def certificate_of(work: Work, study: Study) -> Certificate | None:
    """What is still missing; None where the course asks nothing at its end, so that there is nothing to certify by."""
    asked = study.course.assessment
    if asked is None or asked.stage(Occasion.AFTER) is None:
        return None
    sat = work.sittings.of(study.enrolment.id)
    return certificate(
        finished=study.finished,
        of=len(study.course.lessons),
        proposal=False,  # nobody can hand one in yet
        final_form=any(each.occasion is Occasion.AFTER and each.finished_at for each in sat),
    )


def shown(work: Work, study: Study, at: datetime) -> Certificate | None:
    """The same once the course's last day has come for the cohort, or for the learner."""
    of = len(study.course.lessons)
    day = study.calendar.day_number(study.cohort.starts_on, study.today(at))
    return certificate_of(work, study) if day >= of or study.finished == of else None
