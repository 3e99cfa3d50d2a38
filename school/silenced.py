"""Whom silences of the office let rest at this moment, whether they learn or not."""

from dataclasses import dataclass

from store.silence import Whom
from store.work import Work


@dataclass(frozen=True, slots=True)
class Resting:
    """Everybody, or these people and all who work in these sections (with those below them)."""

    work: Work
    everybody: bool
    people: frozenset[int]
    sections: frozenset[int]

    def has(self, person: int) -> bool:
        """Whether this person is to be left in peace."""
        if self.everybody or person in self.people:
            return True
        listed = self.work.staff.of_person(person) if self.sections else None
        return listed is not None and any(post.section in self.sections for post in self.work.posts.of(listed.id))


def resting(work: Work) -> Resting:
    """As it is now."""
    silent = [each for each in work.silences.open() if each.lasts]
    return Resting(
        work,
        everybody=any(each.whom is Whom.EVERYBODY for each in silent),
        people=frozenset(each.person for each in silent if each.person),
        sections=_with_below(work, [each.section for each in silent if each.section]),
    )


def _with_below(work: Work, chosen: list[int]) -> frozenset[int]:
    resting = [work.sections.get(each) for each in chosen]
    return frozenset(
        each.id for each in (work.sections.all() if resting else ()) if any(top.holds(each) for top in resting)
    )
