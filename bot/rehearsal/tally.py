"""What the platforms wrote down about the bot's calls and about their own."""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from bot.rehearsal.plan import CALENDAR
from bot.rehearsal.sight import OFFICE
from bot.rehearsal.witness import Breach
from sandbox.record import Entry, Record

_SPELLS: Final = {"monthly_limit": "monthly limit", "expired_tokens": "Invalid reply token"}


@dataclass(slots=True)
class Tally:
    """`counted` is LINE's bill for what concerns one learner, by learner and day; `for_many` that for what the office
    says to many. `struck` tells how often which fault befell a call or a webhook. With `calm` even a reply token that
    is too old is a rejection.
    """

    record: Record
    calm: bool
    counted: Counter[tuple[str, date]] = field(default_factory=Counter)
    struck: Counter[str] = field(default_factory=Counter)
    rejected: int = 0
    for_many: int = 0
    breaches: list[Breach] = field(default_factory=list)
    _read: int = 0

    def read(self) -> None:
        """Go on reading where it stopped."""
        for entry in self.record.since(self._read):
            self._read = entry.seq
            if what := entry.fault or _spell(entry):
                self.struck[what] += 1
            if entry.direction == "out":
                self._webhook(entry)
            else:
                self._call(entry)

    def _webhook(self, entry: Entry) -> None:
        if entry.status != 200:
            self._breach(entry, "webhook_refused", f"{entry.status} {entry.path}")

    def _call(self, entry: Entry) -> None:
        if entry.counted and _says_to_many(entry):
            self.for_many += entry.counted
        elif entry.counted:
            bill = entry.request["to"], _day(entry)
            self.counted[bill] += entry.counted
            if self.counted[bill] > 1:
                self._breach(entry, "counted_twice", entry.request["to"])
        if why := self._refusal(entry):
            self.rejected += 1
            self._breach(entry, "rejected", f"{entry.path}: {why}")

    def _breach(self, entry: Entry, what: str, about: str) -> None:
        self.breaches.append(Breach(entry.platform, _day(entry), what, about))

    def _refusal(self, entry: Entry) -> str:
        """Why the platform would not take the call, if it is the bot's own fault."""
        answer = entry.response if isinstance(entry.response, dict) else {}
        if (entry.status or 200) < 400 and answer.get("ok") is not False:
            return ""
        if entry.fault not in {None, "slow", "drop_after"} or entry.status in {409, 429}:
            return ""
        if "slack_file" in str(answer):
            return ""  # a picture that Slack has not looked at yet: it is shown a little later
        if not self.calm and "Invalid reply token" in str(answer.get("message")):
            return ""
        return str(answer.get("message") or answer.get("error") or entry.status)


def _says_to_many(entry: Entry) -> bool:
    return OFFICE in json.dumps(entry.request, ensure_ascii=False)


def _spell(entry: Entry) -> str:
    """What LINE keeps up for hours is no fault of one call: its own words tell."""
    said = entry.response.get("message") if isinstance(entry.response, dict) else ""
    if entry.direction == "out" or not isinstance(said, str):  # in Slack it is the message that was sent
        return ""
    return next((spell for spell, words in _SPELLS.items() if words in said), "")


def _day(entry: Entry) -> date:
    return CALENDAR.day(datetime.fromisoformat(entry.at))
