"""What the neighbours' month holds, and every question about it."""

from typing import Final

from store.metered import Pull, Reading
from store.work import Work
from tests.store.office_next_door import Ask
from tests.store.world import MINUTE, NOW

FINDS_NOTHING: Final[dict[str, Ask]] = {
    "enrolments.coming": lambda work, _: work.enrolments.coming(2),
    "outbox.counted": lambda work, _: work.outbox.counted(2, NOW),
    "outbox.counted of a kind": lambda work, _: work.outbox.counted(2, NOW, kind="reminder"),
    "outbox.to_count": lambda work, _: work.outbox.to_count(2, NOW + MINUTE),
    "readings.last": lambda work, _: work.readings.last(2),
}
CHANGES_NOTHING: Final[dict[str, Ask]] = {"accounts.turn": lambda work, _: work.accounts.turn(2, Pull.SHORT, NOW)}
NOT_FOUND: Final[dict[str, Ask]] = {}
CANNOT_POINT_THERE: Final[dict[str, Ask]] = {
    "readings.keep": lambda work, _: work.readings.keep(Reading(2, 200, 0, NOW)),
}


def settle(work: Work) -> None:
    """Something was read next door."""
    work.readings.keep(Reading(work.accounts.all()[0].id, 200, 10, NOW))
