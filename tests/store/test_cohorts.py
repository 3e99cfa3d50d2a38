"""Cohorts: joining, pausing, leaving, and what that does to the letters."""

from datetime import time, timedelta

import pytest

from lessons.hours import Pause
from messages.letter import State
from store.errors import AlreadyExists
from store.values import EnrolmentState
from tests.store.world import MINUTE, MORNING, NOW, Town, town


def test_a_cohort_is_found_by_its_code_and_a_code_is_given_once(here: Town) -> None:
    with here.database.begin(here.number) as work:
        assert work.cohorts.by_code("ABC234") == here.cohort
        assert work.cohorts.by_code("ABC235") is None
        assert work.cohorts.all() == (here.cohort,)
    with pytest.raises(AlreadyExists):
        town(here.database, "another town", code="ABC234")
    town(here.database, "another town", code="XYZ789")
    with here.database.root() as root:
        assert root.cohorts.codes()["ABC234"] == here.number


def test_a_taken_code_leaves_the_transaction_usable(here: Town) -> None:
    cohort = here.cohort
    with here.database.begin(here.number) as work:
        for code in ("ABC234", "NEW234"):
            try:
                work.cohorts.create(
                    name="second",
                    course=cohort.course,
                    edition=cohort.edition,
                    code=code,
                    starts_on=cohort.starts_on,
                    delivery_time=MORNING,
                    at=NOW,
                )
            except AlreadyExists:
                assert code == "ABC234"
        assert [each.code for each in work.cohorts.all()] == ["ABC234", "NEW234"]


def test_pauses_are_remembered(here: Town) -> None:
    with here.database.begin(here.number) as work:
        assert not work.cohorts.end_pause(here.cohort.id, NOW)
        assert work.cohorts.add_pause(here.cohort.id, NOW)
        assert not work.cohorts.add_pause(here.cohort.id, NOW + MINUTE)
        assert work.cohorts.get(here.cohort.id).paused
        assert work.cohorts.end_pause(here.cohort.id, NOW + MINUTE)
        assert work.cohorts.add_pause(here.cohort.id, NOW + 2 * MINUTE)
        cohort = work.cohorts.get(here.cohort.id)
    assert cohort.pauses == (Pause(NOW, NOW + MINUTE), Pause(NOW + 2 * MINUTE, None))


def test_due_are_those_whose_time_has_come_in_order(here: Town) -> None:
    _, later = here.learner("later", next_at=NOW + MINUTE)
    _, first = here.learner("first", next_at=NOW - MINUTE)
    here.learner("tomorrow", next_at=NOW + timedelta(days=1))
    here.learner("never", next_at=None)
    with here.database.begin(here.number) as work:
        assert work.enrolments.due(NOW + MINUTE, 10) == (first, later)
        assert work.enrolments.due(NOW + MINUTE, 1) == (first,)
    with here.database.root() as root:
        assert root.organisations.due(NOW) == (here.number,)
        assert root.organisations.due(NOW - 2 * MINUTE) == ()


def test_nobody_is_due_who_is_not_reached_or_rests_or_is_done(here: Town) -> None:
    blocked, _ = here.learner("blocked")
    _, left = here.learner("left")
    _, finished = here.learner("finished")
    _, active = here.learner("active")
    with here.database.begin(here.number) as work:
        work.contacts.set_reachable(blocked.id, reachable=False)
        work.enrolments.leave(left.id)
        work.enrolments.finish(finished.id)
        assert work.enrolments.due(NOW, 10) == (active,)
        assert work.cohorts.counts(here.cohort.id) == {
            EnrolmentState.ACTIVE: 2,
            EnrolmentState.LEFT: 1,
            EnrolmentState.FINISHED: 1,
        }
        work.cohorts.add_pause(here.cohort.id, NOW)
        assert work.enrolments.due(NOW, 10) == ()


