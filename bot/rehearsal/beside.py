"""What one learner is offered beside the lessons, held against what was owed.

The rule by which a rehearsal judges questionnaires:

* The first is offered with joining, once more with the end of the first lesson, and once where a lesson is asked for
  and none waits; the middle and the last one with the end of the lesson that the course names, and once by asking.
  None is offered before its day, or once it is answered.
* So many days after the day of the last lesson as the course says, each later one comes once: on the first working day
  from then on, at the learner's own time, in no leave, to who is reached.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.rehearsal.account import Account
from bot.rehearsal.plan import CALENDAR
from bot.rehearsal.sight import Sight
from lessons.assessment import Occasion, Stage

_MOST: Final = {Occasion.BEFORE: 3, Occasion.MIDDLE: 2, Occasion.AFTER: 2, Occasion.QUARTER: 1, Occasion.HALF_YEAR: 1}


@dataclass(slots=True)
class Beside:
    """`offered` counts how often each was; `answered` are those answered to the end, `parts` the parts sent."""

    account: Account
    offered: Counter[Occasion] = field(default_factory=Counter)
    answered: set[Occasion] = field(default_factory=set)
    parts: int = 0

    def sees(self, sight: Sight) -> Iterator[str]:
        """One sight, whose moment the platform tells in whole seconds; the promises that it breaks."""
        occasion = sight.questionnaire
        if occasion is None or sight.changed:
            return
        self.offered[occasion] += 1
        if self.offered[occasion] > _MOST[occasion] or occasion in self.answered:
            yield "offered_twice"
        due = self._due(occasion)
        if due is None or due.replace(microsecond=0) > sight.at or (occasion.later and due != sight.at):
            yield "offered_astray"

    def missed(self, now: datetime, *, reachable: bool) -> Iterator[Occasion]:
        """Those that were owed by now and never came."""
        for occasion in Occasion:
            due = self._due(occasion)
            if due and due < now and not self.offered[occasion] and (reachable or not occasion.later):
                yield occasion

    def _due(self, occasion: Occasion) -> datetime | None:
        """From when on it may be offered; of a later one the very moment. None while nobody can say."""
        stage = self._stage(occasion)
        account = self.account
        if stage is None or not account.joined:
            return None
        if stage.lesson is not None:
            return account.ends.get(stage.lesson)
        return _later(account, stage.days) if stage.days is not None else account.since

    def _stage(self, occasion: Occasion) -> Stage | None:
        asked = self.account.course.assessment
        return asked.stage(occasion) if asked else None


def _later(account: Account, days: int) -> datetime | None:
    if account.ended is None:
        return None
    last, at = account.ended
    for day in account.working_days(CALENDAR.day(last) + timedelta(days=days)):
        own = CALENDAR.opening_after(CALENDAR.moment(day, at))
        if own and CALENDAR.day(own) == day:
            return own
    return None
