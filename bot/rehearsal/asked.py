"""How a simulated learner takes questionnaires: some never, some half, some to the end; in a form, or on the page."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any, Final

from aiohttp import ClientSession

from bot.rehearsal.beside import Beside
from bot.rehearsal.both import Both
from bot.rehearsal.learner import MINUTE, Learner
from bot.rehearsal.manner import Manner
from bot.rehearsal.phone import InSlack, OnLine
from bot.rehearsal.sight import Offer, Sight, walk
from lessons.assessment import Occasion
from sandbox.slack import doors as slack_doors

_NEVER: Final = frozenset({Manner.NONSENSE, Manner.OLD_BUTTONS})
_HALF: Final = frozenset({Manner.FORGETFUL, Manner.LATE})
_SOON: Final = 20 * MINUTE
_LINK: Final = re.compile(r"https?://[^/]+/a/[\w-]+")
_PART: Final = re.compile(r'name="part" value="([\w-]+)"')
_TICK: Final = re.compile(r'type="radio" name="([\w-]+)" value="([\w-]+)"')


@dataclass(slots=True)
class Asked:
    """One learner's answers beside the lessons."""

    learner: Learner
    beside: Beside
    _random: Random = field(init=False)
    _under_way: bool = False

    def __post_init__(self) -> None:
        self._random = Random(self.learner.witness.who)  # noqa: S311  the same answers again

    def looks(self, sight: Sight, now: datetime) -> None:
        """An offer is there: take it, sooner or later, or let it be."""
        occasion, offer = sight.questionnaire, sight.sitting
        unwilling = self.learner.manner in _NEVER or self._under_way or not self.learner.present
        if occasion is None or offer is None or unwilling or occasion in self.beside.answered:
            return
        self._under_way = True

        async def open_it(then: datetime) -> datetime | None:
            return await self._open(offer, occasion, then)

        self.learner.plan(now + _SOON, open_it)

    async def _open(self, offer: Offer, occasion: Occasion, now: datetime) -> datetime | None:
        learner = self.learner
        self._under_way = False
        if not learner.present or learner.unheard:
            return None
        await learner.press(offer, now)
        if "ts" in offer.wish:
            await self._fill_in_forms(occasion)
            return None

        async def read_on(then: datetime) -> datetime | None:  # noqa: ARG001  a step's own signature
            return await self._fill_in_pages(occasion)

        learner.plan(now + MINUTE, read_on)
        return None

    async def _fill_in_forms(self, occasion: Occasion) -> None:
        phone = self.learner.phone
        desk = phone.slack if isinstance(phone, Both) else phone
        if not isinstance(desk, InSlack):
            return
        chat = desk.sandbox.slack.chats[desk.user]
        while chat.views:
            view = chat.views[-1]
            if not view.body.get("callback_id", "").startswith("form:sitting"):
                return
            before = view.hash
            wish = {"view_id": view.id, "values": self._ticked(view.body["blocks"])}
            await slack_doors.DOORS["submit"](desk.sandbox.slack, chat, wish)
            self.beside.parts += 1
            if not chat.views:
                self.beside.answered.add(occasion)
            elif self._stops() or chat.views[-1].hash == before:
                chat.views.clear()
                self.learner.unheard = 0  # what was pressed opened the form: nothing else is to be heard

    async def _fill_in_pages(self, occasion: Occasion) -> datetime | None:
        address = self._link()
        if address is None:
            return None
        async with ClientSession() as session:
            async with session.get(address) as answer:
                page = await answer.text()
            while part := _PART.search(page):
                ticks: dict[str, list[str]] = {}
                for name, value in _TICK.findall(page):
                    ticks.setdefault(name, []).append(value)
                marks = {name: self._random.choice(values) for name, values in ticks.items()}
                async with session.post(address, data={"part": part[1], **marks}) as answer:
                    page = await answer.text()
                self.beside.parts += 1
                if self._stops():
                    return None
        self.beside.answered.add(occasion)
        return None

    def _stops(self) -> bool:
        """Some put it away half-way, and go on when it is offered again."""
        return self.learner.manner in _HALF and self._random.random() < 0.5

    def _link(self) -> str | None:
        phone = self.learner.phone
        pocket = phone.line if isinstance(phone, Both) else phone
        if not isinstance(pocket, OnLine):
            return None
        said = [each.body for each in pocket.sandbox.line.chats[pocket.user].messages if each.sender == "bot"]
        uris = (str(part.get("uri", "")) for body in reversed(said[-2:]) for part in walk(body))
        return next((uri for uri in uris if _LINK.fullmatch(uri)), None)

    def _ticked(self, blocks: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
        """Something in every field that has options."""
        fields = (block for block in blocks if block.get("type") == "input")
        return {
            block["block_id"]: {block["element"]["action_id"]: self._random.choice(options)["value"]}
            for block in fields
            if (options := block["element"].get("options"))
        }
