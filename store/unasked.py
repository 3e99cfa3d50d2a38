"""Letters that nobody asked for, and that no learner's course carries: which of them wait while people rest."""

from typing import Final

from sqlalchemy import ColumnElement, or_, select

from store.erasure import known
from store.schema import cohorts, contacts, enrolments, outbox
from store.threads import KNOCKS, SHOWS

ANSWERS: Final = ("answer", "answers")
"""What the keys of letters begin with that tell a learner of the office's answers: in full, or that there are some."""


def _is(*kinds: str) -> ColumnElement[bool]:
    return or_(*(outbox.c.key.startswith(f"{kind}:") for kind in kinds))


TO_THE_OFFICE: Final = outbox.c.enrolment.is_(None) & or_(
    outbox.c.announcement.is_not(None), _is(SHOWS, KNOCKS, "quota", "invitation")
)
"""They wait while everybody rests: announcements to who does not learn, questions that were tried and came back, news
of LINE's month, invitations. What officers say to each other about a silence or an announcement must go on.
"""
TELLS_OF_ANSWERS: Final = _is(*ANSWERS) & outbox.c.doubtful.is_(False)
"""What such a letter tells, another one can: but not if it may have arrived."""


def to_who_rests() -> ColumnElement[bool]:
    """Whether the letter goes to somebody whom the office lets rest."""
    rests = cohorts.c.paused.is_(True) | enrolments.c.silent.is_(True)
    learners = select(enrolments.c.person).join(cohorts, cohorts.c.id == enrolments.c.cohort).where(rests)
    return known(contacts.c.person.in_(learners.where(enrolments.c.organisation == outbox.c.organisation)))
