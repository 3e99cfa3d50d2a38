"""What lies ahead, at one look."""

from lessons.assessment import KnowledgeForm, Occasion
from messages.letter import State
from store.ahead import Ahead
from tests.store.world import MINUTE, NOW, Town


def _ahead(here: Town) -> Ahead:
    with here.database.root() as root:
        return root.ahead(NOW)


def test_nothing_lies_ahead_of_an_empty_town(here: Town) -> None:
    assert _ahead(here) == Ahead(turns=(), nudges=(), sittings=(), leaves=None, many=(), carried=0, late=0, waiting=0)


def test_turns_nudges_and_letters_lie_ahead(here: Town) -> None:
    contact, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        work.enrolments.move(enrolment.id, NOW + 2 * MINUTE, 1)
        work.enrolments.remind(enrolment.id, NOW + 3 * MINUTE)
        work.sittings.plan(enrolment.id, Occasion.QUARTER, KnowledgeForm.A, NOW + 4 * MINUTE)
    here.post(here.letter("carried", "ken"))
    assert here.claim()[0].parcel.letter.key == "carried"
    here.post(here.letter("waits", contact.external, due=NOW + MINUTE))
    seen = _ahead(here)
    assert seen == Ahead(
        turns=(NOW + 2 * MINUTE,),
        nudges=(NOW + 3 * MINUTE,),
        sittings=(NOW + 4 * MINUTE,),
        leaves=NOW + MINUTE,
        many=(),
        carried=1,
        late=0,
        waiting=1,
    )
    assert here.ledger()["waits"].state is State.WAITING
