"""How a roster's file is read, whatever it looks like, and how it is refused."""

import io
from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from school.roster import days
from school.roster.faults import Malformed, Why
from school.roster.places import Place
from school.roster.reading import Roster, read

HEAD = "職員番号,氏名,フリガナ,所属,職名"
ROWS = f"{HEAD}\n0012,職員 001,ｼｮｸｲﾝ ｲﾁ,総務部 総務課 人事係,主事\n0013,職員 002,しょくいん,総務部/総務課,係長\n"


@pytest.mark.parametrize(
    ("encoding", "kind"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8(BOM)"),
        ("cp932", "CP932(Shift_JIS互換)"),
        ("utf-16", "UTF-16"),
    ],
)
def test_every_encoding_of_excel_is_read_and_named(encoding: str, kind: str) -> None:
    roster = read(ROWS.encode(encoding), "名簿.csv")

    assert roster.kind == kind
    first = roster.entries[0]
    assert (first.number, first.name, first.kana) == ("0012", "職員 001", "ショクイン イチ")
    assert first.places == (Place("総務部/総務課/人事係", "主事"),)
    assert roster.warnings == ()


def test_names_stay_as_they_are_written_and_numbers_become_one_width() -> None:
    name = "神\U000e0100 﨑"
    (one,) = read(f"番号,名前\nＡ１２,{name}\n".encode(), "a.csv").entries

    assert (one.number, one.name) == ("A12", name)


@pytest.mark.parametrize(
    "head",
    ["社員番号,名前", "ID,氏名", "番号,氏　名", "職員コード,職員名", "職 員 番 号,氏名"],
)
def test_headings_have_other_names(head: str) -> None:
    assert len(read(f"{head}\n1,職員 001\n".encode(), "a.csv").entries) == 1


def test_a_column_of_any_name_can_be_told() -> None:
    raw = "コード,氏名\n1,職員 001\n".encode()

    assert _why(raw) == [Why.NO_HEADER]
    assert read(raw, "a.csv", ["コード=職員番号"]).entries[0].number == "1"
    for mapping, why in (("コード=年齢", Why.NO_SUCH_FIELD), ("年齢=カナ", Why.NO_SUCH_COLUMN)):
        with pytest.raises(Malformed) as wrong:
            read(raw, "a.csv", ["コード=職員番号", mapping])
        assert [each.why for each in wrong.value.faults] == [why]


def test_three_columns_and_second_posts_in_rows_or_in_a_column() -> None:
    rows = "番号,氏名,部,課,係,職名,兼務\n1,職員 001,総務部,総務課,人事係,主査,\n1,職員 001,企画部,企画課,,主査,○\n"
    rows += "2,職員 002,総務部,,,部長,企画部 企画課、消防本部\n"
    first, second = read(rows.encode(), "a.csv").entries

    assert first.places == (Place("総務部/総務課/人事係", "主査"), Place("企画部/企画課", "主査", concurrent=True))
    assert [(each.path, each.concurrent) for each in second.places] == [
        ("総務部", False),
        ("企画部/企画課", True),
        ("消防本部", True),
    ]


def test_the_second_post_may_stand_first() -> None:
    rows = "番号,氏名,所属,兼務\n1,職員 001,企画課,○\n1,職員 001,総務課,本務\n"
    (one,) = read(rows.encode(), "a.csv").entries

    assert one.places == (Place("総務課", ""), Place("企画課", "", concurrent=True))


def test_a_workbook_with_titles_merged_cells_and_numbers_that_lost_their_zeros() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["令和8年度 職員名簿"],
        [],
        ["職員番号", "氏名", "部", "課", "退職日"],
        [12, "職員 001", "総務部", "総務課", None],
        [13.0, "職員 002", None, "税務課", "令和8年4月1日"],
        ["０１４", "職員 003", None, "市民課", datetime(2026, 4, 1)],  # noqa: DTZ001  as Excel has it
    ):
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("C4:C6")
    roster = read(_saved(book), "名簿.xlsx")

    assert roster.kind == "Excel"
    assert [each.number for each in roster.entries] == ["12", "13", "014"]
    assert roster.entries[2].left_on == roster.entries[1].left_on == date(2026, 4, 1)
    assert [each.places[0].path for each in roster.entries] == ["総務部/総務課", "総務部/税務課", "総務部/市民課"]
    (warning,) = roster.warnings
    assert (warning.why, warning.line) == (Why.ZEROS, 4)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",職員 001,総務課,,,", Why.NO_NUMBER),
        ("1,,総務課,,,", Why.NO_NAME),
        ("1,職員 001,,,,", Why.NO_SECTION),
        ("1,職員 001,総務部 総務課 総務部,,,", Why.CYCLE),
        ("0,職員 000,総務課,,,", Why.SAME_ROW),
        ("0,職員 009,税務課,,,", Why.SAME_NUMBER),
        (f"1,{'長' * 101},総務課,,,", Why.TOO_LONG),
        ('1,職員 001,総務課,"=1+1",,', Why.FORMULA),
        ("1,職員 001,総務課,,月・祝,", Why.DAYS),
        ("1,職員 001,総務課,,,a@b", Why.EMAIL),
    ],
)
def test_one_bad_row_among_many_is_named_and_nothing_taken(row: str, why: Why) -> None:
    good = "".join(f"{number},職員 {number:03},総務課,,,\n" for number in range(10, 99))
    raw = f"番号,氏名,所属,カナ,勤務日,メール\n0,職員 000,総務課,,,\n{row}\n{good}".encode()

    with pytest.raises(Malformed) as wrong:
        read(raw, "a.csv")
    assert [(each.why, each.line) for each in wrong.value.faults] == [(why, 3)]


