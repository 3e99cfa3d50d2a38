"""What somebody of the office wants with the list of staff."""

from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class ShowRoster:
    """How do I bring the list of staff?"""


@dataclass(frozen=True, slots=True)
class TakeRoster:
    """Take over what this file says; 0: the one I was shown last."""

    upload: int = 0


@dataclass(frozen=True, slots=True)
class LeaveRoster:
    """Do not; 0: the one I was shown last."""

    upload: int = 0


@dataclass(frozen=True, slots=True)
class ChooseColumns:
    """Which of its columns is what, I will say; 0: of the one I have dropped last."""

    upload: int = 0


@dataclass(frozen=True, slots=True)
class UndoRoster:
    """Take this import back; 0: ask me first about the last one."""

    imported: int = 0


Rostering: TypeAlias = ShowRoster | TakeRoster | LeaveRoster | ChooseColumns | UndoRoster
TAGS: Final[dict[str, type[Rostering]]] = {
    "roster": ShowRoster,
    "rtake": TakeRoster,
    "rleave": LeaveRoster,
    "rcolumns": ChooseColumns,
    "rundo": UndoRoster,
}
