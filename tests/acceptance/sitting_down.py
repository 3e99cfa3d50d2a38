"""Answering questionnaires: on a page of one's own, or in Slack's forms."""

import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from aiohttp import ClientSession

from lessons.assessment import Occasion
from store.responses import Response
from store.sittings import Sitting
from tests.acceptance.bot import TestBot
from tests.acceptance.learner import InSlack, Json, OnLine

OPEN: Final = "アンケートに答える"
_LINK: Final = re.compile(r"https://kotsu\.example(/(?:a|me)/[\w-]+)")
_PART: Final = re.compile(r'name="part" value="([\w-]+)"')
_TICK: Final = re.compile(r'type="radio" name="([\w-]+)" value="([\w-]+)"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as a browser got it: `offered` has what can be ticked for each question, in order."""

    status: int
    text: str

    @property
    def part(self) -> str:
        found = _PART.search(self.text)
        return found[1] if found else ""

    @property
    def offered(self) -> dict[str, list[str]]:
        ticks: dict[str, list[str]] = {}
        for name, value in _TICK.findall(self.text):
            ticks.setdefault(name, []).append(value)
        return ticks

    def ticked(self, place: int = 0) -> dict[str, str]:
        """The mark in this place ticked in every question, the last one where there are fewer."""
        return {"part": self.part} | {
            name: values[min(place, len(values) - 1)] for name, values in self.offered.items()
        }


@dataclass(frozen=True, slots=True)
class Phone:
    """A browser on the way through one questionnaire."""

    bot: TestBot
    session: ClientSession
    path: str

    async def look(self) -> Sheet:
        async with self.session.get(self.bot.url + self.path) as answer:
            return Sheet(answer.status, await answer.text())

    async def send(self, ticked: Mapping[str, str]) -> Sheet:
        """Send one part and see what the browser is led to."""
        async with self.session.post(self.bot.url + self.path, data=dict(ticked)) as answer:
            return Sheet(answer.status, await answer.text())

    async def fill_in(self, place: int = 0, **words: str) -> Sheet:
        """All the parts, one after another; returns the last page."""
        sheet = await self.look()
        while sheet.part:
            own = words if sheet.part == "closing" else {}
            sheet = await self.send(sheet.ticked(place) | own)
            assert sheet.status == 200, sheet.text
        return sheet


@asynccontextmanager
async def phone(bot: TestBot, learner: OnLine | InSlack) -> AsyncIterator[Phone]:
    """The page that the bot's last message leads to."""
    path = await link(learner)
    async with ClientSession() as session:
        yield Phone(bot, session, path)
        assert not list(session.cookie_jar), "a page set a cookie"


async def link(learner: OnLine | InSlack) -> str:
    """The path of the page that the bot's last message leads to."""
    message = [each for each in await learner.messages() if each["from"] == "bot"][-1]
    found = _LINK.search(json.dumps(message))
    assert found, message
    return found[1]


def inputs(view: Json) -> list[Json]:
    """The questions of a form in Slack."""
    return [block for block in view["blocks"] if block["type"] == "input"]


async def fill_in_slack(learner: InSlack, place: int = 0, words: str = "") -> int:
    """All the forms, one after another; returns how many there were."""
    forms = 0
    while view := (await learner.chat()).get("view"):
        values: Json = {}
        for block in inputs(view):
            element = block["element"]
            options = element.get("options")
            chosen = options[min(place, len(options) - 1)]["value"] if options else words
            values[block["block_id"]] = {element["action_id"]: chosen}
        await learner.submit(values)
        forms += 1
        assert forms < 9, "the forms do not end"
    return forms


async def answer(bot: TestBot, learner: OnLine | InSlack, place: int = 0, words: str = "") -> None:
    """Press the offer that came last and answer everything, as one does on this platform."""
    await learner.press(OPEN)
    if isinstance(learner, InSlack):
        await fill_in_slack(learner, place, words)
        return
    async with phone(bot, learner) as opened:
        await opened.fill_in(place, c2=words)


def sittings(bot: TestBot) -> dict[Occasion, Sitting]:
    """Those of the cohort's first learner."""

    def look() -> dict[Occasion, Sitting]:
        with bot.database.read(bot.organisation) as work:
            first = work.enrolments.in_cohort(bot.cohort.id)[0]
            return {each.occasion: each for each in work.sittings.of(first.id)}

    return look()


def responses(bot: TestBot, occasion: Occasion) -> dict[str, Response]:
    """What the cohort's first learner answered then, by item."""
    sitting = sittings(bot)[occasion]
    return {each.item: each for each in bot.read(lambda work: work.responses.of(sitting.id))}
