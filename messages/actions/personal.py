"""What somebody wants for themselves: settings, rest, places, membership."""

from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """Let me change my time or language."""


@dataclass(frozen=True, slots=True)
class SetTime:
    """Deliver at this local time, as "08:40"."""

    time: str


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """Speak this language to me, as "ja"."""

    language: str


@dataclass(frozen=True, slots=True)
class SetSection:
    """Show me examples from this family of departments, as "counter"."""

    family: str


@dataclass(frozen=True, slots=True)
class SetReminders:
    """Remind me in the afternoon, or do not: "on" or "off"."""

    wish: str


@dataclass(frozen=True, slots=True)
class SetDigests:
    """Send me a summary every week, or do not: "on" or "off"."""

    wish: str


@dataclass(frozen=True, slots=True)
class ShowDigest:
    """What does the last summary say?"""


@dataclass(frozen=True, slots=True)
class ReadWeek:
    """Let me read my summary of this week, as "2026-W37", on a page of mine."""

    week: str


@dataclass(frozen=True, slots=True)
class Rest:
    """I am away through this local date, as "2026-09-30"; empty: ask me until when."""

    until: str = ""


@dataclass(frozen=True, slots=True)
class ComeBack:
    """I am back before my rest is over."""


@dataclass(frozen=True, slots=True)
class ShowPlaces:
    """Where do you reach me, and how do I link my other platform?"""


@dataclass(frozen=True, slots=True)
class Prefer:
    """Send what I did not ask for to this contact of mine."""

    contact: int


@dataclass(frozen=True, slots=True)
class Unlink:
    """Do not know me at this contact any more. `step` counts the confirmations already given."""

    contact: int
    step: int


@dataclass(frozen=True, slots=True)
class ShowRecord:
    """What is held about me?"""


@dataclass(frozen=True, slots=True)
class Agree:
    """I have read what is stored and why, and join the cohort with this code."""

    code: str


@dataclass(frozen=True, slots=True)
class Decline:
    """I do not want to join."""


@dataclass(frozen=True, slots=True)
class TakeNickname:
    """Call me this."""

    nickname: str


@dataclass(frozen=True, slots=True)
class Leave:
    """I want to leave the course. `step` counts the confirmations already given."""

    step: int


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase what is stored about me. `step` counts the confirmations already given."""

    step: int


@dataclass(frozen=True, slots=True)
class Stay:
    """No, I stay."""


Personal: TypeAlias = (
    ShowSettings
    | SetTime
    | SetLanguage
    | SetSection
    | SetReminders
    | SetDigests
    | ShowDigest
    | ReadWeek
    | Rest
    | ComeBack
    | ShowPlaces
    | Prefer
    | Unlink
    | ShowRecord
    | Agree
    | Decline
    | TakeNickname
    | Leave
    | Erase
    | Stay
)
TAGS: Final[dict[str, type[Personal]]] = {
    "settings": ShowSettings,
    "time": SetTime,
    "lang": SetLanguage,
    "section": SetSection,
    "remind": SetReminders,
    "digests": SetDigests,
    "digest": ShowDigest,
    "week": ReadWeek,
    "rest": Rest,
    "back": ComeBack,
    "places": ShowPlaces,
    "prefer": Prefer,
    "unlink": Unlink,
    "record": ShowRecord,
    "agree": Agree,
    "decline": Decline,
    "name": TakeNickname,
    "leave": Leave,
    "erase": Erase,
    "stay": Stay,
}
