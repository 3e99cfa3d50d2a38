"""What somebody wants of what the office says."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from messages.actions import announcing, away, questions, roles, roster, silence
from messages.actions.announcing import Announcing
from messages.actions.away import Absence
from messages.actions.questions import Questions
from messages.actions.roles import Appointment
from messages.actions.roster import Rostering
from messages.actions.silence import Silencing


@dataclass(frozen=True, slots=True)
class Vote:
    """This option is my answer to the question of the announcement."""

    announcement: int
    option: str


Office: TypeAlias = Vote | Announcing | Absence | Appointment | Questions | Rostering | Silencing
TAGS: Final[dict[str, type[Office]]] = {
    "v": Vote,
    **announcing.TAGS,
    **away.TAGS,
    **questions.TAGS,
    **roles.TAGS,
    **roster.TAGS,
    **silence.TAGS,
}
