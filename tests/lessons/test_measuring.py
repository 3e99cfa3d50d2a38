"""Figures held against tables that were reckoned by hand."""

import pytest

from lessons.measuring import LEAST, alpha, gain, graded_twice, items, kr20, student

# before, after of five people: gains 0.2 0.4 0.0 0.2 0.2, mean 0.2, standard deviation sqrt(0.08 / 4) = 0.141421
PAIRS = [(0.4, 0.6), (0.2, 0.6), (0.6, 0.6), (0.4, 0.6), (0.4, 0.6)]

# six people, four items; totals 4 3 2 2 1 0
FORMS = [
    {"a": True, "b": True, "c": True, "d": True},
    {"a": True, "b": True, "c": True, "d": False},
    {"a": True, "b": True, "c": False, "d": False},
    {"a": True, "b": False, "c": True, "d": False},
    {"a": True, "b": False, "c": False, "d": False},
    {"a": False, "b": False, "c": False, "d": False},
]


def test_the_gain_of_averages_with_its_interval() -> None:
    found = gain(PAIRS)
    assert found is not None
    assert [found.people, found.before, found.after] == pytest.approx([5, 0.4, 0.6])
    assert found.mean == pytest.approx(0.2)
    half = 2.776 * 0.141421 / 5**0.5
    assert [found.low, found.high] == pytest.approx([0.2 - half, 0.2 + half], abs=1e-4)


def test_the_normalised_gain_is_the_share_of_what_could_be_gained() -> None:
    found = gain(PAIRS)
    assert found is not None
    assert found.normalised == pytest.approx(0.2 / 0.6)
    on_five = gain([(early * 4 + 1, late * 4 + 1) for early, late in PAIRS], most=5, least=1)
    assert on_five is not None
    assert on_five.normalised == pytest.approx(0.2 / 0.6)
    perfect = gain([(1.0, 1.0)] * 5)
    assert perfect is not None
    assert perfect.normalised is None


def test_fewer_than_five_people_are_never_told() -> None:
    assert LEAST == 5
    assert gain(PAIRS[:4]) is None
    assert items(FORMS[:4]) == {}
    assert kr20(FORMS[:4]) is None


def test_students_t_beyond_its_table() -> None:
    assert student(1) == 12.706
    assert student(30) == 2.042
    assert student(40) == pytest.approx(2.0211, abs=1e-3)
    assert student(120) == pytest.approx(1.9799, abs=1e-3)


def test_facility_and_discrimination() -> None:
    found = items(FORMS)
    assert found["a"].facility == pytest.approx(5 / 6)
    assert found["d"].facility == pytest.approx(1 / 6)
    # b against a + c + d: rest 3 2 1 2 1 0, means 0.5 and 1.5, joint mean 1.0, spreads 0.5 and sqrt(11/12)
    assert found["b"].discrimination == pytest.approx((1.0 - 0.75) / (0.5 * (11 / 12) ** 0.5))
    assert found["b"].people == 6


def test_an_item_that_all_have_right_tells_nobody_apart() -> None:
    assert items([{"a": True, "b": each % 2 == 0} for each in range(6)])["a"].discrimination is None


def test_kr20_and_alpha_are_the_same_where_all_is_right_or_wrong() -> None:
    # variances 5/36 + 1/4 + 1/4 + 5/36 = 7/9; totals have mean 2 and variance 10/6
    by_hand = 4 / 3 * (1 - (7 / 9) / (10 / 6))
    assert kr20(FORMS) == pytest.approx(by_hand)
    assert alpha([[float(each) for each in form.values()] for form in FORMS]) == pytest.approx(by_hand)


def test_alpha_of_ratings() -> None:
    rows = [(1, 2), (2, 2), (3, 4), (4, 4), (5, 5)]
    # variances 2 and 1.44; totals 3 4 7 8 10 with variance 6.64
    assert alpha(rows) == pytest.approx(2 * (1 - 3.44 / 6.64))
    assert alpha([(3, 3)] * 5) is None
    assert alpha([(each,) for each in range(5)]) is None


def test_a_topic_that_was_graded_only_once_says_nothing_about_a_change() -> None:
    twins = (("a-1", "b-1"), ("a-2", "b-2"), ("a-3", "b-3"))
    before = {"b-1": False, "b-2": True, "b-3": True}
    after = {"a-1": True, "a-2": None, "s1": None}
    assert graded_twice(before, after, twins) == ((False, True),)
    assert graded_twice(after, before, twins) == ((True, False),), "whichever form came first"
