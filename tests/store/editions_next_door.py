"""What the neighbours keep of editions, and every question about it."""

from collections.abc import Callable
from typing import Final, TypeAlias

from lessons.editions import Packed
from store.values import Attempt, Enrolment, EnrolmentState
from store.work import Work
from tests.store.world import MORNING, NOW

Ask: TypeAlias = Callable[[Work, int], object]  # the neighbours' rows have low numbers: 1 is the first of each table

FINDS_NOTHING: Final[dict[str, Ask]] = {
    "attempts.to_quizzes": lambda work, _: work.attempts.to_quizzes(2, ["q"]),
    "enrolments.untold": lambda work, _: work.enrolments.untold(),
    "overlays.all": lambda work, _: work.overlays.all(),
    "overlays.get": lambda work, _: work.overlays.get("c"),
    "regrades.told_in": lambda work, _: work.regrades.told_in(1, ""),
    "reports.all": lambda work, _: work.reports.all(),
    "reports.get": lambda work, _: work.reports.get(1),
    "reports.of_person": lambda work, person: work.reports.of_person(person),
    "reports.told_in": lambda work, _: work.reports.told_in(1, "letter"),
}
NOT_FOUND: Final[dict[str, Ask]] = {"editions.get": lambda work, _: work.editions.get("digest")}
CHANGES_NOTHING: Final[dict[str, Ask]] = {
    "cohorts.learn": lambda work, _: work.cohorts.learn(2, "digest", "2"),
    "enrolments.set_news": lambda work, _: work.enrolments.set_news(1, waiting=False),
    "overlays.clear": lambda work, _: work.overlays.clear("c"),
    "regrades.tell": lambda work, _: work.regrades.tell(1, "letter"),
    "reports.close": lambda work, _: work.reports.close(2, "thanks", NOW),
    "reports.tell": lambda work, _: work.reports.tell(1, "other"),
}
CANNOT_POINT_THERE: Final[dict[str, Ask]] = {
    "regrades.add": lambda work, _: work.regrades.add(
        Attempt(1, 1, 1, "q", ("A",), True, NOW), right=False, digest="d", at=NOW
    ),
    "reports.open": lambda work, person: work.reports.open(
        Enrolment(1, 2, person, 1, EnrolmentState.ACTIVE, MORNING, None, 1, NOW),
        course="c",
        edition="1",
        lesson="new",
        at=NOW,
    ),
}
OURS_ALONE: Final = {"editions.keep", "overlays.set"}


def settle(work: Work, person: int) -> None:
    """The neighbours, with something in every table; they have answered `q`."""
    (enrolment,) = work.enrolments.of_person(person)
    work.regrades.add(work.attempts.of(enrolment.id)[0], right=False, digest="digest", at=NOW)
    work.enrolments.set_news(enrolment.id, waiting=True)
    closed = work.reports.open(enrolment, course="c", edition="1", lesson="l", at=NOW)
    work.reports.close(closed.id, "thanks", NOW)
    work.reports.tell(enrolment.id, "letter")
    work.reports.open(enrolment, course="c", edition="1", lesson="m", at=NOW)
    work.overlays.set("c", b"overlay", NOW)
    work.editions.keep(Packed("digest", b"pack"), course="c", edition="1", at=NOW)
