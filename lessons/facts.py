"""Facts: what a course states about the world, where it comes from, and how long it may be trusted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """A page or a document that facts come from. `url` may be empty."""

    id: str
    title: str
    publisher: str
    url: str
    licence: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement. `says` is one sentence for editors; `value` are the words that texts put in by the fact's id, and
    `readings` the same in other languages. What is not `scored` never carries a question that can be right or wrong.
    """

    id: str
    says: str
    source: Source
    edition: str
    as_of: date
    review_by: date
    value: str = ""
    readings: tuple[tuple[str, str], ...] = ()
    scored: bool = True

    def words(self, language: str) -> str:
        """The value in that language, or in the course's own where it has no such reading."""
        return dict(self.readings).get(language, self.value)

    def stale(self, on: date) -> bool:
        """Whether somebody should have looked at it again before that day."""
        return self.review_by < on


def cited(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """One fact for each source, edition and date: the one that must be looked at again first."""
    found: dict[tuple[str, str, date], Fact] = {}
    for fact in facts:
        key = fact.source.id, fact.edition, fact.as_of
        found[key] = min(found.get(key, fact), fact, key=lambda each: each.review_by)
    return tuple(found.values())
