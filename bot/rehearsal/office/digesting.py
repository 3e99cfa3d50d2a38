"""Weekly digests in a rehearsal: at most one a week for each, on the week's last working day, when it may come."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Final

from bot.rehearsal.plan import CALENDAR
from bot.rehearsal.sight import Sight

_AT: Final = time(16)
_A_MINUTE: Final = timedelta(minutes=1)  # Slack may not have a picture at once


@dataclass(slots=True)
class Digests:
    """What one person gets; `weeks` counts them by the Monday of the week."""

    calm: bool
    weeks: Counter[date] = field(default_factory=Counter)

    def sees(self, sight: Sight) -> Iterator[str]:
        """One is there; the promises that this breaks."""
        day = CALENDAR.day(sight.at)
        monday = day - timedelta(days=day.weekday())
        self.weeks[monday] += 1
        if self.weeks[monday] > 1:
            yield "digest_twice"
        last = max(each for ahead in range(7) if CALENDAR.works_on(each := monday + timedelta(days=ahead)))
        since = CALENDAR.moment(last, _AT)
        late = sight.at >= since + _A_MINUTE if self.calm else not CALENDAR.is_open(sight.at)
        if day != last or sight.at < since or late:
            yield "digest_astray"
