"""What can wait is told with a lesson; where none is to come, in a letter of its own, and once."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from lessons.library import Library
from lessons.phrases import phrases
from messages.message import Heading
from school import delivery, news
from school.study import study_of
from store.values import Enrolment
from store.work import Work
from tests.shelf import FIRST_WEEK
from tests.store.world import NOW, Town

DAY = timedelta(days=1)
QUIZ = "d01-q1"


@dataclass(frozen=True, slots=True)
class Turned:
    """A learner who has had everything, and one of whose answers is right after all."""

    town: Town
    library: Library
    enrolment: Enrolment

    def told(self, days: int = 0) -> int:
        with self.town.database.begin(self.town.number) as work:
            return news.tell_waiting(work, self.library, NOW + days * DAY)


def regrade(work: Work, enrolment: Enrolment, *, right: bool) -> None:
    (attempt,) = work.attempts.of(enrolment.id)
    work.regrades.add(attempt, right=right, digest="d", at=NOW)
    work.enrolments.set_news(enrolment.id, waiting=True)


@pytest.fixture
def turned(here: Town) -> Turned:
    library = Library((replace(FIRST_WEEK.courses[0], id=here.cohort.course),))
    _, enrolment = here.learner("hana", next_at=None)
    with here.database.begin(here.number) as work:
        work.attempts.record(enrolment=enrolment.id, lesson=1, quiz=QUIZ, chosen=("A",), right=False, at=NOW)
        regrade(work, enrolment, right=True)
    return Turned(here, library, enrolment)


def test_who_awaits_no_lesson_is_told_once(turned: Turned) -> None:
    assert turned.told() == 1
    assert turned.told() == 0
    assert turned.told(days=1) == 0
    (letter,) = turned.town.ledger()
    assert letter == f"news:{turned.enrolment.id}:2026-09-07"


def test_a_day_that_brought_a_lesson_brings_nothing_more(turned: Turned) -> None:
    with turned.town.database.begin(turned.town.number) as work:
        work.taken.deliver(turned.enrolment.id, 1, NOW.date(), NOW)
    assert turned.told() == 0
    assert turned.told(days=1) == 1


def test_nobody_is_told_in_a_rest_or_on_a_day_off(turned: Turned) -> None:
    with turned.town.database.begin(turned.town.number) as work:
        work.leaves.add(turned.enrolment.id, NOW, NOW + DAY)
        work.enrolments.rest(turned.enrolment.id, NOW + DAY)
    assert turned.told() == 0
    assert turned.told(days=5) == 0, "a Saturday"
    with turned.town.database.begin(turned.town.number) as work:
        work.cohorts.add_pause(turned.town.cohort.id, NOW + DAY)
    assert turned.told(days=2) == 0
    with turned.town.database.begin(turned.town.number) as work:
        work.cohorts.end_pause(turned.town.cohort.id, NOW + 2 * DAY)
    assert turned.told(days=3) == 1


def test_who_awaits_a_lesson_was_silent_or_has_left_gets_no_letter(turned: Turned) -> None:
    with turned.town.database.begin(turned.town.number) as work:
        work.enrolments.move(turned.enrolment.id, NOW + DAY, 2)
    assert turned.told() == 0
    with turned.town.database.begin(turned.town.number) as work:
        work.enrolments.hush(turned.enrolment.id, NOW.date())
    assert turned.told() == 0
    with turned.town.database.begin(turned.town.number) as work:
        work.enrolments.leave(turned.enrolment.id)
    assert turned.told() == 0


def test_a_key_mended_there_and_back_is_told_to_nobody(turned: Turned) -> None:
    with turned.town.database.begin(turned.town.number) as work:
        regrade(work, turned.enrolment, right=False)
    assert turned.told() == 0
    assert not turned.town.ledger()


def test_what_a_letter_would_have_told_that_never_left_is_told_by_what_replaces_it(turned: Turned) -> None:
    say = phrases("ja")
    with turned.town.database.begin(turned.town.number) as work:
        work.enrolments.move(turned.enrolment.id, NOW, 1)
        assert delivery.deliver_due(work, turned.library, NOW) == 1
        (letter,) = work.outbox.ledger()
        study = study_of(work, work.enrolments.get(turned.enrolment.id), turned.library)
        lesson = study.course.lessons[0]
        instead = delivery.handed_over(work, study, lesson, say=say, at=NOW)
        once_more = delivery.handed_over(work, study, lesson, say=say, at=NOW)

    assert letter.key == f"lesson:{turned.enrolment.id}:1"
    assert [card[0] for card in instead] == [Heading(text=say("regraded.title"))]
    assert once_more == ()
