"""Which column is what, by its heading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from unicodedata import normalize

from school.roster.faults import Fault, Malformed, Why
from school.roster.files import Line

_DEPTH: Final = 20  # lines among which the headings are looked for: a title and remarks may stand above


class Field(StrEnum):
    """What a column can say, as it is called in exports."""

    NUMBER = "職員番号"
    NAME = "氏名"
    KANA = "フリガナ"
    ALIAS = "旧姓・通称"
    SECTION = "所属"
    DIVISION = "部"
    OFFICE = "課"
    TEAM = "係"
    TITLE = "職名"
    CONCURRENT = "兼務"
    EMPLOYMENT = "任用形態"
    DAYS = "勤務曜日"
    EMAIL = "メールアドレス"
    LEFT = "退職日"


_ALSO: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.NUMBER: ("社員番号", "職員コード", "職員ID", "番号", "ID", "NO"),
    Field.NAME: ("名前", "職員名", "職員氏名", "漢字氏名", "NAME"),
    Field.KANA: ("カナ", "ふりがな", "かな", "氏名カナ", "カナ氏名", "シメイ", "カナ名"),
    Field.ALIAS: ("旧姓", "通称", "通称名", "旧姓通称", "旧姓/通称"),
    Field.SECTION: ("所属名", "課名", "部署", "部署名", "所属課"),
    Field.DIVISION: ("部名", "局", "局名", "部局"),
    Field.OFFICE: ("室",),
    Field.TEAM: ("係名", "班", "グループ"),
    Field.TITLE: ("役職", "職", "役職名", "補職名"),
    Field.CONCURRENT: ("兼務先", "兼務所属"),
    Field.EMPLOYMENT: ("任用", "雇用形態", "任用区分", "職員区分"),
    Field.DAYS: ("勤務日", "勤務する曜日", "出勤曜日"),
    Field.EMAIL: ("メール", "E-MAIL", "EMAIL", "MAIL", "電子メール"),
    Field.LEFT: ("退職年月日", "離職日"),
}


def folded(heading: str) -> str:
    """The heading as headings are compared: one width, one case, no blanks."""
    return "".join(normalize("NFKC", heading).split()).upper().strip("*※:")


_RANKED: Final = {
    folded(word): (field, rank) for field in Field for rank, word in enumerate((field.value, *_ALSO[field]))
}
Columns = Mapping[Field, int]


@dataclass(frozen=True, slots=True)
class Header:
    """The line of headings, as Excel numbers it, on a sheet counted from 0; `columns` say which is what, as far as it
    is known. `asked` is how often somebody was shown it and has said otherwise.
    """

    sheet: int
    line: int
    cells: tuple[str, ...]
    columns: Columns
    asked: int = 0

    @property
    def unread(self) -> tuple[int, ...]:
        """The places of the columns that have a heading and are nothing of ours."""
        read = set(self.columns.values())
        return tuple(place for place, cell in enumerate(self.cells) if cell and place not in read)


class Unsure(Malformed):
    """Nobody knows which columns are the number and the name; the header is what looks most like one."""

    def __init__(self, header: Header) -> None:
        super().__init__([Fault(Why.NO_HEADER)])
        self.header = header


def is_heading(cell: str) -> bool:
    """Whether the cell is what a column is called."""
    return folded(cell) in _RANKED


def field_of(said: str) -> Field | None:
    """Our column of this name, in Japanese or as it is called in `Field`."""
    word = folded(said)
    return _RANKED[word][0] if word in _RANKED else Field.__members__.get(word)


def mapped(said: Sequence[str]) -> dict[str, Field]:
    """What `列名=項目` says, by the folded name of the column; raises Malformed for a field that is none."""
    pairs = [each.partition("=") for each in said]
    wrong = [Fault(Why.NO_SUCH_FIELD, column=name, seen=what) for name, _, what in pairs if folded(what) not in _RANKED]
    if wrong:
        raise Malformed(wrong)
    return {folded(name): _RANKED[folded(what)][0] for name, _, what in pairs}


def columns(lines: Sequence[Line], told: Mapping[str, Field]) -> tuple[int, Columns] | None:
    """Where the headings stand, counted from 0 in these lines, and which column is what; None if there are none.

    Raises Malformed if a column stands there twice. Of two names for one thing, the plainer one counts.
    """
    for place, line in enumerate(lines[:_DEPTH]):
        found = _found(line, told)
        if Field.NUMBER in found and Field.NAME in found:
            if missing := told.keys() - set(map(folded, line.cells)):
                raise Malformed([Fault(Why.NO_SUCH_COLUMN, line.number, column=min(missing))])
            return place, found
    return None


def guessed(sheets: Sequence[Sequence[Line]]) -> Header | None:
    """What looks most like the headings: most of it known, else most words without a figure; None without two."""
    heads = [(sheet, line) for sheet, lines in enumerate(sheets) for line in lines[:_DEPTH]]
    sheet, line = max(heads, key=lambda each: (len(_found(each[1], {})), _words(each[1])), default=(0, Line(0, ())))
    if sum(map(bool, line.cells)) < 2:
        return None
    return Header(sheet, line.number, line.cells, _found(line, {}))


def _words(line: Line) -> int:
    return sum(bool(cell) and not any(map(str.isdigit, cell)) for cell in line.cells)


def _found(line: Line, told: Mapping[str, Field]) -> Columns:
    best: dict[Field, tuple[int, int]] = {}
    for place, cell in enumerate(line.cells):
        name = folded(cell)
        field, rank = (told[name], -1) if name in told else _RANKED.get(name, (None, 0))
        if field is None:
            continue
        if field in best and best[field][0] == rank:
            raise Malformed([Fault(Why.TWO_COLUMNS, line.number, column=cell)])
        best[field] = min(best.get(field, (rank, place)), (rank, place))
    return {field: place for field, (_, place) in best.items()}
