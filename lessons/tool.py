"""A tool in an organisation's list: whether it may be used, on which network, and whom to ask."""

from dataclasses import dataclass
from enum import StrEnum


class Use(StrEnum):
    """Whether a tool may be used."""

    ALLOWED = "allowed"
    CONDITIONS = "conditions"  # and the note says which
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Tool:
    """One line of the list: `network`, and `desk` (the section in charge), as people call them; perhaps a `note`."""

    name: str
    use: Use
    network: str
    desk: str
    note: str = ""
