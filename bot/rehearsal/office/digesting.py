"""Weekly digests in a rehearsal: one a week for each who should get one, on the week's last working day, with what the
rehearsal itself has counted.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.rehearsal.account import Account
from bot.rehearsal.plan import CALENDAR
from bot.rehearsal.sight import Sight
from lessons.weekly import Week, week_of

_AT: Final = time(16)
_A_MINUTE: Final = timedelta(minutes=1)  # Slack may not have a picture at once
_DONE: Final = re.compile(r"(?m)^(\d+)日目 ")
_FIGURES: Final = re.compile(r"\d+人中\d+人が今週の学習を終えました")


@dataclass(slots=True)
class Digests:
    """What one person gets; `weeks` counts them by the Monday of the week. `owed` are those that must come, each with
    the figures that stand in it; None where what stands in it is not figures. `may` are the Mondays of those weeks of
    which one may come.
    """

    calm: bool
    account: Account | None = None
    weeks: Counter[date] = field(default_factory=Counter)
    owed: dict[date, tuple[str, ...] | None] = field(default_factory=dict)
    may: set[date] = field(default_factory=set)

    def owes(self, now: datetime, figures: tuple[str, ...] | None = None) -> None:
        """One must come at this moment."""
        self.owed[week_of(CALENDAR.day(now)).monday] = figures
        self.allows(now)

    def allows(self, now: datetime) -> None:
        """One may come at this moment: there may be something to tell that is not counted here."""
        self.may.add(week_of(CALENDAR.day(now)).monday)

    def turn(self, now: datetime) -> None:
        """The same to a learner, at that moment: in Slack, where it costs nothing, and if the week brought anything."""
        if self.account and is_owed(self.account, now):
            self.owes(now)

    def sees(self, sight: Sight) -> Iterator[str]:
        """One is there; the promises that this breaks."""
        day = CALENDAR.day(sight.at)
        monday = day - timedelta(days=day.weekday())
        self.weeks[monday] += 1
        if self.weeks[monday] > 1:
            yield "digest_twice"
        if monday not in self.may:
            yield "digest_unmeant"
        since = _told(week_of(day))
        late = sight.at >= since + _A_MINUTE if self.calm else not CALENDAR.is_open(sight.at)
        if day != CALENDAR.day(since) or sight.at < since or late:
            yield "digest_astray"
        if not (self._tells(sight, week_of(day)) if self.calm else self._may_tell(sight)):
            yield "digest_wrong"

    def missed(self) -> list[date]:
        """The Mondays of the weeks whose digest must have come, and did not; in foul weather it may be too late."""
        return [monday for monday in self.owed if self.calm and not self.weeks[monday]]

    def _tells(self, sight: Sight, week: Week) -> bool:
        """Whether it says what was counted here; in LINE a learner's says nothing."""
        figures = self.owed.get(week.monday)
        if figures is not None:
            return tuple(_FIGURES.findall(sight.text)) == figures
        if self.account is None or sight.place != "Slack":
            return True
        return _done(sight) == {number for number, day in self.account.finished.items() if day in week}

    def _may_tell(self, sight: Sight) -> bool:
        """In foul weather the bot may know of it later than it was done: but never before."""
        return self.account is None or _done(sight) <= self.account.finished.keys()


def is_told(now: datetime) -> bool:
    """Whether the week is summed up at this very moment."""
    return now.minute == _AT.minute and now == _told(week_of(CALENDAR.day(now)))


def is_owed(account: Account, now: datetime) -> bool:
    """Whether a learner must get one now, unasked."""
    rests = account.away(now) or account.is_silent(now) or account.is_quiet or not account.is_working(now)
    if account.place != "Slack" or not account.joined or rests:
        return False
    if account.ended:
        return any(day in week_of(CALENDAR.day(now)) for day in account.finished.values())
    return bool(account.begun)


def _done(sight: Sight) -> set[int]:
    """The lessons that are told as finished."""
    return {int(each) for each in _DONE.findall(sight.text)}


def _told(week: Week) -> datetime:
    return CALENDAR.moment(max(day for day in week.days if CALENDAR.works_on(day)), _AT)
