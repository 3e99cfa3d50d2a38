"""What authors are told about the age of a course's facts."""

import json

from tests.bot.kotsu import Kotsu
from tests.lessons.bundles import LESSON, write
from tests.shelf import COURSES

AGING = str(COURSES / "aging")


def test_facts_are_listed_with_what_must_be_looked_at_first_on_top(kotsu: Kotsu) -> None:
    title, _, first, says, second, *_ = kotsu("course", "facts", AGING, "--on", "2026-09-10").said.splitlines()

    assert title == "古くなる話 2026.11, 2026-09-10: 2 facts, 1 past their review."
    assert first.split()[:6] == ["-2", "2026-09-08", "2026-01-31", "222", "share", "1,"]
    assert "2 (asked, not graded: g01-single, g01-multiple, g01-number, g02-short, g02-ordering)" in first
    assert says.strip() == "町の人の約8割が、ためしの札を持っている。"
    assert second.endswith("size   2 (asked: g02-truefalse)")


def test_only_the_stale_ones_and_for_programs(kotsu: Kotsu) -> None:
    assert "0 facts, 0 past" in kotsu("course", "facts", AGING, "--stale", "--on", "2026-09-08").said
    (course,) = json.loads(kotsu("course", "facts", AGING, "--stale", "--json", "--on", "2026-09-09").said)
    (fact,) = course["facts"]

    assert (course["course"], course["edition"], course["on"]) == ("aging", "2026.11", "2026-09-09")
    assert {key: fact[key] for key in ("id", "value", "as_of", "review_by", "left", "age", "stale", "lessons")} == {
        "id": "share",
        "value": "約8割",
        "as_of": "2026-01-31",
        "review_by": "2026-09-08",
        "left": -1,
        "age": 221,
        "stale": True,
        "lessons": [1, 2],
    }


def test_without_a_folder_it_is_the_courses_on_the_shelf(kotsu: Kotsu) -> None:
    (course,) = json.loads(kotsu("course", "facts", "--json").said)

    assert course["course"] == "jichitai-dx-kihon"
    assert [fact["review_by"] for fact in course["facts"]] == sorted(fact["review_by"] for fact in course["facts"])


def test_what_cannot_be_listed_is_said_in_plain_words(kotsu: Kotsu) -> None:
    broken = write(kotsu.folder / "broken", first=LESSON.replace("facts: [law]", "facts: [lwa]"))

    assert "There is no folder" in kotsu("course", "facts", "nowhere").sorry()
    assert "lessons/01.md:7: `lwa` is no fact here" in kotsu("course", "facts", str(broken)).sorry()
    assert kotsu("course", "facts", AGING, "--on", "tomorrow").status == 2
