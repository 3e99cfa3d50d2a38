"""To whom an announcement can be addressed, as a form offers it."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from store.work import Work

MOST: Final = 100  # what a list in Slack holds
Choice: TypeAlias = tuple[str, str]  # a value, and what it is called


@dataclass(frozen=True, slots=True)
class Offer:
    """The cohorts, the newest first, and the sections by path: the upper ones, where there are too many."""

    cohorts: tuple[Choice, ...]
    sections: tuple[Choice, ...]


def offer(work: Work) -> Offer:
    """What there is to choose from."""
    cohorts = sorted(work.cohorts.all(), key=lambda each: each.id, reverse=True)[:MOST]
    sections = [each for each in work.sections.all() if not each.closed]
    upper = sorted(sections, key=lambda each: (each.path.count("/"), each.path))[:MOST]
    return Offer(
        tuple((str(each.id), f"{each.name} ({each.code})") for each in cohorts),
        tuple((str(each.id), each.path) for each in sorted(upper, key=lambda each: each.path)),
    )
