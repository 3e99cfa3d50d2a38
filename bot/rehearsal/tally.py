"""What the platforms wrote down about the bot's calls and about their own."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.rehearsal.plan import CALENDAR
from bot.rehearsal.witness import Breach
from sandbox.record import Entry, Record


@dataclass(slots=True)
class Tally:
    """`counted` is LINE's bill, by learner and day. With `calm` even a reply token that is too old is a rejection."""

    record: Record
    calm: bool
    counted: Counter[tuple[str, date]] = field(default_factory=Counter)
    rejected: int = 0
    breaches: list[Breach] = field(default_factory=list)
    _read: int = 0

    def read(self) -> None:
        """Go on reading where it stopped."""
        for entry in self.record.since(self._read):
            self._read = entry.seq
            day = CALENDAR.day(datetime.fromisoformat(entry.at))
            if entry.direction == "out":
                self._webhook(entry, day)
            else:
                self._call(entry, day)

    def _webhook(self, entry: Entry, day: date) -> None:
        if entry.status != 200:
            self.breaches.append(Breach(entry.platform, day, "webhook_refused", f"{entry.status} {entry.path}"))

    def _call(self, entry: Entry, day: date) -> None:
        if entry.counted:
            self.counted[entry.request["to"], day] += entry.counted
            if self.counted[entry.request["to"], day] > 1:
                self.breaches.append(Breach(entry.platform, day, "counted_twice", entry.request["to"]))
        if why := self._refusal(entry):
            self.rejected += 1
            self.breaches.append(Breach(entry.platform, day, "rejected", f"{entry.path}: {why}"))

    def _refusal(self, entry: Entry) -> str:
        """Why the platform would not take the call, if it is the bot's own fault."""
        answer = entry.response if isinstance(entry.response, dict) else {}
        if entry.fault not in {None, "slow", "drop_after"} or entry.status in {409, 429}:
            return ""
        if not self.calm and "Invalid reply token" in str(answer.get("message")):
            return ""
        refused = (entry.status or 200) >= 400 or answer.get("ok") is False
        return str(answer.get("message") or answer.get("error") or entry.status) if refused else ""
