"""Every promise that is broken is noticed, and nothing else."""

from datetime import date, datetime

from bot.rehearsal.sight import Offer, Sight
from bot.rehearsal.witness import Witness
from messages.actions import Choose
from tests.rehearsal.course import COURSE, at, finish, joined, witness

QUIZ = COURSE.lessons[0].quizzes[0]
RIGHT = f"✔ 正解です。\n{QUIZ.right[0].why}"


def card(number: int, moment: datetime, *, pushed: bool = True, letter: str = "", changed: bool = False) -> Sight:
    return Sight(moment, f"第1週\n{number}日目/5", (), pushed, letter, changed)


def due_on_monday(*, calm: bool = True) -> Witness:
    account = joined()
    account.turn(at(7, "8:40"), reachable=True)
    return witness(account, calm=calm)


def told(someone: Witness) -> list[str]:
    return [breach.what for breach in someone.breaches]


def test_what_came_as_owed_is_no_breach() -> None:
    someone = due_on_monday()
    someone.sees(card(1, at(7, "8:40")), at(7, "8:40"))
    someone.sees(card(1, at(7, "8:40"), changed=True), at(7, "9:00"))
    someone.account.answered(QUIZ.id, ("B",), at(7, "9:00"))
    someone.sees(Sight(at(7, "9:00"), RIGHT, (), pushed=False), at(7, "9:00"))
    someone.closes(at(7, "23:00"))

    assert told(someone) == []


def test_a_lesson_that_never_came_is_lost() -> None:
    someone = due_on_monday()
    someone.closes(at(7, "23:00"))

    assert told(someone) == ["lost"]
    assert someone.lost() == {1}


def test_a_lesson_that_comes_twice_is_a_duplicate_unless_it_was_asked_for() -> None:
    someone = due_on_monday()
    someone.sees(card(1, at(7, "8:40")), at(7, "8:40"))
    someone.asked(someone.account.asked(at(7, "9:00")))
    someone.sees(card(1, at(7, "9:00"), pushed=False), at(7, "9:00"))
    assert told(someone) == []

    someone.sees(card(1, at(7, "9:01"), pushed=False), at(7, "9:01"))

    assert someone.duplicates == 1
    assert "lesson_twice" in told(someone)


def test_the_same_letter_twice_is_a_duplicate_in_slack() -> None:
    someone = due_on_monday()
    for _ in range(2):
        someone.sees(Sight(at(7, "9:00"), "こちらこそ", (), None, "one letter"), at(7, "9:00"))

    assert told(someone) == ["letter_twice"]


def test_a_lesson_outside_the_hours_or_before_its_turn_is_noticed() -> None:
    someone = due_on_monday(calm=False)
    someone.sees(card(1, at(7, "18:00")), at(7, "18:00"))
    assert told(someone) == ["outside_hours"]

    someone.sees(card(2, at(8, "8:40")), at(8, "8:40"))
    assert told(someone) == ["outside_hours", "not_due"]


def test_in_fair_weather_a_lesson_that_is_late_is_noticed_and_in_foul_weather_not() -> None:
    for calm, noticed in ((True, ["late"]), (False, [])):
        someone = due_on_monday(calm=calm)
        someone.sees(card(1, at(7, "8:41")), at(7, "8:41"))
        assert told(someone) == noticed


def test_lessons_out_of_order_are_noticed() -> None:
    someone = due_on_monday(calm=False)
    finish(someone.account, 1, at(7, "9:00"))
    someone.account.turn(at(8, "8:40"), reachable=True)
    someone.sees(card(2, at(8, "8:40")), at(8, "8:40"))
    someone.sees(card(1, at(8, "8:41")), at(8, "8:41"))

    assert told(someone) == ["order"]


def test_a_verdict_must_come_once_and_be_that_of_the_first_answer() -> None:
    someone = due_on_monday()
    someone.account.answered(QUIZ.id, ("A",), at(7, "9:00"))
    someone.sees(Sight(at(7, "9:00"), RIGHT, (), pushed=False), at(7, "9:00"))
    someone.sees(
        Sight(at(7, "9:01"), f"▲ おしい。正解は B です。\n{QUIZ.right[0].why}", (), pushed=False), at(7, "9:01")
    )

    assert told(someone) == ["wrong_verdict", "verdict_twice"]


def test_a_question_that_is_asked_again_was_forgotten() -> None:
    someone = due_on_monday()
    someone.account.answered(QUIZ.id, ("B",), at(7, "9:00"))
    offers = (Offer(Choose(1, QUIZ.id, "A"), {}),)
    someone.sees(Sight(at(7, "9:00"), "問1/2", offers, pushed=False), at(7, "9:00"))
    assert told(someone) == [], "it stood there already"

    someone.sees(Sight(at(7, "9:05"), "問1/2", offers, pushed=False), at(7, "9:05"))

    assert told(someone) == ["forgotten"]


def test_what_was_under_way_when_somebody_went_out_of_reach_is_not_lost() -> None:
    someone = due_on_monday(calm=False)
    someone.away()
    someone.closes(at(7, "23:00"))

    assert told(someone) == []


def test_what_comes_unasked_during_a_leave_or_to_the_wrong_place_is_noticed() -> None:
    someone = due_on_monday(calm=False)
    someone.account.rest(date(2026, 9, 9), at(7, "8:41"))
    someone.sees(card(1, at(8, "9:00")), at(8, "9:00"))
    assert told(someone) == ["disturbed"]
    assert someone.outside_hours == 1

    someone = due_on_monday()
    someone.account.prefer("Slack")
    someone.sees(card(1, at(7, "8:40")), at(7, "8:40"))
    assert told(someone) == ["wrong_place"]
