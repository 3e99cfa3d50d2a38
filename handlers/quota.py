"""How LINE's month stands, for the office."""

from handlers.turn import Turn, acting
from lessons.cards.quota import Standing, standing_message
from messages.message import Break, Message, plain
from school import quota
from school.foreseeing import month_of
from school.rights import Verb
from store.values import Account


def asked(turn: Turn) -> Message:
    """Used, left, foreseen, and how lessons come; raises NotAllowed."""
    acting(turn, Verb.PLAN_QUOTA)
    told = [standing_message(_standing(turn, each), turn.say) for each in quota.on_line(turn.work)]
    if not told:
        return plain(turn.say("quota.none"))
    first, *others = told
    return Message(first.summary, (*first.blocks, *(block for each in others for block in (Break(), *each.blocks))))


def _standing(turn: Turn, account: Account) -> Standing:
    read_at, zone = quota.read_at(turn.work, account), turn.work.organisation.timezone
    return Standing(
        month=month_of(turn.work, turn.library, account, turn.now),
        pull=account.pull or "",
        since=account.turned_at.astimezone(zone).date() if account.turned_at else None,
        read_at=read_at.astimezone(zone) if read_at else None,
    )
