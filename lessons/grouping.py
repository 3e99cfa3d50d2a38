"""Groups of people in figures: none so small that a figure tells of one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LEAST: Final = 5  # people of whom figures may be shown


@dataclass(frozen=True, slots=True)
class Group:
    """Learners of one section in one week: how many, how many ever began, did anything that week, finished all that
    came in it.
    """

    name: str
    learners: int = 0
    started: int = 0
    active: int = 0
    completed: int = 0

    @property
    def small(self) -> bool:
        """Whether nothing of it may be shown."""
        return self.learners < LEAST

    def __add__(self, other: "Group") -> "Group":
        """Both together, under this one's name."""
        return Group(
            self.name,
            learners=self.learners + other.learners,
            started=self.started + other.started,
            active=self.active + other.active,
            completed=self.completed + other.completed,
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """What of some groups may be shown: the large ones; the small ones as one, if that is large enough (`rest`, of so
    many groups: `joined`); and the sum of what is shown. `hidden` groups are in no figure, so that none can be reckoned
    from the others.
    """

    groups: tuple[Group, ...]
    rest: Group | None
    joined: int
    hidden: int

    @property
    def total(self) -> Group:
        """The sum of what is shown."""
        return sum((*self.groups, *((self.rest,) if self.rest else ())), start=Group(""))


def shown(groups: Sequence[Group]) -> Shown:
    """What may be shown of them, in their order. Groups without learners are left out."""
    small = [group for group in groups if group.small and group.learners]
    rest = sum(small, start=Group(""))
    fits = bool(small) and not rest.small
    return Shown(
        groups=tuple(group for group in groups if not group.small),
        rest=rest if fits else None,
        joined=len(small) if fits else 0,
        hidden=0 if fits else len(small),
    )
