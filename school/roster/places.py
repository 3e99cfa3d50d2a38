"""Where somebody works, as a row says it: 部, 課 and 係 in one cell or three, and second posts."""

import re
from dataclasses import dataclass
from typing import Final

from school.roster.faults import Fault, Why
from school.roster.files import Line
from school.roster.headings import Columns, Field

_PARTS: Final = re.compile(r"[\s/／>＞]+")
_SEVERAL: Final = re.compile(r"[、,，;；\n]+")
_YES: Final = frozenset({"○", "〇", "◯", "兼", "兼務", "はい", "有", "1", "１", "✓", "TRUE", "True"})
_NO: Final = frozenset({"", "本務", "主務", "いいえ", "無", "なし", "0", "０", "-", "－", "×", "FALSE", "False"})


@dataclass(frozen=True, slots=True)
class Place:
    """A post by its section's path, the names from the top parted by "/"."""

    path: str
    title: str
    concurrent: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row by its columns; what is wrong with it goes to the faults."""

    line: Line
    columns: Columns
    faults: list[Fault]

    def __getitem__(self, field: Field) -> str:
        place = self.columns.get(field)
        return self.line.cells[place] if place is not None and place < len(self.line.cells) else ""

    def is_figure(self, field: Field) -> bool:
        """Whether the cell was a number, not a text."""
        return self.columns.get(field, 0) + 1 in self.line.figures

    def heading(self, field: Field) -> str:
        """The column as people point at it: B列「氏名」."""
        return f"{letters(self.columns.get(field, 0))}列「{field.value}」"

    def fault(self, why: Why, field: Field) -> None:
        """Say what is wrong with a cell."""
        self.faults.append(Fault(why, self.line.number, self.heading(field), self[field][:20]))

    @property
    def marked(self) -> bool | None:
        """Whether the row says of itself that it is the second post; None if it does not say."""
        said = self[Field.CONCURRENT]
        if Field.CONCURRENT not in self.columns:
            return None
        return True if said in _YES else False if said in _NO else None


def main(row: Row) -> tuple[Place, ...]:
    """The post the row is about."""
    told = (Field.DIVISION, Field.SECTION, Field.OFFICE, Field.TEAM)
    if not set(told) & row.columns.keys():
        return ()
    path = [part for field in told for part in _parts(row[field])]
    if not path:
        if not row[Field.LEFT]:
            row.fault(Why.NO_SECTION, next(field for field in told if field in row.columns))
        return ()
    above = {Field.DIVISION, Field.SECTION, Field.OFFICE} & row.columns.keys()
    if row[Field.TEAM] and above and not any(row[field] for field in above):
        row.fault(Why.NO_PARENT, Field.TEAM)
    return _checked(row, path, concurrent=bool(row.marked), title=row[Field.TITLE])


def concurrent(row: Row) -> tuple[Place, ...]:
    """The second posts that the row names in its own column."""
    said = row[Field.CONCURRENT]
    if said in _YES | _NO:
        return ()
    return tuple(
        place
        for each in _SEVERAL.split(said)
        if (path := _parts(each))
        for place in _checked(row, path, concurrent=True, title="")
    )


def _checked(row: Row, path: list[str], *, concurrent: bool, title: str) -> tuple[Place, ...]:
    if len(set(path)) < len(path):
        row.fault(Why.CYCLE, next(field for field in (Field.SECTION, Field.OFFICE, Field.DIVISION) if row[field]))
        return ()
    return (Place("/".join(path), title, concurrent=concurrent),)


def _parts(cell: str) -> list[str]:
    return [part for part in _PARTS.split(cell) if part]


def letters(place: int) -> str:
    """A column's name in Excel, from its place counted from 0."""
    rest, name = place + 1, ""
    while rest:
        rest, last = divmod(rest - 1, 26)
        name = f"{chr(ord('A') + last)}{name}"
    return name
