"""Tables as offices write them, and what is said of a cell that is wrong."""

import io
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook

from lessons.exchange.sheaf import Draft, Malformed, Notes, Sheaf
from lessons.exchange.sheet import from_book, from_commas, read
from lessons.model import Kind, Number

ONE = "一つ選ぶ,どれ,あ,い,う,{right},x,y,z"
HEAD = "種類,問題文,選択肢1,選択肢2,選択肢3,正解,解説1,解説2,解説3,解説,場面,許容誤差,単位,事実ID,ID"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_whatever_excel_saves_is_read(encoding: str) -> None:
    text = f"{HEAD}\r\n{ONE.format(right='２')}\r\n"

    (draft,) = _taken(text.encode(encoding)).drafts
    assert [each.right for each in draft.options] == [False, True, False]
    (draft,) = _taken(text.replace(",", "\t").encode(encoding)).drafts
    assert draft.text == "どれ"


@pytest.mark.parametrize(
    ("kind", "right", "places"),
    [
        ("いくつか選ぶ", '"1,3"', [0, 2]),
        ("いくつか選ぶ", "１、３", [0, 2]),
        ("いくつか選ぶ", "A・C", [0, 2]),
        ("いくつか選ぶ", "1番と3番", [0, 2]),
        ("一つ選ぶ", "③", [2]),
        ("一つ選ぶ", "選択肢2", [1]),
        ("single", "b", [1]),
    ],
)
def test_what_is_right_is_said_as_people_say_it(kind: str, right: str, places: list[int]) -> None:
    (draft,) = _taken(f"{HEAD}\n{kind},どれ,あ,い,う,{right},x,y,z\n".encode()).drafts

    assert [place for place, each in enumerate(draft.options) if each.right] == places


def test_full_width_figures_units_and_an_order_of_columns_of_ones_own() -> None:
    text = "問題文,正解,種類,解説,許容誤差,選択肢１,選択肢２,選択肢３,単位\n"
    text += '何%,１２．５％,数字,なぜ,０．５,,,,\n何人,"1,250人",数字,なぜ,,,,,人\n並べて,,並べかえ,なぜ,,先,中,後,\n'

    share, people, order = _taken(text.encode()).drafts
    assert share.number == Number(Decimal("12.5"), Decimal("0.5"), "%")
    assert people.number == Number(Decimal(1250), Decimal(0), "人")
    assert (order.kind, [each.text for each in order.options]) == (Kind.ORDERING, ["先", "中", "後"])


def test_what_excel_made_of_a_cell_is_read_as_it_is_seen() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["種類", "問題文", "選択肢1", "選択肢2", "選択肢3", "正解", "解説", "場面"])
    sheet.append(["一つ選ぶ", "どれ", 10, 2.5, 0.5, 2.0, "なぜ", True])
    sheet["E2"].number_format = "0%"
    sheet.append(["○×", 2026, None, None, None, True, "なぜ", None])

    single, truth = _taken_book(book)
    assert [each.text for each in single.options] == ["10", "2.5", "50%"]
    assert ([each.right for each in single.options], single.scenario) == ([False, True, False], True)
    assert (truth.text, truth.options[0].right) == ("2026", True)


