"""What is owed to whom."""

from datetime import date

from tests.rehearsal.course import at, finish, joined


def test_a_lesson_is_due_each_working_day_at_ones_own_time() -> None:
    account = joined("9:15")

    assert account.next_turn == at(7, "9:15")
    assert account.turn(at(7, "9:14"), reachable=True) is None
    assert account.turn(at(7, "9:15"), reachable=True) == 1
    assert account.turn(at(7, "9:16"), reachable=True) is None
    finish(account, 1, at(7, "9:20"))
    assert account.turn(at(8, "9:15"), reachable=True) == 2


def test_over_the_weekend_nothing_is_due() -> None:
    account = joined()
    for day, number in ((7, 1), (8, 2), (9, 3), (11, 4)):
        assert account.turn(at(day, "8:40"), reachable=True) == number
        finish(account, number, at(day, "9:00"))

    assert account.next_turn == at(14, "8:40")
    assert account.turn(at(14, "8:40"), reachable=True) == 5
    assert account.next_turn is None, "the course has five lessons"


def test_with_two_unfinished_lessons_no_third_is_due_until_one_is_finished() -> None:
    account = joined()
    assert [account.turn(at(day, "8:40"), reachable=True) for day in (7, 8, 9)] == [1, 2, None]

    finish(account, 1, at(9, "12:30"))

    assert account.turn(at(9, "13:00"), reachable=True) is None, "the day's turn is over"
    assert account.turn(at(10, "8:40"), reachable=True) == 3


def test_who_joins_after_their_time_begins_the_next_day() -> None:
    assert joined("8:40", on=at(8, "10:00")).next_turn == at(9, "8:40")
    assert joined("13:00", on=at(8, "10:00")).next_turn == at(8, "13:00")


def test_who_comes_back_has_the_turn_that_was_missed_at_once_or_at_the_next_opening() -> None:
    account = joined()
    assert account.turn(at(7, "8:40"), reachable=False) is None
    assert account.turn(at(7, "14:00"), reachable=True) == 1

    account = joined()
    assert account.turn(at(7, "12:30"), reachable=True) is None, "lunch"
    assert account.next_turn == at(7, "13:00")

    account = joined()
    assert account.turn(at(7, "20:00"), reachable=True) is None
    assert account.next_turn == at(8, "8:40")


def test_who_asks_gets_the_next_lesson_but_no_third_on_a_day_and_none_ahead_of_the_cohort() -> None:
    account = joined(on=at(9, "10:00"))  # the third day
    assert account.asked(at(9, "10:05")) == 1
    assert account.asked(at(9, "10:06")) == 1, "still waiting: shown again"
    finish(account, 1, at(9, "10:10"))
    assert account.asked(at(9, "10:11")) == 2
    finish(account, 2, at(9, "10:15"))
    assert account.asked(at(9, "10:16")) is None, "two are enough for a day"
    assert account.turn(at(10, "8:40"), reachable=True) == 3

    account = joined()
    assert account.asked(at(4, "16:00")) is None, "not begun"
    assert account.asked(at(7, "7:00")) == 1
    assert account.turn(at(7, "8:40"), reachable=True) is None, "today's was taken already"
    finish(account, 1, at(7, "9:00"))
    assert account.asked(at(7, "9:01")) is None, "the second day is to come"


def test_only_the_first_answer_counts() -> None:
    account = joined()
    account.turn(at(7, "8:40"), reachable=True)

    assert account.answered("d01-q1", ("A",), at(7, "8:50"))
    assert not account.answered("d01-q1", ("B",), at(7, "8:51"))
    assert account.answers["d01-q1"][0] == ("A",)


def test_who_lets_three_working_days_go_by_is_asked_once_and_has_no_turn_until_a_deed() -> None:
    account = joined()
    account.heard(at(4, "15:00"))
    for day, number in ((7, 1), (8, 2), (9, None)):
        assert account.turn(at(day, "8:40"), reachable=True) == number

    assert account.turn(at(10, "8:40"), reachable=True) is None
    assert account.checks == [date(2026, 9, 10)]
    assert account.next_turn is None
    account.heard(at(10, "9:00"))
    assert account.next_turn == at(11, "8:40"), "not a second word on the same day"
    assert account.turn(at(11, "8:40"), reachable=True) is None, "two lessons wait"
    assert account.checks == [date(2026, 9, 10)]


