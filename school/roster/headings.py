"""Which column is what, by its heading."""

from collections.abc import Mapping, Sequence
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


def _folded(heading: str) -> str:
    return "".join(normalize("NFKC", heading).split()).upper().strip("*※:")


_RANKED: Final = {
    _folded(word): (field, rank) for field in Field for rank, word in enumerate((field.value, *_ALSO[field]))
}
Columns = Mapping[Field, int]


def is_heading(cell: str) -> bool:
    """Whether the cell is what a column is called."""
    return _folded(cell) in _RANKED


def mapped(said: Sequence[str]) -> dict[str, Field]:
    """What `列名=項目` says, by the folded name of the column; raises Malformed for a field that is none."""
    pairs = [each.partition("=") for each in said]
    wrong = [
        Fault(Why.NO_SUCH_FIELD, column=name, seen=what) for name, _, what in pairs if _folded(what) not in _RANKED
    ]
    if wrong:
        raise Malformed(wrong)
    return {_folded(name): _RANKED[_folded(what)][0] for name, _, what in pairs}


def columns(lines: Sequence[Line], told: Mapping[str, Field]) -> tuple[int, Columns] | None:
    """Where the headings stand, counted from 0 in these lines, and which column is what; None if there are none.

    Raises Malformed if a column stands there twice. Of two names for one thing, the plainer one counts.
    """
    for place, line in enumerate(lines[:_DEPTH]):
        found = _found(line, told)
        if Field.NUMBER in found and Field.NAME in found:
            if missing := told.keys() - set(map(_folded, line.cells)):
                raise Malformed([Fault(Why.NO_SUCH_COLUMN, line.number, column=min(missing))])
            return place, found
    return None


def _found(line: Line, told: Mapping[str, Field]) -> Columns:
    best: dict[Field, tuple[int, int]] = {}
    for place, cell in enumerate(line.cells):
        name = _folded(cell)
        field, rank = (told[name], -1) if name in told else _RANKED.get(name, (None, 0))
        if field is None:
            continue
        if field in best and best[field][0] == rank:
            raise Malformed([Fault(Why.TWO_COLUMNS, line.number, column=cell)])
        best[field] = min(best.get(field, (rank, place)), (rank, place))
    return {field: place for field, (_, place) in best.items()}
