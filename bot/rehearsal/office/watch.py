"""What one learner is owed of what the office says, and what came of it.

The rule by which a rehearsal judges: an announcement is for everybody who has joined and can be reached when its
letters are written. Each of them gets it once: at that moment, or, on leave, in the first hours afterwards. What was
stopped half-way comes to the rest when it is sent again. Nobody else gets it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.rehearsal.account import Account
from bot.rehearsal.office.sayings import Saying, Way
from bot.rehearsal.plan import CALENDAR

_JUST: Final = timedelta(minutes=10)  # who joins at this very moment may get it, or may not


@dataclass(slots=True)
class Meant:
    """`due` is the moment at which it must come; None as long as it must not. Who is not `sure` to get it may."""

    saying: Saying
    sure: bool
    due: datetime | None = None
    waited: bool = False

    def is_timely(self, now: datetime) -> bool:
        """Whether it comes at its moment; after a leave, on its day: it may wait for the learner's own time."""
        return self.due is not None and (
            CALENDAR.day(self.due) == CALENDAR.day(now) if self.waited else self.due == now
        )


@dataclass(slots=True)
class Watch:
    """Over one learner. `votes` are the answers given first, by the title of what asked."""

    account: Account
    calm: bool
    meant: dict[str, Meant] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    votes: dict[str, str] = field(default_factory=dict)

    def written(self, saying: Saying, now: datetime, *, reachable: bool) -> None:
        """Its letters are written at this moment."""
        if reachable and self.account.since is not None:
            sure = self.account.since < now - _JUST and (self.calm or saying.way is not Way.ABORTED)
            self.meant[saying.title] = Meant(saying, sure)  # what was in doubt when it was stopped, stays away

    def turn(self, now: datetime, *, reachable: bool) -> None:
        """What may come now, must."""
        waiting = [each for each in self.meant.values() if each.due is None]
        if not waiting or not reachable:
            return
        free, own = self.account.is_open(now), self.account.is_working(now)
        for each in waiting:
            each.due = now if (own if each.waited else free) else None
            each.waited |= each.due is None

    def away(self) -> None:
        """Out of reach from now on: what is under way may be lost."""
        for title, each in self.meant.items():
            each.sure = each.sure and self.seen[title] > 0

    def sees(self, title: str, now: datetime) -> Iterator[str]:
        """It is there; the promises that this breaks."""
        self.seen[title] += 1
        meant = self.meant.get(title)
        if meant is None or meant.due is None or meant.due > now:
            yield "announced_astray"
        elif self.calm and meant.saying.way is not Way.ABORTED and not meant.is_timely(now):
            yield "announced_late"
        if self.seen[title] > 1:
            yield "announced_twice"

    def lost(self) -> list[str]:
        """What was owed and never came."""
        return [title for title, each in self.meant.items() if each.sure and not self.seen[title]]
