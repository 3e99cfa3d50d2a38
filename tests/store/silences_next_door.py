"""The silences next door, and every question about them."""

from typing import Final

from store.silence import Silence, Whom
from store.work import Work
from tests.store.office_next_door import Ask
from tests.store.world import MINUTE, NOW

_THEIRS: Final = Silence(1, Whom.EVERYBODY, None, None, None, "root", NOW, None, "root", NOW, None, False, False)

FINDS_NOTHING: Final[dict[str, Ask]] = {
    "enrolments.under": lambda work, _: work.enrolments.under(1),
    "silenced.concerned": lambda work, _: work.silenced.concerned(Whom.SECTION, 1),
    "silenced.concerned for one": lambda work, person: work.silenced.concerned(Whom.PERSON, person),
    "silenced.held": lambda work, _: work.silenced.held(1),
    "silenced.of": lambda work, _: work.silenced.of(1),
    "silenced.of_many": lambda work, _: work.silenced.of_many([1]),
    "silences.about": lambda work, _: work.silences.about(Whom.EVERYBODY, None),
    "silences.open": lambda work, _: work.silences.open(),
    "silences.over_everybody": lambda work, _: work.silences.over_everybody(NOW - MINUTE),
}
NOT_FOUND: Final[dict[str, Ask]] = {"silences.get": lambda work, _: work.silences.get(1)}
CHANGES_NOTHING: Final[dict[str, Ask]] = {
    "silenced.drop": lambda work, _: work.silenced.drop(_THEIRS, "waiting", NOW),
    "silenced.free": lambda work, _: work.silenced.free(1),
    "silenced.gather": lambda work, _: work.silenced.gather(_THEIRS),
    "silenced.hold": lambda work, _: work.silenced.hold(_THEIRS),
    "silenced.join": lambda work, _: work.silenced.join(1, NOW - MINUTE),
    "silenced.release_others": lambda work, _: work.silenced.release_others(NOW, NOW),
    "silenced.unsay": lambda work, _: work.silenced.unsay(1, NOW),
    "silences.begin": lambda work, _: work.silences.begin(2, NOW, by=None, name="x"),
    "silences.drop": lambda work, _: work.silences.drop(2, NOW),
    "silences.end": lambda work, _: work.silences.end(1, NOW, compressed=False),
    "silences.lapse": lambda work, _: work.silences.lapse(NOW + MINUTE, NOW),
}
CANNOT_POINT_THERE: Final[dict[str, Ask]] = {
    "silences.ask": lambda work, _: work.silences.ask(Whom.SECTION, 1, by=None, name="x", notice=False, at=NOW),
    "silences.ask for one": lambda work, person: work.silences.ask(
        Whom.PERSON, person, by=None, name="x", notice=False, at=NOW
    ),
}


def settle(work: Work, person: int) -> None:
    """One silence over everybody that lasts, and one over a person that waits for a yes."""
    work.silences.ask(Whom.EVERYBODY, None, by=None, name="root", notice=False, at=NOW)
    silence = work.silences.open()[0]
    work.silences.begin(silence.id, NOW, by=None, name="root")
    work.silenced.gather(work.silences.get(silence.id))
    work.silences.ask(Whom.PERSON, person, by=None, name="root", notice=False, at=NOW)
