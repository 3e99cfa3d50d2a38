"""Sittings and what was answered in them: once each, found when due, and enough to reckon gains from."""

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

import pytest

from lessons.assessment import KnowledgeForm, Occasion
from lessons.measuring import gain, kr20
from store.sittings import Sitting
from store.work import Work
from tests.store.world import MINUTE, NOW, Town

ITEMS = 4


def test_an_occasion_comes_once_and_an_answer_counts_once(here: Town) -> None:
    _, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        assert work.sittings.open(enrolment.id, Occasion.BEFORE, KnowledgeForm.A, NOW)
        assert not work.sittings.open(enrolment.id, Occasion.BEFORE, KnowledgeForm.B, NOW + MINUTE)
        (sitting,) = work.sittings.of(enrolment.id)
        assert (sitting.form, sitting.opened_at) == (KnowledgeForm.A, NOW)
        assert work.responses.add(sitting.id, "s1", ("3",), right=None, at=NOW)
        assert not work.responses.add(sitting.id, "s1", ("5",), right=None, at=NOW)
        assert [each.chosen for each in work.responses.of(sitting.id)] == [("3",)]
        assert [work.sittings.recall(sitting.id, NOW) for _ in range(2)] == [True, False]
        assert [work.sittings.finish(sitting.id, NOW) for _ in range(2)] == [True, False]
        assert work.sittings.counts(here.cohort.id) == {Occasion.BEFORE: (1, 1)}


def test_what_is_planned_is_found_when_it_is_due_and_by_one_scheduler_only(here: Town) -> None:
    _, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        work.sittings.plan(enrolment.id, Occasion.QUARTER, KnowledgeForm.A, NOW + MINUTE)
        assert not work.sittings.due(NOW, 10)
    with here.database.root() as root:
        assert root.organisations.asked(NOW) == ()
        assert root.organisations.asked(NOW + MINUTE) == (here.number,)

    def begin() -> int:
        with here.database.begin(here.number) as work:
            found = work.sittings.due(NOW + MINUTE, 10)
            for each in found:
                work.sittings.begin(each.id, NOW)
            return len(found)

    with ThreadPoolExecutor(2) as schedulers:
        assert sum(schedulers.map(lambda _: begin(), range(2))) == 1


def test_who_left_is_not_found(here: Town) -> None:
    _, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        work.sittings.plan(enrolment.id, Occasion.QUARTER, KnowledgeForm.A, NOW)
        work.enrolments.leave(enrolment.id)
        assert not work.sittings.due(NOW + MINUTE, 10)


def test_gain_and_reliability_can_be_reckoned_from_what_is_stored(here: Town) -> None:
    """Six people know 1, 1, 2, 2, 3, 3 of four things before, and one more each after."""
    for number in range(6):
        _, enrolment = here.learner(f"person {number}")
        with here.database.begin(here.number) as work:
            for occasion, knows in ((Occasion.BEFORE, number // 2 + 1), (Occasion.AFTER, number // 2 + 2)):
                work.sittings.open(enrolment.id, occasion, KnowledgeForm.A, NOW)
                _answer(work, work.sittings.of(enrolment.id)[-1], knows)
    forms: dict[tuple[int, Occasion], dict[str, bool]] = defaultdict(dict)
    with here.database.read(here.number) as work:
        for each in work.responses.export(here.cohort.id):
            forms[each.person, each.occasion][each.item] = bool(each.right)
    people = sorted({person for person, _ in forms})
    shares = [[sum(forms[who, when].values()) / ITEMS for when in (Occasion.BEFORE, Occasion.AFTER)] for who in people]
    found = gain([(before, after) for before, after in shares])
    assert found is not None
    assert (found.people, found.low, found.high) == (6, found.mean, found.mean), "everybody gained the same"
    assert [found.before, found.after, found.normalised] == pytest.approx([0.5, 0.75, 0.5])
    # before: facilities 1, 2/3, 1/3, 0; variances 0 + 2/9 + 2/9 + 0; totals 1 1 2 2 3 3 with variance 2/3
    assert kr20([forms[who, Occasion.BEFORE] for who in people]) == pytest.approx(4 / 3 * (1 - (4 / 9) / (2 / 3)))


def _answer(work: Work, sitting: Sitting, knows: int) -> None:
    for item in range(ITEMS):
        work.responses.add(sitting.id, f"a-{item}", ("A",), right=item < knows, at=NOW)
