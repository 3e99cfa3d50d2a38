"""What is still to come of LINE's month by the calendar: lessons as if all were sent, and what comes beside them."""

from datetime import datetime, timedelta
from typing import Final

from lessons import month
from lessons.library import Library
from lessons.model import Course
from lessons.month import Awaited, Beside, Month
from messages.incoming import ChannelName
from school import officers, silence
from school.announcing.drafting import week_began
from school.delivery import LESSON
from school.digests import cost
from school.editions import course_of
from school.quota import day_of, limit_of, month_began, used
from school.rights import Verb
from school.study import calendar_of
from store.announcement import Stage
from store.values import Account
from store.work import Work

_DAY: Final = timedelta(days=1)
_OVER_A_MONTH: Final = 32 * _DAY
_LATELY: Final = 14 * _DAY  # the days in which a habit shows


def month_of(work: Work, library: Library, account: Account, at: datetime) -> Month:
    """The account's month as it stands and as it is planned."""
    following = month_began(work, month_began(work, at) + _OVER_A_MONTH)
    return month.month(
        _awaited(work, library, account, at),
        limit=limit_of(work, account),
        used=used(work, account, at),
        waiting=work.outbox.to_count(account.id, following),
        beside=_beside(work, account, at, following),
        officers=sum(each.channel is ChannelName.LINE for each in officers.reached(work, Verb.PLAN_QUOTA)),
        through=day_of(work, following) - _DAY,
    )


def recalled(work: Work, account: Account, at: datetime) -> tuple[int, int]:
    """How many lessons have left in the last fortnight, and how many reminders of them, where they may cost a push."""
    if not work.organisation.line_reminders:
        return 0, 0
    since = at - _LATELY
    sent = work.outbox.counted(account.id, since, kind=LESSON)
    return sent, work.outbox.counted(account.id, since, kind=silence.REMINDER)


def _awaited(work: Work, library: Library, account: Account, at: datetime) -> list[Awaited]:
    coming = work.enrolments.coming(account.id)
    cohorts = [work.cohorts.get(number) for number in sorted({each.cohort for each in coming})]
    courses = {each.id: course_of(work, library, each) for each in cohorts}
    calendars = {each.id: calendar_of(work.organisation, each) for each in cohorts}
    return [
        Awaited(
            learners=each.people,
            since=day_of(work, max(each.at, at)),
            lessons=max(0, len(courses[each.cohort].lessons) - each.lesson + 1),
            calendar=calendars[each.cohort],
            asked=_asked(courses[each.cohort]),
        )
        for each in coming
    ]


def _asked(course: Course) -> tuple[int, ...]:
    """How many days after the last lesson questionnaires come."""
    stages = course.assessment.plan if course.assessment else ()
    return tuple(each.days for each in stages if each.days is not None)


def _beside(work: Work, account: Account, at: datetime, before: datetime) -> Beside:
    sent, reminders = recalled(work, account, at)
    return Beside(
        digests=cost.to_come(work, account, at, before),
        questionnaires=work.sittings.to_come(account.id, before),
        announced=_announced(work, at, before),
        sent=sent,
        recalled=reminders,
    )


def _announced(work: Work, at: datetime, before: datetime) -> int:
    """How many get an announcement on LINE that leaves before that moment, as they are now."""
    planned = [each for each in work.announcements.at_stage(Stage.SCHEDULED) if each.goes_at and each.goes_at < before]
    began = week_began(work, at)
    return sum(work.announcements.reach(each.audience, began, corrects=each.corrects).line for each in planned)
