"""What goes out as a table comes back as it was."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from lessons.bundle.faults import Page
from lessons.exchange.sheaf import Draft, Notes, drafted
from lessons.exchange.sheet import EXAMPLES, from_book, from_commas, read, rows, to_book, to_commas
from lessons.exchange.sheet.grid import Line
from lessons.library import BUILT_IN, load
from lessons.model import Course, Quiz
from tests.lessons.exchange.questions import course_of, quizzes
from tests.shelf import COURSES

Out = Callable[[Sequence[Sequence[str]]], bytes]
In = Callable[[bytes, Page], tuple[Line, ...]]
WAYS = pytest.mark.parametrize(("out", "back"), [(to_commas, from_commas), (to_book, from_book)], ids=["csv", "xlsx"])


@WAYS
@pytest.mark.parametrize("folder", [COURSES / "kinds", BUILT_IN / "jichitai-dx-kihon"], ids=["kinds", "built-in"])
def test_a_course_comes_back_whole(folder: Path, out: Out, back: In) -> None:
    course = load(folder)

    assert _read(out(rows(course)), back) == _own(course)


@WAYS
@given(st.lists(quizzes(), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_any_words_come_back(out: Out, back: In, found: list[Quiz]) -> None:
    course = course_of(*found)

    assert _read(out(rows(course)), back) == _own(course)


def test_no_cell_can_be_a_formula() -> None:
    tricky = ["=1+1", "+81-3", "@SUM(A1)", "'=1+1", "＝1", "-そのほか", "-5", "'-5", "ふつう"]

    raw = to_commas([tricky])
    assert b"'=1+1,'+81-3,'@SUM(A1),''=1+1,'\xef\xbc\x9d1,'-\xe3" in raw
    assert [list(line.cells) for line in from_commas(raw, Page("f"))] == [tricky]

    sheet = load_workbook(io.BytesIO(to_book([tricky]))).worksheets[1]
    assert {cell.data_type for cell in sheet[1]} == {"s"}
    assert [cell.quotePrefix for cell in sheet[1]][:3] == [True, True, True]


def test_the_template_says_how_and_its_examples_are_sound() -> None:
    book = load_workbook(io.BytesIO(to_book(EXAMPLES)))

    assert book.sheetnames == ["記入のしかた", "問題"]
    lists = {rule.formula1: str(rule.sqref) for rule in book["問題"].data_validations.dataValidation}
    assert "A2:A2000" in lists.values()
    assert any("並べかえ" in str(words) for words in lists)
    own = [tuple("" if cell == "例" else cell for cell in row) for row in EXAMPLES]
    notes = Notes.on("f")
    taken = read(from_book(to_book(own), notes.wrong), notes, fact="x").drafts
    assert len({draft.kind for draft in taken}) == 9, "one of every kind, and nothing wrong with any"


def _read(raw: bytes, back: In) -> list[Draft]:
    notes = Notes.on("questions")
    return list(read(back(raw, notes.wrong), notes).drafts)


def _own(course: Course) -> list[Draft]:
    return [drafted(quiz) for lesson in course.lessons for quiz in lesson.quizzes]