def test_who_was_heard_in_time_is_not_asked() -> None:
    account = joined()
    account.heard(at(4, "15:00"))
    for day in (7, 8):
        account.turn(at(day, "8:40"), reachable=True)
    account.heard(at(8, "20:00"))

    for day in (9, 10, 11):
        account.turn(at(day, "8:40"), reachable=True)

    assert not account.checks
    assert account.turn(at(14, "8:40"), reachable=True) is None
    assert account.checks == [date(2026, 9, 14)]


def test_where_reminders_are_sent_an_untouched_lesson_is_recalled_once() -> None:
    account = joined(place="Slack")
    account.turn(at(7, "8:40"), reachable=True)
    account.turn(at(7, "14:59"), reachable=True)
    assert not account.nudges
    account.turn(at(7, "15:00"), reachable=True)
    assert account.nudges == {1: at(7, "15:00")}

    account.turn(at(8, "8:40"), reachable=True)
    account.answered("d01-q1", ("A",), at(8, "9:00"))
    account.turn(at(8, "15:00"), reachable=True)
    assert account.nudges == {1: at(7, "15:00")}, "something was answered that day"


def test_late_lessons_are_recalled_two_hours_later_or_never() -> None:
    account = joined("15:00", place="Slack")
    account.turn(at(7, "15:00"), reachable=True)
    account.turn(at(7, "17:00"), reachable=True)
    assert account.nudges == {1: at(7, "17:00")}

    account = joined("16:00", place="Slack")
    for clock in ("16:00", "18:00"):
        account.turn(at(7, clock), reachable=True)
    account.turn(at(8, "9:00"), reachable=True)
    assert not account.nudges


def test_who_is_on_leave_is_owed_nothing_until_it_is_over() -> None:
    account = joined()
    account.rest(date(2026, 9, 8), at(7, "8:00"))

    assert account.away(at(8, "17:00"))
    assert account.asked(at(7, "9:00")) is None
    assert account.turn(at(8, "8:40"), reachable=True) is None
    assert not account.away(at(9, "0:00"))
    assert account.turn(at(9, "8:40"), reachable=True) == 1


def test_who_comes_back_early_has_a_turn_that_day_if_it_is_still_to_come() -> None:
    for back, turn in (("8:00", at(8, "8:40")), ("10:00", at(9, "8:40")), ("12:30", at(8, "13:00"))):
        account = joined()
        account.rest(date(2026, 9, 11), at(7, "8:00"))
        account.back(at(8, back))
        assert account.next_turn == turn


def test_days_of_a_leave_are_no_silence() -> None:
    account = joined()
    account.heard(at(7, "8:00"))
    assert account.turn(at(7, "8:40"), reachable=True) == 1
    account.rest(date(2026, 9, 10), at(7, "18:00"))

    assert account.turn(at(11, "8:40"), reachable=True) == 2
    assert account.checks == []


def test_lessons_are_recalled_only_while_slack_is_the_preferred_place() -> None:
    for place, recalled in (("Slack", {1}), ("LINE", set())):
        account = joined(place="Slack")
        account.heard(at(7, "8:00"))
        account.turn(at(7, "8:40"), reachable=True)
        account.prefer(place)
        account.turn(at(7, "15:00"), reachable=True)
        assert account.nudges.keys() == recalled


def test_a_silence_of_the_office_takes_turns_and_moves_the_cohort() -> None:
    account = joined()
    assert account.turn(at(7, "8:40"), reachable=True) == 1
    finish(account, 1, at(7, "9:00"))
    account.pause(at(7, "16:20"))
    assert account.next_turn is None
    assert not account.is_open(at(8, "9:00"))
    assert account.asked(at(8, "9:00")) is None
    account.go_on(at(9, "10:05"))
    assert account.is_open(at(9, "10:06")), "the day is lost for lessons, not for a word of the office"
    assert account.next_turn == at(10, "8:40")
    assert account.turn(at(10, "8:40"), reachable=True) == 2, "two working days later than planned, and one only"
    finish(account, 2, at(10, "9:00"))
    assert account.asked(at(10, "9:10")) is None, "the cohort has moved, too"
