"""Four lessons of five, and a proposal or the final form."""

import pytest

from lessons.certificate import certificate


@pytest.mark.parametrize(
    ("finished", "of", "last_words", "lessons", "earned"),
    [
        (40, 40, "form", 0, True),
        (32, 40, "form", 0, True),
        (32, 40, "proposal", 0, True),
        (31, 40, "proposal and form", 1, False),
        (40, 40, "", 0, False),
        (0, 40, "", 32, False),
        (2, 3, "form", 1, False),
        (3, 3, "form", 0, True),
    ],
)
def test_the_rule(finished: int, of: int, last_words: str, lessons: int, *, earned: bool) -> None:
    found = certificate(finished=finished, of=of, proposal="proposal" in last_words, final_form="form" in last_words)
    assert (found.lessons, found.earned) == (lessons, earned)
