"""Letters that nobody asked for, and that no learner's course carries: which of them wait while people rest."""

from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select

from store.erasure import known
from store.schema import cohorts, contacts, enrolments, outbox

ANSWERS: Final = ("answer", "answers")
"""What the keys of letters begin with that tell a learner of the office's answers: in full, or that there are some."""


def _is(*kinds: str) -> ColumnElement[bool]:
    return or_(*(outbox.c.key.startswith(f"{kind}:") for kind in kinds))


_ASKED: Final = and_(
    outbox.c.inquiry.is_not(None), _is("inquiry", "waiting"), outbox.c.key.not_like("inquiry:%:channel%")
)
TO_THE_OFFICE: Final = outbox.c.enrolment.is_(None) & or_(
    outbox.c.announcement.is_not(None), _ASKED, _is("quota", "invitation")
)
"""They wait while everybody rests: announcements to who does not learn, invitations, news of LINE's month, questions to
those who answer them. A channel for questions rings at nobody, and what office and officer say to each other about a
silence or an announcement must go on.
"""
TELLS_OF_ANSWERS: Final = _is(*ANSWERS) & outbox.c.doubtful.is_(False)
"""What such a letter tells, another one can: but not if it may have arrived."""


def to_who_rests() -> ColumnElement[bool]:
    """Whether the letter goes to somebody whom the office lets rest."""
    rests = cohorts.c.paused.is_(True) | enrolments.c.silent.is_(True)
    learners = select(enrolments.c.person).join(cohorts, cohorts.c.id == enrolments.c.cohort).where(rests)
    return known(contacts.c.person.in_(learners.where(enrolments.c.organisation == outbox.c.organisation)))
