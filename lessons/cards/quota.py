"""LINE's month in words: how it stands, and what the office is told of it unasked."""

from dataclasses import dataclass
from datetime import date, datetime

from lessons.cards import dates
from lessons.month import Month
from lessons.phrases import Phrases
from lessons.quota import cheapest
from messages.message import Facts, Heading, Message, Text, Tone


@dataclass(frozen=True, slots=True)
class Standing:
    """One account's month. `pull` says why lessons are fetched, since that day; empty while they are sent. `read_at` is
    local.
    """

    month: Month
    pull: str = ""
    since: date | None = None
    read_at: datetime | None = None


def standing_message(standing: Standing, say: Phrases) -> Message:
    """Used, left, foreseen in messages and yen, and how lessons come."""
    month = standing.month
    rows = (
        (say("quota.used"), _used(month, say)),
        *(((say("quota.left"), say("quota.messages", many=f"{month.remaining:,}")),) if month.limit else ()),
        (say("quota.foreseen"), say("quota.messages", many=f"{month.foreseen:,}")),
        *(((say("quota.to_come"), _coming(month, say)),) if month.coming or month.waiting else ()),
        (say("quota.yen"), cost(month, say)),
        (say("quota.way"), _way(standing, say)),
    )
    read_at = standing.read_at
    when = f"{dates.short(read_at.date(), say)} {dates.clock(read_at.time())}" if read_at else ""
    read = say("quota.read_at", at=when) if when else say("quota.unread")
    summary = say("quota.summary", used=_used(month, say))
    return Message(summary, (Heading(text=say("quota.title")), Facts(rows), Text(read, Tone.QUIET)))


def notice(what: str, month: Month, say: Phrases) -> Message:
    """One piece of news for the office: that most is used, that it will not do, or how lessons come from now on."""
    told = say(f"quota.{what}_told")
    return Message(
        summary=told[:200],
        blocks=(
            Heading(text=say("quota.title")),
            Text(told),
            Facts(
                (
                    (say("quota.used"), _used(month, say)),
                    (say("quota.foreseen"), say("quota.messages", many=f"{month.foreseen:,}")),
                    (say("quota.yen"), cost(month, say)),
                )
            ),
            Text(say("quota.hint"), Tone.QUIET),
        ),
    )


def cost(month: Month, say: Phrases) -> str:
    """What the month comes to, or the plan that would carry it."""
    bill = month.bill
    if bill.yen is not None:
        return say("quota.yen_in", yen=f"{bill.yen:,}", plan=say(f"quota.plan_{bill.tariff.name}"))
    able = cheapest(month.foreseen)
    return say("quota.yen_beyond", yen=f"{able.yen or 0:,}", plan=say(f"quota.plan_{able.tariff.name}"))


def _used(month: Month, say: Phrases) -> str:
    if month.limit is None:
        return say("quota.messages", many=f"{month.used:,}")
    return say("quota.used_of", used=f"{month.used:,}", limit=f"{month.limit:,}")


def _coming(month: Month, say: Phrases) -> str:
    """What is still to come, kind by kind; a kind of which nothing comes is not named."""
    kinds = {
        "lessons": month.lessons,
        "reminders": month.reminders,
        "digests": month.digests,
        "questionnaires": month.questionnaires,
        "announced": month.announced,
        "waiting": month.waiting,
    }
    return say("quota.joint").join(say(f"quota.of_{kind}", many=f"{many:,}") for kind, many in kinds.items() if many)


def _way(standing: Standing, say: Phrases) -> str:
    if not standing.pull:
        return say("quota.pushed")
    since = dates.short(standing.since, say) if standing.since else ""
    return say(f"quota.pulled_{standing.pull}", since=since)
