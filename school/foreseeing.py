"""What is still to come of LINE's month: lessons as if all were sent, announcements, digests, and letters that wait."""

from datetime import datetime, timedelta
from typing import Final

from lessons import quota
from lessons.library import Library
from lessons.quota import Awaited, Month
from school.announcing.drafting import week_began
from school.digests import cost
from school.editions import course_of
from school.quota import day_of, limit_of, month_began, used
from school.study import calendar_of
from store.announcement import Stage
from store.values import Account
from store.work import Work

_DAY: Final = timedelta(days=1)
_OVER_A_MONTH: Final = 32 * _DAY


def month_of(work: Work, library: Library, account: Account, at: datetime) -> Month:
    """The account's month as it stands and as it is planned."""
    following = month_began(work, month_began(work, at) + _OVER_A_MONTH)
    awaited = _awaited(work, library, account, at)
    digests = cost.to_come(work, account, sum(each.learners for each in awaited), at, following)
    return quota.month(
        awaited,
        limit=limit_of(work, account),
        used=used(work, account, at),
        waiting=work.outbox.to_count(account.id, following),
        others=_announced(work, at, following) + digests,
        through=day_of(work, following) - _DAY,
    )


def _awaited(work: Work, library: Library, account: Account, at: datetime) -> list[Awaited]:
    coming = work.enrolments.coming(account.id)
    cohorts = [work.cohorts.get(number) for number in sorted({each.cohort for each in coming})]
    lengths = {each.id: len(course_of(work, library, each).lessons) for each in cohorts}
    calendars = {each.id: calendar_of(work.organisation, each) for each in cohorts}
    return [
        Awaited(
            learners=each.people,
            since=day_of(work, max(each.at, at)),
            lessons=max(0, lengths[each.cohort] - each.lesson + 1),
            calendar=calendars[each.cohort],
        )
        for each in coming
    ]


def _announced(work: Work, at: datetime, before: datetime) -> int:
    """How many get an announcement on LINE that leaves before that moment, as they are now."""
    planned = [each for each in work.announcements.at_stage(Stage.SCHEDULED) if each.goes_at and each.goes_at < before]
    began = week_began(work, at)
    return sum(work.announcements.reach(each.audience, began, corrects=each.corrects).line for each in planned)