def test_another_worker_passes_over_enrolments_that_are_being_served(here: Town, kind: str) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        assert len(work.enrolments.due(NOW, 10)) == 1
        if kind == "postgresql":  # where there are workers beside each other
            with here.database.begin(here.number) as beside:
                assert beside.enrolments.due(NOW, 10) == ()


def test_an_enrolment_moves_on(here: Town) -> None:
    _, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        assert work.enrolments.move(enrolment.id, NOW + MINUTE, 2)
        assert work.enrolments.set_time(enrolment.id, time(16, 5), NOW + 2 * MINUTE)
        moved = work.enrolments.get(enrolment.id)
        assert (moved.next_lesson, moved.delivery_time, moved.next_at) == (2, time(16, 5), NOW + 2 * MINUTE)
        assert work.enrolments.of_person(enrolment.person) == (moved,)
        assert work.enrolments.in_cohort(here.cohort.id) == (moved,)


def test_who_left_comes_back_to_where_they_were(here: Town) -> None:
    contact, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        work.enrolments.move(enrolment.id, NOW, 7)
        work.enrolments.leave(enrolment.id)
        assert work.enrolments.of_person(enrolment.person) == ()
        back = work.enrolments.join(
            cohort=here.cohort.id, person=enrolment.person, contact=contact.id, delivery_time=time(9), at=NOW
        )
        assert (back.id, back.state, back.next_lesson) == (enrolment.id, EnrolmentState.ACTIVE, 7)
        assert back.delivery_time == time(9)
        again = work.enrolments.join(
            cohort=here.cohort.id, person=enrolment.person, contact=contact.id, delivery_time=MORNING, at=NOW
        )
        assert again == back


def test_a_pause_holds_what_nobody_asked_for_and_lets_replies_go(here: Town) -> None:
    _, enrolment = here.learner("hana")
    here.learner("ken")
    here.post(here.letter("lesson", "hana", enrolment=enrolment.id), here.letter("reply", "ken"))
    with here.database.begin(here.number) as work:
        assert work.outbox.hold(here.cohort.id) == 1
        assert work.outbox.held(here.cohort.id) == {enrolment.id: True}
    assert here.keys() == ["reply"]
    with here.database.begin(here.number) as work:
        assert work.outbox.release(here.cohort.id, NOW + MINUTE, NOW + 2 * MINUTE, enrolment=enrolment.id) == 1
        assert work.outbox.release(here.cohort.id, NOW + MINUTE) == 0
    assert here.keys(NOW) == []
    assert here.keys(NOW + MINUTE) == ["lesson"]


def test_a_letter_that_comes_back_undelivered_in_a_pause_is_held(here: Town) -> None:
    _, enrolment = here.learner("hana")
    here.post(here.letter("lesson", "hana", enrolment=enrolment.id))
    (claimed,) = here.claim()
    with here.database.begin(here.number) as work:
        work.cohorts.add_pause(here.cohort.id, NOW)
        assert work.outbox.hold(here.cohort.id) == 0
    with here.database.root() as root:
        root.outbox.later(claimed.id, next_try=NOW, doubtful=True, reason="timeout")
    assert here.ledger()["lesson"].state is State.HELD
    assert here.keys() == []


def test_who_leaves_gets_nothing_more(here: Town) -> None:
    _, enrolment = here.learner("hana")
    here.post(here.letter("on its way", "hana", enrolment=enrolment.id))
    (claimed,) = here.claim()
    here.post(here.letter("next", "hana", enrolment=enrolment.id), here.letter("goodbye", "hana"))
    with here.database.begin(here.number) as work:
        work.enrolments.leave(enrolment.id)
        assert work.outbox.cancel(enrolment.id, NOW) == 1
    with here.database.root() as root:
        root.outbox.later(claimed.id, next_try=NOW, doubtful=False, reason="busy")
    assert here.keys() == ["goodbye"]
    assert {here.ledger()[key].state for key in ("on its way", "next")} == {State.CANCELLED}
