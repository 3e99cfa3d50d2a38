"""Answers and picks: the first answer counts, whoever presses how often."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from store.values import Attempt
from tests.store.world import MINUTE, NOW, Town


def test_the_first_answer_counts(here: Town) -> None:
    _, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        first = work.attempts.record(
            enrolment=enrolment.id, lesson=1, quiz="d01-q1", chosen=("A", "C"), right=True, at=NOW
        )
        again = work.attempts.record(
            enrolment=enrolment.id, lesson=1, quiz="d01-q1", chosen=("B",), right=False, at=NOW
        )
        assert first is not None
        assert again is None
        assert work.attempts.for_quiz(enrolment.id, "d01-q1") == first
        assert first.chosen == ("A", "C")
        assert work.attempts.for_quiz(enrolment.id, "d01-q2") is None


def test_of_two_presses_at_the_same_moment_one_counts(here: Town) -> None:
    _, enrolment = here.learner("hana")
    together = Barrier(2)

    def press(label: str) -> Attempt | None:
        together.wait()
        with here.database.begin(here.number) as work:
            return work.attempts.record(
                enrolment=enrolment.id, lesson=1, quiz="d01-q1", chosen=(label,), right=False, at=NOW
            )

    with ThreadPoolExecutor(2) as threads:
        pressed = list(threads.map(press, "AB"))
    (counted,) = (each for each in pressed if each)
    with here.database.read(here.number) as work:
        assert work.attempts.of(enrolment.id) == (counted,)


def test_answers_are_exported_with_whose_they_are(here: Town) -> None:
    _, hana = here.learner("hana")
    _, ken = here.learner("ken")
    with here.database.begin(here.number) as work:
        for enrolment, chosen in ((hana, ("A",)), (ken, ("B", "C"))):
            work.attempts.record(enrolment=enrolment.id, lesson=1, quiz="q", chosen=chosen, right=True, at=NOW)
        lines = list(work.attempts.export(here.cohort.id))
        assert [(line.cohort, line.enrolment, line.chosen) for line in lines] == [
            ("autumn", hana.id, ("A",)),
            ("autumn", ken.id, ("B", "C")),
        ]
        assert list(work.attempts.export()) == lines
        assert list(work.attempts.export(here.cohort.id + 1)) == []


def test_a_half_filled_choice_is_kept_until_it_is_handed_in(here: Town) -> None:
    _, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        assert work.picks.get(enrolment.id, "q") == ()
        work.picks.set(enrolment.id, "q", ("A",))
        work.picks.set(enrolment.id, "q", ("A", "C"))
        assert work.picks.get(enrolment.id, "q") == ("A", "C")
        work.picks.clear(enrolment.id, "q")
        assert work.picks.get(enrolment.id, "q") == ()


def test_a_lesson_is_given_and_finished_once(here: Town) -> None:
    _, enrolment = here.learner("hana")
    monday = NOW.date()
    with here.database.begin(here.number) as work:
        assert not work.taken.finish(enrolment.id, 1, monday, NOW)
        assert work.taken.deliver(enrolment.id, 1, monday, NOW)
        assert not work.taken.deliver(enrolment.id, 1, monday, NOW + MINUTE)
        assert work.taken.finish(enrolment.id, 1, monday, NOW + MINUTE)
        assert not work.taken.finish(enrolment.id, 1, monday, NOW + 2 * MINUTE)
        (lesson,) = work.taken.all(enrolment.id)
    assert (lesson.delivered_at, lesson.finished_day, lesson.finished_at) == (NOW, monday, NOW + MINUTE)
