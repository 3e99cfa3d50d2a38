"""Facts that want to be looked at again, on a given day."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from lessons.hygiene.found import Found
from lessons.model import Course

SOON: Final = 30  # days before a review is due


def unfresh(course: Course, on: date) -> Iterator[Found]:
    """Facts whose review is overdue on that day, or due within a month."""
    for fact in course.facts:
        left = (fact.review_by - on).days
        facts = (("fact", fact.id), ("review_by", fact.review_by), ("days", abs(left)))
        if fact.as_of > on:
            yield Found("fact-of-tomorrow", fact.id, facts=(("fact", fact.id), ("as_of", fact.as_of)))
        if left < 0:
            yield Found("stale-fact", fact.id, facts=facts)
        elif left <= SOON:
            yield Found("soon-stale", fact.id, facts=facts)
