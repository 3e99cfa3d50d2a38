"""How some learners of a rehearsal ask the office: behind the word in Slack, on a page from LINE; and its answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from typing import Final

from aiohttp import ClientSession

from bot.rehearsal.learner import MINUTE, Learner
from bot.rehearsal.manner import Manner
from bot.rehearsal.office.diary import Diary
from bot.rehearsal.office.officer import Officer
from bot.rehearsal.phone import InSlack, OnLine
from bot.rehearsal.plan import CALENDAR, Plan
from bot.rehearsal.sight import walk

_ASK: Final = "質問"
_ASKS: Final = frozenset({Manner.DILIGENT, Manner.DOUBLE, Manner.FORGETFUL})
_DAY: Final = 3
_AT: Final = time(10, 50)
_AFTER: Final = timedelta(minutes=40)
_NUMBER: Final = re.compile(r"質問 #(\d+)")
_LINK: Final = re.compile(r"https?://[^/]+/w/[\w-]+")


@dataclass(slots=True)
class Questioning:
    """`asked` are the questions by who asked; `answered` those that an officer has answered, by the number in it."""

    officer: Officer
    diary: Diary
    learners: Sequence[Learner]
    asked: dict[int, Learner] = field(default_factory=dict)
    answered: set[int] = field(default_factory=set)
    _read: int = 0

    def plan(self, plan: Plan) -> None:
        """On one morning, a minute apart."""
        first = CALENDAR.moment(plan.workdays[min(_DAY, plan.days // 3)], _AT)  # before a disaster
        willing = (each for each in self.learners if each.manner in _ASKS)
        for number, each in enumerate(willing, start=1):
            each.plan(first + number * MINUTE, partial(self._ask, number, each))

    def look(self, now: datetime) -> None:
        """The officer answers what has come, a little later."""
        new, self._read = self.officer.seen[self._read :], len(self.officer.seen)
        for sight in new:
            shown = _NUMBER.search(sight.text)
            own = next((number for number in self.asked if words(number) in sight.text), None)
            if shown and own and not sight.changed and own not in self.answered:
                self.answered.add(own)
                self.diary.note(now + _AFTER, partial(self._answer, own, shown[1]))

    def broken(self) -> Iterator[tuple[str, str]]:
        """Of each question: what its asker and the officer saw of it, and should have seen once."""
        for number, learner in self.asked.items():
            seen = sum(words(number) in sight.text and not sight.changed for sight in self.officer.seen)
            if seen != 1:
                yield learner.witness.who, "unheard"
        for learner in {id(each): each for each in self.asked.values()}.values():
            own = [number for number, who in self.asked.items() if who is learner]
            if learner.witness.answers != sum(number in self.answered for number in own):
                yield learner.witness.who, "misanswered"

    async def _ask(self, number: int, learner: Learner, now: datetime) -> datetime | None:
        if not learner.present or learner.unheard or not learner.account.joined:
            return None
        match learner.phone:
            case InSlack():
                self.asked[number] = learner
                await learner.say(f"質問 {words(number)}")
            case OnLine():
                await learner.say(_ASK)
                learner.plan(now + MINUTE, partial(self._write, number, learner))
            case _:
                return None
        return None

    async def _write(self, number: int, learner: Learner, now: datetime) -> datetime | None:  # noqa: ARG002  a step's own
        """On the page that the bot's last message leads to."""
        phone = learner.phone
        said = phone.sandbox.line.chats[phone.user].messages if isinstance(phone, OnLine) else []
        uris = (str(part.get("uri", "")) for each in said[-2:] if each.sender == "bot" for part in walk(each.body))
        address = next((uri for uri in uris if _LINK.fullmatch(uri)), None)
        if address is None:
            return None
        self.asked[number] = learner
        async with ClientSession() as session, session.post(address, data={"words": words(number)}) as answer:
            await answer.read()
        return None

    async def _answer(self, number: int, shown: str, now: datetime) -> None:  # noqa: ARG002  a deed's own signature
        await self.officer.phone.say(f"質問{shown}に回答 予行演習の回答その{number}です。")


def words(number: int) -> str:
    """What the question with this number says."""
    return f"予行演習の質問その{number}です。"
