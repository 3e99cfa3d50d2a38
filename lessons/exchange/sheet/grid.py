"""A table as it is read: rows of texts, each knowing where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from unicodedata import normalize

from lessons.bundle.faults import Page
from lessons.bundle.table import graphemes
from lessons.exchange.sheet.columns import COLUMNS, NEEDED


@dataclass(frozen=True, slots=True)
class Line:
    """A row as Excel numbers it, from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One question's cells by heading, and the place of each heading."""

    number: int
    cells: Mapping[str, str]
    places: Mapping[str, int]
    page: Page

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading, "")

    def plain(self, heading: str) -> str:
        """The cell in one width, without spaces around it: ２ is 2."""
        return normalize("NFKC", self[heading]).strip()

    def note(self, heading: str, what: str, why: str) -> None:
        """Say what is wrong with a cell."""
        place = self.places.get(heading)
        where = f"「{heading}」" if place is None else f"{letters(place)}列「{heading}」"
        self.page.note(self.number, f"{where}{what}", why)

    def text(self, heading: str, most: int) -> str:
        """The cell, which has at most so many characters."""
        if (length := graphemes(self[heading])) > most:
            self.note(heading, f"が{length}文字あります", f"{most}文字までにしてください")
        return self[heading]


def rows(lines: Sequence[Line], page: Page) -> Iterator[Row]:
    """The rows under the headings, which stand in the first row that is not empty."""
    filled = [line for line in lines if any(line.cells)]
    if not filled:
        page.note(1, "表が空です", "1行目に見出し、2行目から問題を書いてください")
        return
    places = _headings(filled[0], page)
    for line in filled[1:]:
        cells = {heading: line.cells[place] for heading, place in places.items() if place < len(line.cells)}
        yield Row(line.number, cells, places, page)


def letters(place: int) -> str:
    """A column's name in Excel, from its place counted from 0."""
    rest, name = place + 1, ""
    while rest:
        rest, last = divmod(rest - 1, 26)
        name = f"{chr(ord('A') + last)}{name}"
    return name


def _headings(line: Line, page: Page) -> dict[str, int]:
    places: dict[str, int] = {}
    known = {normalize("NFKC", column): column for column in COLUMNS}
    for place, cell in enumerate(line.cells):
        name = "".join(normalize("NFKC", cell).split())
        where = f"{letters(place)}列の見出し「{cell[:20]}」"
        if not name:
            continue
        if name not in known:
            near = get_close_matches(name, known, n=1)
            page.note(
                line.number,
                f"{where}は使えません",
                f"「{known[near[0]]}」ですか" if near else "見出しは変えないでください",
            )
        elif known[name] in places:
            page.note(line.number, f"{where}が2つあります", "1つにしてください")
        else:
            places[known[name]] = place
    for column in NEEDED:
        if column not in places:
            page.note(line.number, f"見出し「{column}」がありません", "ひな形の見出しをそのまま使ってください")
    return places
