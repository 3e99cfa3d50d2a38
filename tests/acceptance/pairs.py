"""Somebody in two places, for stories: the code, both chats, and what the tables and the chats tell."""

import re

from tests.acceptance.bot import TestBot
from tests.acceptance.learner import InSlack, Learner, OnLine


async def code_of(learner: Learner) -> str:
    await learner.say("連携")
    found = re.search(r"連携 ([A-Z2-9]{8})", await learner.last())
    assert found, await learner.last()
    return found[1]


async def both(bot: TestBot) -> tuple[OnLine, InSlack]:
    """Hana in LINE, who has linked her Slack."""
    hana, desk = await bot.on_line(), await bot.in_slack("はな")
    await bot.join(hana)
    await desk.say(f"連携 {await code_of(hana)}")
    assert "つながりました" in await desk.last()
    return hana, desk


def lessons_in(seen: list[str]) -> int:
    return sum("1日目/5" in each for each in seen)


def people(bot: TestBot) -> int:
    return bot.read(lambda work: len(work.people.all()))


def contacts(bot: TestBot) -> list[str]:
    return bot.read(lambda work: [each.channel.value for each in work.contacts.of_person(work.people.all()[0].id)])
