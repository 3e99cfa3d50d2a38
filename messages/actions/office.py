"""What somebody wants of what the office says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vote:
    """This option is my answer to the question of the announcement."""

    announcement: int
    option: str
