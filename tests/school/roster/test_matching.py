"""Which heading is which of our columns, as somebody says it, and what is no answer."""

import pytest

from school.roster.headings import Field, Header, Unsure
from school.roster.matching import Slip, matched, told
from school.roster.reading import read, read_under

OWN = "名簿,,,,\n番号A,な まえ,部署,カナ,部署\n001,職員 001,総務課,ショクイン,税務課\n番号A,な まえ,,,\n"


def _header(raw: str = OWN) -> Header:
    with pytest.raises(Unsure) as unsure:
        read(raw.encode(), "a.csv")
    return unsure.value.header


@pytest.mark.parametrize(
    ("raw", "line", "known"),
    [
        ("職員名簿,,\n番号A,なまえ,部署\n1,職員 001,総務課\n", 2, {Field.SECTION: 2}),
        ("番号A,なまえ\n1,職員 001\n", 1, {}),
        (",,\n1,2,3\nコード,名\n4,5,6\n", 3, {}),
    ],
)
def test_what_looks_most_like_headings_is_taken_for_them(raw: str, line: int, known: dict[Field, int]) -> None:
    header = _header(raw)
    assert (header.line, header.columns) == (line, known)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("職員番号=番号A 氏名=なまえ", {Field.NUMBER: 0, Field.NAME: 1}),
        ("社員番号 = 番号ａ、 名前＝な まえ", {Field.NUMBER: 0, Field.NAME: 1}),
        ("番号A=職員番号\nな まえ=氏名", {Field.NUMBER: 0, Field.NAME: 1}),
        ("number=column A, Name=B", {Field.NUMBER: 0, Field.NAME: 1}),
        ("所属=E列 フリガナ=なし kana=none", {Field.SECTION: 4, Field.KANA: None}),
    ],
)
def test_columns_are_told_in_one_line(text: str, places: dict[Field, int | None]) -> None:
    assert told(_header("番号A,なまえ,部署B,カナ,部署C\n1,職員 001,,,\n"), text) == places


def test_what_is_no_answer_is_named() -> None:
    header = _header("番号A,なまえ,内線,内線\n1,職員 001,,\n")
    for text, slip, seen in (
        ("年齢=なまえ", Slip.NO_FIELD, "年齢"),
        ("氏名=名", Slip.NO_COLUMN, "名"),
        ("氏名=Z列", Slip.NO_COLUMN, "Z列"),
        ("氏名=", Slip.NO_COLUMN, ""),
        ("係=内線", Slip.SEVERAL, "内線"),
    ):
        outcome = told(header, text)
        assert isinstance(outcome, tuple)
        assert [(each.slip, each.seen) for each in outcome] == [(slip, seen)], text
    for chosen, slips in (
        ({Field.NUMBER: 0, Field.NAME: 0}, [Slip.TWICE]),
        ({Field.NUMBER: 0}, [Slip.MISSING]),
        ({Field.NUMBER: 0, Field.NAME: 9}, [Slip.NO_COLUMN]),
        ({}, [Slip.MISSING, Slip.MISSING]),
    ):
        wrong = matched(header, chosen)
        assert isinstance(wrong, tuple)
        assert [each.slip for each in wrong] == slips


def test_a_file_is_read_under_the_columns_that_were_chosen() -> None:
    raw = OWN.replace("部署", "課名", 1)
    header = matched(_header(raw), {Field.NUMBER: 0, Field.NAME: 1, Field.SECTION: 4})
    assert isinstance(header, Header)
    assert header.columns == {Field.NUMBER: 0, Field.NAME: 1, Field.KANA: 3, Field.SECTION: 4}
    (one,) = read_under(raw.encode(), "a.csv", header).entries
    assert (one.number, one.kana, one.places[0].path) == ("001", "ショクイン", "税務課"), (
        "headings may come again below"
    )
    with pytest.raises(Exception, match="1 faults"):
        read_under(b"x,y\n1,2\n", "a.csv", header)