def test_formulas_dates_and_errors_are_named_by_their_cell() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["種類", "問題文", "正解", "解説"])
    sheet.append(["数字", "=A1&B1", datetime(2026, 1, 2, tzinfo=UTC).replace(tzinfo=None), "#REF!"])
    sheet["D2"].data_type = "e"

    with pytest.raises(Malformed) as raised:
        _taken_book(book)
    said = [f"{each.line} {each.what}" for each in raised.value.problems]
    assert [words[:7] for words in said] == ["2 B列は計算", "2 C列が日付", "2 D列はエラ"]


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (",どれ,あ,い,う,1,x,y,z", "A列「種類」が空いています"),
        ("一つえらぶ,どれ,あ,い,う,1,x,y,z", "A列「種類」の「一つえらぶ」は使えません"),
        ("一つ選ぶ,,あ,い,う,1,x,y,z", "B列「問題文」が空いています"),
        (f"一つ選ぶ,{'あ' * 141},あ,い,う,1,x,y,z", "B列「問題文」が141文字あります"),
        ("一つ選ぶ,どれ,あ,,う,1,x,y,z", "D列「選択肢2」が空いています"),
        ("一つ選ぶ,どれ,あ,い,,1,x,y,", "E列「選択肢3」が足りません"),
        ("一つ選ぶ,どれ,あ,い,ア,1,x,y,z", ""),
        ("一つ選ぶ,どれ,あ,い,い,1,x,y,z", "E列「選択肢3」は前の選択肢と同じです"),
        ("一つ選ぶ,どれ,あ,い,う,,x,y,z", "F列「正解」が空いています"),
        ("一つ選ぶ,どれ,あ,い,う,4,x,y,z", "F列「正解」の「4」にあたる選択肢がありません"),
        ("一つ選ぶ,どれ,あ,い,う,い,x,y,z", "F列「正解」の「い」が分かりません"),
        ("一つ選ぶ,どれ,あ,い,う,1・2,x,y,z", "F列「正解」が2個あります"),
        ("いくつか選ぶ,どれ,あ,い,う,1・1,x,y,z", "F列「正解」に同じ番号が2つあります"),
        ("一つ選ぶ,どれ,あ,い,う,1,x,,z", "H列「解説2」が空いています"),
        ("○×,どれ,,,,たぶん,x,y,", "F列「正解」の「たぶん」が分かりません"),
        ("○×,どれ,,,う,○,x,y,", "E列「選択肢3」は「○×」では使いません"),
        ("並べかえ,どれ,あ,い,う,1,,,,なぜ", "F列「正解」は「並べかえ」では使いません"),
        ("並べかえ,どれ,あ,い,う,,,,,", "J列「解説」が空いています"),
        ("数字,いくつ,,,,十二,,,,なぜ", "F列「正解」の「十二」は数字ではありません"),
        ("数字,いくつ,,,,12,,,,なぜ,,-1", "L列「許容誤差」が0より小さくなっています"),
        ("数字,いくつ,,,,12,,,,なぜ,,すこし", "L列「許容誤差」の「すこし」は数字ではありません"),
        ("ことば,何,,,,|,,,,なぜ", "F列「正解」が空いています"),
        (f"ことば,何,,,,{'あ' * 41},,,,なぜ", "が41文字あります"),
        ("アンケート,どれ,あ,い,,,x", "G列「解説1」は「アンケート」では使いません"),
        ("5段階,どれ,あ,,,,,,", "「選択肢5」が空いています"),
        ("ふりかえり,何,,,,,,,,,たぶん", "K列「場面」の「たぶん」が分かりません"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(row: str, what: str) -> None:
    sound = ONE.format(right="1")
    text = f"{HEAD}\n{sound}\n\n{row}\n"
    if not what:
        assert len(_taken(text.encode()).drafts) == 2
        return

    with pytest.raises(Malformed) as raised:
        _taken(text.encode())
    assert [each for each in raised.value.problems if each.line == 4 and what in each.what], raised.value.problems


def test_headings_must_be_known() -> None:
    for head, what in (
        ("種類,問題,正解", "B列の見出し「問題」は使えません"),
        ("種類,問題文,種類", "C列の見出し「種類」が2つあります"),
        ("種類,正解", "見出し「問題文」がありません"),
    ):
        with pytest.raises(Malformed) as raised:
            _taken(f"{head}\nふりかえり,何,\n".encode())
        assert [each for each in raised.value.problems if what in each.what]


def test_files_that_are_no_tables_are_refused_in_plain_words() -> None:
    for raw, what in (
        (b"", "表が空です"),
        (HEAD.encode(), "問題が1行もありません"),
        (b'a,"b\nc', "CSVとして読めません"),
        (b"\x81\xff\x81", "文字コードが分かりません"),
    ):
        with pytest.raises(Malformed, match=what):
            _taken(raw)
    for raw, what in (
        (b"\xd0\xcf\x11\xe0 old", "古い形式"),
        (b"PK\x03\x04 half a file", "Excelのファイルとして読めません"),
        (b"no zip at all", "Excelのファイルとして読めません"),
        (_of_a_later_zip(), "Excelのファイルとして読めません"),
    ):
        notes = Notes.on("f.xlsx")
        lines = from_book(raw, notes.wrong)
        with pytest.raises(Malformed, match=what):
            read(lines, notes)


def test_a_question_that_rests_on_nothing_is_named() -> None:
    notes = Notes.on("f.csv")
    lines = from_commas(f"{HEAD}\n{ONE.format(right=1)}".encode(), notes.wrong)

    with pytest.raises(Malformed, match="N列「事実ID」が空いています"):
        read(lines, notes)


def _taken(raw: bytes) -> Sheaf:
    notes = Notes.on("questions.csv")
    return read(from_commas(raw, notes.wrong), notes, fact="guide")


def _taken_book(book: Workbook) -> tuple[Draft, ...]:
    stream, notes = io.BytesIO(), Notes.on("questions.xlsx")
    book.save(stream)
    return read(from_book(stream.getvalue(), notes.wrong), notes, fact="guide").drafts


def _of_a_later_zip() -> bytes:
    """A workbook whose parts say that they want a newer program than there is."""
    stream = io.BytesIO()
    Workbook().save(stream)
    return stream.getvalue().replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\x70")
