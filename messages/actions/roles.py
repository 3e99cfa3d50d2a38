"""What an owner wants with roles, and with the record of what was done."""

from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class AskRole:
    """Who shall have which role, or have it no more?"""


@dataclass(frozen=True, slots=True)
class ShowAudit:
    """Let me have the record of what was done."""


Appointment: TypeAlias = AskRole | ShowAudit
TAGS: Final[dict[str, type[Appointment]]] = {"role": AskRole, "audit": ShowAudit}
