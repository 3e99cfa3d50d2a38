"""A pass lets one person do one thing, for a short while; only its digest is kept."""

from datetime import timedelta

from messages.actions import Ask, ShowRecord, Write
from school import enrolling, passing
from school.passing import Gone, Visit
from tests.store.world import MINUTE, NOW, Town


def test_who_comes_with_it_is_let_in_until_its_time_is_over(here: Town) -> None:
    contact, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        for purpose, minutes in ((Write(enrolment.id, "q"), 30), (Ask(), 30), (ShowRecord(), 15)):
            secret = passing.give(work, contact.person, purpose, NOW)
            visit = passing.visit(work, secret, NOW + minutes * MINUTE - timedelta(seconds=1))
            assert isinstance(visit, Visit)
            assert (visit.person.id, visit.purpose) == (contact.person, purpose)
            assert passing.visit(work, secret, NOW + minutes * MINUTE) is Gone.EXPIRED


def test_no_two_secrets_are_alike_and_a_wrong_one_leads_nowhere(here: Town) -> None:
    contact, _ = here.learner("hana")
    with here.database.begin(here.number) as work:
        secrets = {passing.give(work, contact.person, Ask(), NOW) for _ in range(20)}
        assert len(secrets) == 20
        assert [passing.visit(work, each, NOW) for each in secrets].count(Gone.UNKNOWN) == 19, "the newest one only"
        for wrong in ("", "x", "\ud800", next(iter(secrets))[:-1], "あ" * 1000):
            assert passing.visit(work, wrong, NOW) is Gone.UNKNOWN


def test_a_newer_pass_for_something_else_leaves_the_first_alone(here: Town) -> None:
    contact, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        first = passing.give(work, contact.person, Write(enrolment.id, "q"), NOW)
        passing.give(work, contact.person, Write(enrolment.id, "q2"), NOW)
        passing.give(work, contact.person, ShowRecord(), NOW)
        assert isinstance(passing.visit(work, first, NOW), Visit)


def test_leaving_ends_every_pass(here: Town) -> None:
    contact, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        given = [passing.give(work, contact.person, each, NOW) for each in (Write(enrolment.id, "q"), Ask())]
        enrolling.leave(work, enrolment, NOW)
        assert [passing.visit(work, each, NOW) for each in given] == [Gone.UNKNOWN] * 2
        late = passing.give(work, contact.person, Write(enrolment.id, "q"), NOW)
        assert passing.visit(work, late, NOW) is Gone.EXPIRED, "there is nothing left to write to"
        record = passing.give(work, contact.person, ShowRecord(), NOW)
        assert isinstance(passing.visit(work, record, NOW), Visit), "the record can still be seen"
