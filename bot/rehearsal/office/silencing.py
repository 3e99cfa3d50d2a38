"""How the office of a rehearsal falls silent in a disaster, and goes on two working days later: the calendar moves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from bot.rehearsal.learner import MINUTE, Learner
from bot.rehearsal.office.diary import Diary
from bot.rehearsal.office.officer import Officer
from bot.rehearsal.plan import CALENDAR, Plan
from messages.actions import EndSilence

_BE_SILENT: Final = "災害モード 全体 はい"
_GO_ON: Final = "再開"
_FROM: Final = time(16, 20)
_UNTIL: Final = time(10, 5)


@dataclass(slots=True)
class Silencing:
    """`lasted` counts the silences that are over."""

    officer: Officer
    diary: Diary
    learners: Sequence[Learner]
    lasted: int = 0
    _begun: int = 0

    @property
    def lasts(self) -> bool:
        """Whether it is silent now."""
        return self._begun > self.lasted

    def plan(self, plan: Plan) -> None:
        """In the middle of the course, if it is long enough."""
        if plan.silent:
            first, *_, last = plan.silent
            self.diary.note(CALENDAR.moment(first, _FROM), self._begin)
            self.diary.note(CALENDAR.moment(last, _UNTIL), self._look)

    async def _begin(self, now: datetime) -> None:
        for each in self.learners:
            each.account.pause(now)
        self._begun += 1
        await self.officer.phone.say(_BE_SILENT)

    async def _look(self, now: datetime) -> None:
        """What would come of going on is shown first."""
        await self.officer.phone.say(_GO_ON)
        self.diary.note(now + MINUTE, self._go_on)

    async def _go_on(self, now: datetime) -> None:
        """Press the way that was shown; where nothing has come yet, look again."""
        offers = [offer for sight in self.officer.seen for offer in sight.offers]
        shift = [each for each in offers if isinstance(each.action, EndSilence) and each.action.how == "shift"]
        if not shift:
            self.diary.note(now + MINUTE, self._go_on)
            return
        for each in self.learners:
            each.account.go_on(now)
        self.lasted += 1
        await self.officer.phone.press(shift[-1])
