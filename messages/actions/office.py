"""What somebody wants of an announcement: whoever reads it, and the office."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vote:
    """This option is my answer to the question of the announcement."""

    announcement: int
    option: str


@dataclass(frozen=True, slots=True)
class Announce:
    """Let me write an announcement, or go on with this draft (0: a new one)."""

    announcement: int = 0


@dataclass(frozen=True, slots=True)
class ShowAnnouncement:
    """How does it look, whom does it reach, how far is it?"""

    announcement: int


@dataclass(frozen=True, slots=True)
class ShowAnnouncements:
    """Which are there?"""


@dataclass(frozen=True, slots=True)
class SendAnnouncement:
    """Send it; where somebody else has to allow it, ask them."""

    announcement: int


@dataclass(frozen=True, slots=True)
class DiscardAnnouncement:
    """Throw the draft away."""

    announcement: int


@dataclass(frozen=True, slots=True)
class ApproveAnnouncement:
    """Yes, send it."""

    announcement: int


@dataclass(frozen=True, slots=True)
class ReturnAnnouncement:
    """No, back to the author: 差戻し."""

    announcement: int


@dataclass(frozen=True, slots=True)
class UndoAnnouncement:
    """Not yet: back to a draft while nothing has left."""

    announcement: int


@dataclass(frozen=True, slots=True)
class AbortAnnouncement:
    """Stop what has not left."""

    announcement: int


@dataclass(frozen=True, slots=True)
class RetryAnnouncement:
    """Once more to those whom it did not reach."""

    announcement: int


@dataclass(frozen=True, slots=True)
class CorrectAnnouncement:
    """Put right what it said."""

    announcement: int


@dataclass(frozen=True, slots=True)
class ShowLedger:
    """Whom did it not reach, and why?"""

    announcement: int
