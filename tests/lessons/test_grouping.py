"""No figure tells of fewer than five people, and none can be reckoned from the others."""

from hypothesis import given
from hypothesis import strategies as st

from lessons.grouping import LEAST, Group, shown


def group(name: str, learners: int) -> Group:
    return Group(name, learners, learners, learners, learners)


def test_small_sections_are_shown_together_where_they_are_many_enough() -> None:
    seen = shown([group("総務課", 8), group("議会事務局", 3), group("会計課", 2)])
    assert [each.name for each in seen.groups] == ["総務課"]
    assert (seen.rest, seen.joined, seen.hidden) == (group("", 5), 2, 0)
    assert seen.total.learners == 13


def test_one_small_section_is_in_no_figure_not_even_in_the_sum() -> None:
    seen = shown([group("総務課", 8), group("会計課", 4), group("空席課", 0)])
    assert (seen.rest, seen.hidden, seen.total.learners) == (None, 1, 8)


@given(st.lists(st.integers(0, 12), max_size=9))
def test_nothing_small_is_ever_shown(sizes: list[int]) -> None:
    seen = shown([group(str(number), size) for number, size in enumerate(sizes)])
    figures = [*seen.groups, *([seen.rest] if seen.rest else [])]
    assert all(each.learners >= LEAST for each in figures)
    left = sum(sizes) - seen.total.learners
    assert left < LEAST
    assert (left == 0) == (seen.hidden == 0)
