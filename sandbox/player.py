"""The autoplayer: lives through working days and answers, by chance, everything it is asked."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from time import monotonic

from sandbox.clock import SandboxClock
from sandbox.line.doors import DOORS as LINE_DOORS
from sandbox.line.platform import Line
from sandbox.offers import Offer, Question, asked_in_slack, asked_on_line
from sandbox.pulse import Pulse
from sandbox.record import Record
from sandbox.settings import SandboxSettings
from sandbox.slack.doors import DOORS as SLACK_DOORS
from sandbox.slack.errors import SlackRefusedError
from sandbox.slack.platform import Slack
from sandbox.wire import Json

_THINKING_SECONDS = (20, 60)
_GLANCE_SECONDS = 0.05
_MOST_QUESTIONS_A_DAY = 500

Look = Callable[[], Question | None]
Press = Callable[[Offer, Json], Awaitable[object]]


@dataclass(slots=True)
class Player:
    settings: SandboxSettings
    clock: SandboxClock
    pulse: Pulse
    record: Record
    line: Line
    slack: Slack
    _random: Random = field(init=False)
    _day: int = field(init=False, default=0)
    _days: int = field(init=False, default=0)
    _answered: set[str] = field(init=False, default_factory=set)
    _task: asyncio.Task[None] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._random = Random(self.settings.seed)

    def progress(self) -> Json | None:
        return {"day": self._day, "days": self._days} if self._task and not self._task.done() else None

    def start(self, days: int) -> None:
        """Raises ValueError when it is already playing, or has nothing to play."""
        if days < 1 or self.progress():
            raise ValueError("Already playing." if days >= 1 else "A play lasts one day or more.")
        self._day, self._days = 1, days
        self._task = asyncio.create_task(self._play())
        self._task.add_done_callback(lambda _: self.pulse.beat())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _play(self) -> None:
        await self._answer_all()
        for day in range(1, self._days + 1):
            self._day = day
            began = monotonic()
            self.clock.move_to(self.settings.morning_after(self.clock.now()))
            self.pulse.beat()
            await self._first_word(began)
            await self._answer_all()

    async def _answer_all(self) -> None:
        """What is asked now, and whatever that leads to."""
        for _ in range(_MOST_QUESTIONS_A_DAY):
            await self._silence()
            if not await self._answer_one():
                break

    async def _answer_one(self) -> bool:
        """Answers the first open question of any chat; False when there is none."""
        for look, press in self._chats():
            question = look()
            if question and question.mark not in self._answered:
                with suppress(KeyError, SlackRefusedError):  # the bot took the message back meanwhile
                    await self._answer(question, look, press)
                return True
        return False

    async def _answer(self, question: Question, look: Look, press: Press) -> None:
        self._answered.add(question.mark)
        self.clock.advance(timedelta(seconds=self._random.randint(*_THINKING_SECONDS)))
        if question.answer is None:
            await press(self._random.choice(question.letters), {})
            return
        await self._fill_in(question.boxes, press)
        if not question.boxes:
            await self._choose(question, look, press)
        await self._silence()
        current = look()
        if current and current.answer:
            self._answered.add(current.mark)
            await press(current.answer, {})

    async def _fill_in(self, boxes: tuple[Offer, ...], press: Press) -> None:
        """Some of each; where one list after another offers the same, each time something else: that is an order."""
        gone: set[str] = set()
        for box in boxes:
            left = [value for value in box.values if value not in gone] or box.values
            chosen = self._random.sample(left, self._random.randint(1, min(box.most, len(left))))
            gone.update(chosen)
            await press(box, {"selected": chosen})

    async def _choose(self, question: Question, look: Look, press: Press) -> None:
        """Some letters, each on the newest state of the question: the bot may redraw it in between.

        How many is left to chance: what wants all of them, as an order does, is asked again until it gets them.
        """
        many = self._random.randint(1, len(question.letters))
        for letter in self._random.sample(question.letters, many):
            current = look()
            fresh = [one for one in current.letters if one.label == letter.label] if current else []
            if current and fresh:
                self._answered.add(current.mark)
                await press(fresh[0], {})
                await self._silence()

    def _chats(self) -> list[tuple[Look, Press]]:
        line = [(self._looker_on_line(user), self._presser_on_line(user)) for user in self.line.chats]
        slack = [(self._looker_in_slack(user), self._presser_in_slack(user)) for user in self.slack.chats]
        return [*line, *slack]

    def _looker_on_line(self, user_id: str) -> Look:
        return lambda: asked_on_line(self.line.chats[user_id])

    def _looker_in_slack(self, user_id: str) -> Look:
        return lambda: asked_in_slack(self.slack.chats[user_id])

    def _presser_on_line(self, user_id: str) -> Press:
        return lambda offer, _: LINE_DOORS[offer.door](self.line, user_id, offer.wish)

    def _presser_in_slack(self, user_id: str) -> Press:
        return lambda offer, more: SLACK_DOORS[offer.door](
            self.slack, self.slack.chats[user_id], {**offer.wish, **more}
        )

    async def _first_word(self, since: float) -> None:
        """Waits for the bot to say something this morning, as long as patience lasts."""
        while self.record.last_call < since and monotonic() < since + self.settings.patience:  # noqa: ASYNC110  see _silence
            await asyncio.sleep(_GLANCE_SECONDS)

    async def _silence(self) -> None:
        """Waits until the bot has made no call for a while: for something that does not happen, so by looking."""
        began = monotonic()
        while monotonic() < max(began, self.record.last_call) + self.settings.settle:  # noqa: ASYNC110
            await asyncio.sleep(_GLANCE_SECONDS)
