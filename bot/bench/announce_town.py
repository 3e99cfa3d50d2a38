"""A town whose office announces: some learners answer meanwhile, all the others are who the announcement is for."""

from datetime import datetime, timedelta
from typing import Final

from bot.bench.announce_platform import Recipients, line_id, slack_id, slack_room
from bot.bench.town import BEGINS, COURSE, DELIVERY, LATER, MORNING, Town, opened
from lessons.notice import Notice
from messages.incoming import ChannelName
from school import cohorts
from school.announcing import drafting, sending
from school.announcing.drafting import Draft
from school.announcing.sending import UNDO, Sent
from school.rights import operator
from store.announcement import Audience
from store.database import Database
from store.values import Account, Cohort
from store.work import Work

NOTICE: Final = Notice(
    "来週の研修について",
    "月曜日の研修は、午後から始めます。会場は変わりません。\n\n持ち物は、名札と筆記用具です。質問は研修の担当まで。",
    link="https://example.com/map",
    link_label="会場の地図",
    question="出られますか",
    options=("出られます", "欠席します"),
)
_OFFICE: Final = operator("bench")
_JOINED: Final = MORNING - timedelta(days=3)


def settled(town: Town, recipients: Recipients) -> str:
    """The address of a database in which these people wait for a course that begins in a month."""
    url = town.place.copy(town.answering)
    with opened(url) as database, database.root() as root:
        work = town.work(root)
        cohort = cohorts.create(
            work,
            town.library,
            name="2",
            course=COURSE,
            starts_on=BEGINS + timedelta(weeks=4),
            delivery_time=DELIVERY,
            at=_JOINED,
        )
        for account in work.accounts.all():
            slack = account.channel is ChannelName.SLACK
            for number in range(recipients.slack if slack else recipients.line):
                _join(work, cohort, account, number)
    return url


def announced(database: Database, organisation: int) -> int:
    """The number of an announcement to them that is due now."""
    at: datetime = LATER - UNDO
    with database.begin(organisation) as work:
        cohort = next(each for each in work.cohorts.all() if each.name == "2")
        made = drafting.draft(work, _OFFICE, Draft(NOTICE, Audience(cohorts=(cohort.id,))), at)
        if isinstance(made, tuple):
            raise TypeError(made)
        sent = sending.send(work, _OFFICE, made, at)
        if not isinstance(sent, Sent):
            raise TypeError(sent)
        return made.id


def _join(work: Work, cohort: Cohort, account: Account, number: int) -> None:
    slack = account.channel is ChannelName.SLACK
    who, room = (slack_id(number), slack_room(number)) if slack else (line_id(number), "")
    person = work.people.create(nickname="まなぶ", language="ja", section_family="default", at=_JOINED)
    contact = work.contacts.create(person=person.id, account=account.id, external=who, room=room)
    work.enrolments.join(
        cohort=cohort.id, person=person.id, contact=contact.id, delivery_time=cohort.delivery_time, at=_JOINED
    )
