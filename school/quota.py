"""LINE's month: what is used up and what is left, by LINE's last word and what has left since."""

from datetime import date, datetime, time, timedelta

from messages.incoming import ChannelName
from store.metered import Pull
from store.values import Account, Contact, Enrolment
from store.work import Work


def remaining(work: Work, at: datetime) -> int | None:
    """How many messages that count are left on LINE this month; None where there is no end of them, or LINE has told
    nothing yet.
    """
    told = [(each, limit) for each in on_line(work) if (limit := limit_of(work, each)) is not None]
    return max(0, sum(limit - used(work, each, at) for each, limit in told)) if told else None


def used(work: Work, account: Account, at: datetime) -> int:
    """How many messages of this month have counted. LINE's figure lags a little, so ours counts where it is higher."""
    began = month_began(work, at)
    ours, reading = work.outbox.counted(account.id, began), work.readings.last(account.id)
    if reading is None or reading.at < began:
        return ours
    since = reading.at + timedelta.resolution  # what left at that very moment LINE has counted, or ours has
    return max(ours, reading.used + work.outbox.counted(account.id, since))


def limit_of(work: Work, account: Account) -> int | None:
    """How many the account may send in a month, as far as LINE has told."""
    reading = work.readings.last(account.id)
    return reading.limit if reading else None


def is_used_up(work: Work, account: Account, at: datetime) -> bool:
    """Whether nothing is left by what LINE has told last and what has left since."""
    limit = limit_of(work, account)
    return limit is not None and used(work, account, at) >= limit


def read_at(work: Work, account: Account) -> datetime | None:
    """When LINE was asked last, and answered."""
    reading = work.readings.last(account.id)
    return reading.at if reading else None


def on_line(work: Work) -> tuple[Account, ...]:
    """The accounts whose messages are counted."""
    return tuple(each for each in work.accounts.all() if each.active and each.channel is ChannelName.LINE)


def is_short(work: Work, contact: Contact) -> bool:
    """Whether nothing that counts should leave for this contact: the month is used up, or nearly. What the office chose
    to let people fetch is no shortage.
    """
    return work.accounts.get(contact.account).pull in (Pull.SHORT, Pull.SPENT)


def is_fetched(work: Work, enrolment: Enrolment) -> bool:
    """Whether the lessons of this enrolment are fetched by the learner, not sent, where they are reached."""
    return work.accounts.reaching(enrolment.contact).pull is not None


def month_began(work: Work, at: datetime) -> datetime:
    """The first moment of the organisation's month."""
    first = day_of(work, at).replace(day=1)
    return datetime.combine(first, time(), work.organisation.timezone).astimezone(at.tzinfo)


def day_of(work: Work, at: datetime) -> date:
    """The organisation's own date."""
    return at.astimezone(work.organisation.timezone).date()
