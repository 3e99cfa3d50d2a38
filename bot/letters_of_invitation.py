"""Invitations as direct messages in Slack: who is looked up by e-mail, and what they are sent."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from channels.channel import Busy
from channels.slack.client import session, web_client
from channels.slack.people import by_email
from config.settings import Settings
from handlers.join import CONFIRM
from lessons.cards import join as cards
from lessons.library import Library
from lessons.phrases import phrases
from messages.actions import Agree, pack
from messages.incoming import ChannelName
from messages.letter import Address, Letter
from school.editions import course_of
from school.roster.inviting import Slip
from school.roster.standing import Standing
from school.silenced import resting
from school.study import office_calendar
from store.values import Account, Cohort
from store.work import Work

_PATIENCE: Final = 90.0  # seconds that Slack may ask us to wait before the next look-up


async def members(settings: Settings, wanted: Sequence[Standing]) -> dict[str, str]:
    """The Slack member (U…) of each, by their number, as far as there is one; raises Refused, Busy, Unknown."""
    token = settings.slack_bot_token
    found: dict[str, str] = {}
    async with session() as shared:
        client = web_client(
            token=token.get_secret_value() if token else None, api_url=settings.slack_api_url, session=shared
        )
        for each in wanted:
            try:
                member = await by_email(client, each.staff.email)
            except Busy as busy:
                if busy.retry_in.total_seconds() > _PATIENCE:
                    raise
                await asyncio.sleep(busy.retry_in.total_seconds())
                member = await by_email(client, each.staff.email)
            if member:
                found[each.staff.number] = member
    return found


def post(
    work: Work,
    library: Library,
    cohort: Cohort,
    slips: Sequence[Slip],
    *,
    members: Mapping[str, str],
    slack: Account,
    at: datetime,
) -> int:
    """The join notice to each of them, in working hours; a yes in words works, too. Returns how many."""
    say, course = phrases(work.organisation.language), course_of(work, library, cohort)
    due = office_calendar(work).opening_after(at) or at
    silent = resting(work).everybody
    for slip in slips:
        to = members[slip.number]
        notice = cards.notice(
            course, cohort=cohort.name, code=slip.code, channel=ChannelName.SLACK, say=say, invited=True
        )
        if work.prompts.get(slack.id, to) is None:
            work.prompts.set(slack.id, to, awaiting=CONFIRM, value=pack(Agree(slip.code)), at=at)
        address = Address(channel=ChannelName.SLACK, account=slack.id, to=to)
        key = f"invitation:{cohort.id}:{slip.number}:{at:%Y%m%d%H%M%S}"
        letter = Letter(key=key, address=address, message=notice, due=due)
        work.outbox.post(letter, at, held=silent)
    return len(slips)
