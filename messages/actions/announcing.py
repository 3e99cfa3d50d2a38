"""What somebody of the office wants with an announcement. `seen` is the version that the button stood under."""

from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Announce:
    """I want to write one."""


@dataclass(frozen=True, slots=True)
class ShowAnnouncements:
    """Which ones are there?"""


@dataclass(frozen=True, slots=True)
class ShowAnnouncement:
    """How does this one stand?"""

    announcement: int


@dataclass(frozen=True, slots=True)
class Rewrite:
    """I want to change the draft."""

    announcement: int


@dataclass(frozen=True, slots=True)
class Discard:
    """Throw the draft away."""

    announcement: int


@dataclass(frozen=True, slots=True)
class Send:
    """Send it, or ask somebody to allow it. 0: which version was read is not said, so nothing is sent."""

    announcement: int
    seen: int


@dataclass(frozen=True, slots=True)
class Approve:
    """I allow what somebody else wrote. 0: as for Send."""

    announcement: int
    seen: int


@dataclass(frozen=True, slots=True)
class GiveBack:
    """I give it back to its author, and would like to say why. 0: whichever version there is."""

    announcement: int
    seen: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Not yet: make it a draft again."""

    announcement: int


@dataclass(frozen=True, slots=True)
class Abort:
    """Stop what has not left."""

    announcement: int


@dataclass(frozen=True, slots=True)
class ShowLedger:
    """Whom did it not reach? `page` counts from 1."""

    announcement: int
    page: int


@dataclass(frozen=True, slots=True)
class Retry:
    """Once more to those whom it did not reach."""

    announcement: int


@dataclass(frozen=True, slots=True)
class Correct:
    """It was wrong: I want to say what is right."""

    announcement: int


Drafting: TypeAlias = Announce | ShowAnnouncements | ShowAnnouncement | Rewrite | Discard
Deciding: TypeAlias = Send | Approve | GiveBack | Undo
Going: TypeAlias = Abort | ShowLedger | Retry | Correct
Announcing: TypeAlias = Drafting | Deciding | Going
TAGS: Final[dict[str, type[Announcing]]] = {
    "notice-new": Announce,
    "notice-all": ShowAnnouncements,
    "notice-one": ShowAnnouncement,
    "notice-rewrite": Rewrite,
    "notice-discard": Discard,
    "notice-send": Send,
    "notice-approve": Approve,
    "notice-back": GiveBack,
    "notice-undo": Undo,
    "notice-abort": Abort,
    "notice-lost": ShowLedger,
    "notice-retry": Retry,
    "notice-correct": Correct,
}
