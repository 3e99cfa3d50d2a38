"""What stands on a learner's screen, the same for both platforms."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, Final

from bot.rehearsal.plan import NAME
from lessons.assessment import Occasion
from lessons.phrases import phrases
from messages.actions import Action, Choose, Finish, Sit, Skip, Toggle, Unreadable, Write, unpack
from sandbox.wire import Json

_SAY: Final = phrases("ja")
_RIGHT: Final = _SAY("verdict.right")
_WRONG: Final = _SAY.raw("verdict.wrong").partition("{")[0]
_REMINDER: Final = _SAY("remind.stop")
_CHECK_IN: Final = _SAY("remind.check_in")
_OFFERS: Final = {each: _SAY.raw(f"sitting.offer_{each.value}").rpartition("}")[2] for each in Occasion}
OFFICE: Final = _SAY("announcement.from", kind=_SAY("announcement.kind"), sender=NAME)
_DIGEST: Final = _SAY("digest.off_hint")
_ARRIVED: Final = re.compile(_SAY.raw("inquiry.arrived").replace("{count}", r"(\d+)"))
_ANSWERED: Final = _SAY("inquiry.answered")
_THANKS: Final = tuple(map(_SAY, ("verdict.thanks", "writing.thanks", "writing.skipped")))
_NESTED: Final = (dict, list)
_ANSWERING: Final = (Choose, Toggle, Finish, Write, Skip)
_DAY: Final = re.compile(_SAY.raw("lesson.day").replace("{day}", r"(\d+)").replace("{days}", r"\d+"))


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to press: what it means, and what the platform's door wants to be told."""

    action: Action
    wish: Json

    @property
    def quiz(self) -> str:
        """The question it answers, if it does."""
        return self.action.quiz if isinstance(self.action, _ANSWERING) else ""


@dataclass(frozen=True)  # without slots, for what was found once is kept
class Sight:
    """A message that is new to the learner, or changed. `pushed` is None where the platform does not tell; `letter` is
    the opaque id that Slack's messages carry.
    """

    at: datetime
    text: str
    offers: tuple[Offer, ...]
    pushed: bool | None
    letter: str = ""
    changed: bool = False

    @property
    def place(self) -> str:
        """The platform it came by."""
        return "Slack" if self.pushed is None else "LINE"

    @cached_property
    def lessons(self) -> frozenset[int]:
        """The lessons whose cards came with it; a card that stayed while something else changed is not new."""
        return frozenset() if self.changed else frozenset(int(day) for day in _DAY.findall(self.text))

    @property
    def reminder(self) -> bool:
        """Whether it recalls a lesson."""
        return not self.changed and _REMINDER in self.text

    @property
    def check_in(self) -> bool:
        """Whether it asks somebody silent how they would like it."""
        return not self.changed and _CHECK_IN in self.text

    @cached_property
    def questionnaire(self) -> Occasion | None:
        """The occasion of the questionnaire that it offers, if it does."""
        return next((occasion for occasion, words in _OFFERS.items() if words in self.text), None)

    @property
    def notice(self) -> bool:
        """Whether the office says something to many: an announcement stands alone."""
        return not self.changed and OFFICE in self.text

    @property
    def digest(self) -> bool:
        """Whether it sums up a week."""
        return not self.changed and _DIGEST in self.text

    @property
    def answers(self) -> int:
        """How many of the office's answers it brings, or says are there to be read."""
        if self.changed:
            return 0
        arrived = _ARRIVED.search(self.text)
        return int(arrived[1]) if arrived else self.text.count(_ANSWERED)

    @property
    def sitting(self) -> "Offer | None":
        """What opens that questionnaire."""
        return next((offer for offer in self.offers if isinstance(offer.action, Sit)), None)

    @property
    def unasked(self) -> bool:
        """Whether it comes long after the course, by itself."""
        occasion = self.questionnaire
        return occasion is not None and occasion.later

    @property
    def judged(self) -> bool:
        """Whether it answers an answer: right, nearly, or thanks where nothing is right."""
        return self.verdict is not None or any(each in self.text for each in _THANKS)

    @property
    def verdict(self) -> bool | None:
        """Whether it says that an answer was right; None if it says neither."""
        if _RIGHT in self.text:
            return True
        return False if _WRONG in self.text else None


def walk(thing: Any) -> list[Json]:
    """Every JSON object in it, outermost first."""
    found: list[Json] = []
    waiting = [thing]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            found.append(part)
            part = part.values()
        waiting += [each for each in reversed(part) if isinstance(each, _NESTED)]
    return found


@lru_cache(maxsize=1024)
def meaning(packed: object) -> Action | None:
    """What a button of ours means: many say the same."""
    try:
        return unpack(str(packed))
    except Unreadable:
        return None
