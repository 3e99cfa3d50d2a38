"""Two devices of one learner: one in hand, messages in both chats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.rehearsal.phone import InSlack, OnLine, Phone
from bot.rehearsal.sight import Offer, Sight
from lessons.phrases import phrases

_SAY: Final = phrases("ja")
_CODE: Final = re.compile(_SAY.raw("places.code").replace("{code}", r"([A-Z2-9]{8})"))
_LINKED: Final = _SAY("places.linked_summary")


@dataclass(slots=True)
class Both(Phone):
    """`code` is the last one shown to link the two; `linked` tells whether that was said to be done."""

    line: OnLine
    slack: InSlack
    in_hand: OnLine | InSlack
    user: str
    code: str = ""
    linked: bool = False

    @property
    def name(self) -> str:
        return self.in_hand.name

    @property
    def other(self) -> OnLine | InSlack:
        """What is not in hand."""
        return self.slack if self.in_hand is self.line else self.line

    def swap(self) -> None:
        """Put one away and take the other."""
        self.in_hand = self.other

    async def say(self, text: str) -> None:
        await self.in_hand.say(text)

    @property
    def has_form(self) -> bool:
        return self.slack.has_form

    async def write(self, text: str) -> None:
        await (self.slack if self.has_form else self.in_hand).write(text)

    async def press(self, offer: Offer, picked: tuple[str, ...] = ()) -> None:
        """On whichever it is shown: only Slack's buttons name the message they stand in."""
        await (self.slack if "ts" in offer.wish else self.line).press(offer, picked)

    def fresh(self) -> Sequence[Sight]:
        sights = [*self.line.fresh(), *self.slack.fresh()]
        for sight in sights:
            shown = _CODE.search(sight.text)
            self.code = shown[1] if shown else self.code
            self.linked |= _LINKED in sight.text
        return sights

    def old(self) -> list[Offer]:
        return [*self.line.old(), *self.slack.old()]
