"""Files and functions stay small enough to be understood at a glance."""

from statistics import median, quantiles

from tests.house.files import sources


def test_no_file_is_long_and_most_are_short() -> None:
    lines = [source.lines for source in sources()]

    assert [source.path for source in sources() if source.lines > 300] == []
    assert median(lines) <= 90
    assert quantiles(lines, n=20)[18] <= 200


def test_no_function_is_long_and_most_are_short() -> None:
    lengths = dict(function for source in sources() for function in source.functions)

    assert [place for place, length in lengths.items() if length > 50] == []
    assert median(lengths.values()) <= 8
    assert quantiles(lengths.values(), n=20)[18] <= 25


def test_no_test_file_is_long() -> None:
    assert [source.path for source in sources(tests=True) if source.lines > 300] == []