def test_a_section_without_the_one_above_it() -> None:
    assert _why("番号,氏名,部,課,係\n1,職員 001,,,人事係\n".encode()) == [Why.NO_PARENT]


@pytest.mark.parametrize(
    ("raw", "name", "why"),
    [
        (b"", "a.csv", Why.EMPTY),
        (b"\n\n,,\n", "a.csv", Why.EMPTY),
        (HEAD.encode(), "a.csv", Why.EMPTY),
        (b"a,b\n1,2\n", "a.csv", Why.NO_HEADER),
        (f"{HEAD},氏名\n".encode(), "a.csv", Why.TWO_COLUMNS),
        (b"\xff\xfe\x00\xd8\x00", "a.csv", Why.ENCODING),
        (b"\x89PNG\r\n\x1a\n\x00", "a.csv", Why.ENCODING),
        (b'a,"b\n', "a.csv", Why.BROKEN_COMMAS),
        (b"%PDF-1.7", "a.pdf", Why.NOT_A_TABLE),
        (b"PK\x03\x04", "a.xlsx", Why.BROKEN_BOOK),
        (b"no book", "a.xlsx", Why.BROKEN_BOOK),
        (b"PK\x03\x04", "a.xlsm", Why.MACROS),
        (b"\xd0\xcf\x11\xe0", "a.xlsx", Why.OLD_BOOK),
        (b"x" * 10_000_001, "a.csv", Why.TOO_LARGE),
        ((HEAD + "\n" * 20_001).encode(), "a.csv", Why.TOO_MANY_ROWS),
    ],
)
def test_a_file_that_is_no_roster_is_refused(raw: bytes, name: str, why: Why) -> None:
    assert _why(raw, name) == [why]


def test_a_bomb_is_not_unpacked_and_a_hidden_macro_is_found() -> None:
    for inside, content, why in (
        ("xl/worksheets/sheet1.xml", b"0" * 70_000_000, Why.TOO_LARGE),
        ("xl/vbaProject.bin", b"0", Why.MACROS),
    ):
        stream = io.BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
            packed.writestr(inside, content)
        assert _why(stream.getvalue(), "a.xlsx") == [why]
    book = Workbook()
    book.worksheets[0].cell(1_048_576, 16_384, "far away")
    assert _why(_saved(book), "a.xlsx") == [Why.TOO_MANY_ROWS]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和8年4月1日", date(2026, 4, 1)),
        ("R8.4.1", date(2026, 4, 1)),
        ("ｒ８．４．１", date(2026, 4, 1)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("H31.4.30", date(2019, 4, 30)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("2026/4/1", date(2026, 4, 1)),
        ("2026-04-01", date(2026, 4, 1)),
        ("2026年4月1日", date(2026, 4, 1)),
        ("R8.2.30", None),
        ("4月1日", None),
    ],
)
def test_days_of_both_calendars(text: str, day: date | None) -> None:
    assert days.day(text) == day


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("月・水・金", "135"),
        ("月水金", "135"),
        ("月～木", "1234"),
        ("火曜日、木曜日", "24"),
        ("", ""),
        ("毎日", ""),
        ("祝", None),
    ],
)
def test_days_of_a_week(text: str, digits: str | None) -> None:
    assert days.weekdays(text) == digits


def _why(raw: bytes, name: str = "a.csv") -> list[Why]:
    with pytest.raises(Malformed) as wrong:
        _nothing(read(raw, name))
    return [each.why for each in wrong.value.faults]


def _nothing(roster: Roster) -> None:
    pytest.fail(f"{len(roster.entries)} were read")


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
