"""The weekly digests next door, and every question about them."""

from collections.abc import Callable
from typing import Final, TypeAlias

from store.digests import Round
from store.work import Work
from tests.store.world import MINUTE, NOW

Ask: TypeAlias = Callable[[Work, int], object]

FINDS_NOTHING: Final[dict[str, Ask]] = {
    "digests.due": lambda work, _: work.digests.due(NOW + 9 * MINUTE),
    "digests.learners": lambda work, _: work.digests.learners(2),
    "digests.readers": lambda work, _: work.digests.readers(0, NOW - 9 * MINUTE, NOW.date(), 9),
    "digests.round": lambda work, _: work.digests.round().wanted,
    "outbox.troubles": lambda work, _: work.outbox.troubles(NOW - 9 * MINUTE),
    "pictures.secret": lambda work, _: work.pictures.secret("chart"),
    "taken.in_days": lambda work, _: work.taken.in_days(NOW.date(), NOW.date()),
}
NOT_FOUND: Final[dict[str, Ask]] = {}
CHANGES_NOTHING: Final[dict[str, Ask]] = {
    "people.set_digests": lambda work, person: work.people.set_digests(person, wanted=False),
    "pictures.keep": lambda work, _: work.pictures.keep("other", "unguessable", b"png", NOW),  # another's secret
    "pictures.sweep": lambda work, _: work.pictures.sweep(NOW + 9 * MINUTE),
}
CANNOT_POINT_THERE: Final[dict[str, Ask]] = {}
OURS_ALONE: Final = {"digests.set"}


def settle(work: Work, _person: int) -> None:
    """The office next door, with a digest to come and a picture of the last one."""
    work.digests.set(Round(wanted=True, line_paid=True, next_at=NOW, reached=1))
    work.pictures.keep("chart", "unguessable", b"png", NOW + MINUTE)
