"""What digests will still use of LINE's month."""

from datetime import datetime

from lessons import weekly
from school import linking
from school.study import office_calendar
from store.office import Role
from store.values import Account
from store.work import Work

_PUSHED = frozenset({Role.MANAGER, Role.OFFICER, Role.OWNER})


def to_come(work: Work, account: Account, at: datetime, before: datetime) -> int:
    """Messages from this account until that moment: the office's and the managers', and the learners' where they are
    paid for.
    """
    stands = work.digests.round()
    if not stands.wanted:
        return 0
    learners = work.digests.learners(account.id) if stands.line_paid else 0
    return _times(work, at, before) * (readers(work, account) + learners)


def readers(work: Work, account: Account) -> int:
    """How many managers and people of the office read theirs at this account."""
    people = {grant.person for grant in work.roles.all() if grant.role in _PUSHED}
    reached = (linking.reached_at(work, person) for person in people if work.people.get(person).digests)
    return sum(contact is not None and contact.account == account.id for contact in reached)


def _times(work: Work, at: datetime, before: datetime) -> int:
    calendar, times = office_calendar(work), 0
    told = weekly.next_told(calendar, at)
    while told is not None and told < before:
        times += 1
        told = weekly.next_told(calendar, told)
    return times
