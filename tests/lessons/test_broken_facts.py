"""Facts stand in one place: what texts make of them, and one mistake at a time and where it is said to be."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from lessons.facts import cited
from lessons.library import load, read
from tests.lessons.bundles import FACTS, LESSON, MANIFEST, write
from tests.lessons.test_readings import READING, TITLES

SHARE: Final = """\
  - id: share
    says: 81.2 of 100 have a card.
    value: 約8割
    readings: {en: about 8 in 10}
    source: law
    edition: 2026年1月末
    as_of: 2026-01-31
    review_by: 2027-01-31
    scored: false
"""
SHARED: Final = FACTS + SHARE
STATING: Final = LESSON.replace("ひとつめの段落。", "保有は{share}です({share.as_of}時点)。").replace(
    "みんなの例。", '"{share}の人が持っています。"'
)
STATING_IN_ENGLISH: Final = READING.replace("The first paragraph.", "{share} have one, as of {share.as_of}.")
IN_THE_FACTS = {
    "no source": (FACTS[: FACTS.index("facts:")], "", 1, "no `sources`"),
    "a source that is text": ("  - id: law\n    title", "  - law\n  - id: law\n    title", 2, "the source has no keys"),
    "a source twice": ("facts:", FACTS[FACTS.index("  - id") : FACTS.index("facts:")] + "facts:", 7, "`law` is there"),
    "a source without a fact": ("id: law\n    title", "id: lwa\n    title", 2, "no fact comes from the source `lwa`"),
    "an unknown source": ("source: law", "source: lwa", 10, "`lwa` is none of the sources"),
    "an address of another kind": ("https://example.com/law", "ftp://example.com/law", 5, "no web address"),
    "an address that is a script": ("https://example.com/law", "javascript:alert(1)", 5, "no web address"),
    "an address without a host": ("https://example.com/law", "https:///law", 5, "no web address"),
    "an address with a bad host": ("https://example.com/law", '"https://[law"', 5, "no web address"),
    "an address not encoded": ("https://example.com/law", "https://example.com/法律", 5, "no web address"),
    "an address with a space": ("https://example.com/law", "https://example.com/the law", 5, "no web address"),
    "a key of a lesson": ("says: 法律がある。", "text: 法律がある。", 9, "unknown key `text`"),
    "nothing said": ("    says: 法律がある。\n", "", 8, "the fact has no `says`"),
    "an edition that YAML takes for a date": ("edition: 2021年版", "edition: 2021-04-30", 11, "read as a date"),
    "a date that is none": ("as_of: 2021-04-30", "as_of: 2021-02-30", 12, "no date of the calendar"),
    "a date in other words": ("as_of: 2021-04-30", "as_of: 令和3年4月", 12, "`as_of` is no date"),
    "a date too short": ("as_of: 2021-04-30", "as_of: 2021-4-3", 12, "`as_of` is no date"),
    "a date without a value": ("as_of: 2021-04-30", "as_of:", 12, "`as_of` is no date"),
    "a review before the fact": ("review_by: 2027-03-31", "review_by: 2021-04-29", 13, "is before `as_of`"),
    "a fact twice": (SHARE, SHARE + SHARE, 23, "the id `share` is taken"),
    "a fact that nothing states": (SHARE, SHARE + SHARE.replace("id: share", "id: spare"), 23, "nothing states"),
    "a value that is empty": ("value: 約8割", "value:", 16, "`value` is empty"),
    "a value that YAML takes for a number": ("value: 約8割", "value: 81.2", 16, "read as a number"),
    "a value too long": ("約8割", "割" * 61, 16, "61 characters long"),
    "readings of no value": ("    value: 約8割\n", "", 16, "nothing to read in other languages"),
    "a reading in no language": ("{en:", "{enn:", 17, "did you mean `en`?"),
    "a word where true or false belongs": ("scored: false", "scored: いいえ", 22, "neither true nor false"),
}
IN_A_LESSON = {
    "an unknown fact in a text": (
        "保有は{share}",
        "保有は{shares}",
        35,
        "`shares` is no fact here: did you mean `share`?",
    ),
    "an unknown fact in the list": (
        "facts: [law]",
        "facts: [law, lwa]",
        7,
        "`lwa` is no fact here: did you mean `law`?",
    ),
    "an unknown fact of a question": ("fact: law", "fact: lwa", 14, "`lwa` is no fact here"),
    "a fact listed twice": ("facts: [law]", "facts: [law, law]", 7, "`facts` names `law` twice"),
    "sources as they once were": ("facts: [law]", "sources: [law]", 7, "unknown key `sources`"),
    "a fact without a value": ("保有は{share}", "保有は{law}", 35, "the fact `law` has no value"),
    "a brace that opens": ("です({share", "です{({share", 35, "there is a stray `{`"),
    "a brace that closes": ("時点)。", "時点)}。", 35, "there is a stray `}`"),
    "a wide brace": ("保有は{share}", "保有は｛share｝", 35, "there is a stray `｛share｝`"),
    "a brace in the third line of a text": ("です({share", "です。\n二行。\n三{行({share", 37, "there is a stray `{`"),
    "a space in the braces": ("保有は{share}", "保有は{ share }", 35, "there is a stray `{`"),
    "a question about what is not to be asked": ("fact: law", "fact: share", 14, "not to be asked about"),
    "a text too long with its value": ("保有は{share}", "保" * 184 + "{share}", 35, "201 characters long"),
    "a value that YAML takes for keys": ('"{share}の人', "{share}の人", 9, "not YAML"),
}


def said(folder: Path) -> list[tuple[str, int, str]]:
    bundle = read(folder)
    assert bundle.course is None
    return [(each.file, each.line, f"{each.what}: {each.why}") for each in bundle.problems]


def stating(folder: Path, *, facts: str = SHARED, first: str = STATING) -> Path:
    return write(folder, facts=facts, first=first)


def test_a_text_has_the_value_and_the_month_of_the_fact_it_names(tmp_path: Path) -> None:
    first, second = load(stating(tmp_path / "c")).lessons
    assert first.paragraphs == ("保有は約8割です(2026年1月時点)。",)
    assert first.section("tax") == "約8割の人が持っています。"
    assert [fact.id for fact in first.facts] == ["law", "share"]
    assert [fact.id for fact in second.facts] == ["law"]
    assert first.quizzes[0].fact == first.facts[0]


def test_one_change_changes_every_text(tmp_path: Path) -> None:
    newer = SHARED.replace("約8割", "約9割").replace("as_of: 2026-01-31", "as_of: 2026-10-31")
    first = load(stating(tmp_path / "c", facts=newer)).lessons[0]
    assert first.paragraphs == ("保有は約9割です(2026年10月時点)。",)
    assert first.section("tax") == "約9割の人が持っています。"


def test_a_reading_has_the_value_in_its_own_language(tmp_path: Path) -> None:
    folder = write(tmp_path / "c", manifest=MANIFEST.rstrip("\n") + "\n" + TITLES, facts=SHARED, first=STATING)
    (folder / "lessons" / "01.en.md").write_text(STATING_IN_ENGLISH, encoding="utf-8")
    assert load(folder).spoken("en").lessons[0].paragraphs == ("about 8 in 10 have one, as of 2026-01.",)


def test_a_reading_states_only_what_its_lesson_states(tmp_path: Path) -> None:
    second = LESSON.replace("d01", "d02").replace("facts: [law]", "facts: [law, share]")
    folder = write(tmp_path / "c", manifest=MANIFEST + TITLES, facts=SHARED, second=second)
    (folder / "lessons" / "01.en.md").write_text(STATING_IN_ENGLISH, encoding="utf-8")
    assert {(file, line) for file, line, what in said(folder) if "`share` is no fact here" in what} == {
        ("lessons/01.en.md", 25)
    }


@pytest.mark.parametrize(("old", "new", "line", "what"), IN_THE_FACTS.values(), ids=IN_THE_FACTS.keys())
def test_a_mistake_in_the_facts(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in SHARED
    found = said(stating(tmp_path / "c", facts=SHARED.replace(old, new, 1)))
    assert any(file == "facts.yaml" and at == line and what in words for file, at, words in found), found


def test_an_id_is_a_lesson_s_a_question_s_or_a_fact_s(tmp_path: Path) -> None:
    found = said(stating(tmp_path / "c", facts=SHARED.replace("id: share", "id: d01-q1")))
    why = "facts.yaml:14 has it already, and ids are unique in a course"
    assert ("lessons/01.md", 11, f"the id `d01-q1` is taken: {why}") in found


@pytest.mark.parametrize(("old", "new", "line", "what"), IN_A_LESSON.values(), ids=IN_A_LESSON.keys())
def test_a_mistake_in_stating_one(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in STATING
    found = said(stating(tmp_path / "c", first=STATING.replace(old, new, 1)))
    assert any(file == "lessons/01.md" and at == line and what in words for file, at, words in found), found


def test_a_lesson_that_states_nothing(tmp_path: Path) -> None:
    opinions = LESSON[: LESSON.index("facts:")] + LESSON[LESSON.index("your") : LESSON.index("  - id: d01-q1")]
    first = f"{opinions}  - id: d01-q1\n    kind: reflection\n    text: どうですか。\n---\n本文。\n"
    why = "name one in `facts`, in a question or in a text"
    assert said(write(tmp_path / "c", first=first)) == [("lessons/01.md", 2, f"the lesson states no fact: {why}")]


def test_lessons_are_not_blamed_for_facts_that_cannot_be_read(tmp_path: Path) -> None:
    folder = stating(tmp_path / "c")
    (folder / "facts.yaml").unlink()
    assert [(file, line) for file, line, _ in said(folder)] == [("facts.yaml", 1)]


def test_facts_from_the_same_page_are_cited_once_by_the_one_to_be_looked_at_first(tmp_path: Path) -> None:
    same = SHARE.replace("2026年1月末", "2021年版").replace("as_of: 2026-01-31", "as_of: 2021-04-30")
    first = load(stating(tmp_path / "c", facts=FACTS + same)).lessons[0]
    assert [fact.review_by for fact in cited(first.facts)] == [date(2027, 1, 31)]
    assert [fact.id for fact in cited(load(stating(tmp_path / "d")).lessons[0].facts)] == ["law", "share"]
