"""Where things are in the menu's picture, in its pixels: a strip of tabs over a grid."""

from dataclasses import dataclass
from typing import Final

from config.line_menu import Area

WIDTH: Final = 2500
HEIGHT: Final = 1686
STRIP: Final = 246
COLUMNS: Final = 3
ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class Field:
    """A rectangle; `x` and `y` are its upper left corner."""

    x: int
    y: int
    width: int
    height: int


def tab(number: int, many: int) -> Field:
    """The place of one of so many tabs."""
    left, right = (WIDTH * edge // many for edge in (number, number + 1))
    return Field(left, 0, right - left, STRIP)


def cell(area: Area) -> Field:
    """The place of an area in the grid; raises ValueError for one that would stand outside it."""
    if not (0 <= area.column <= COLUMNS - area.wide and 0 <= area.row < ROWS and area.wide > 0):
        raise ValueError(f"{area.word} stands outside the menu")
    left, right = (WIDTH * edge // COLUMNS for edge in (area.column, area.column + area.wide))
    top, bottom = (STRIP + (HEIGHT - STRIP) * edge // ROWS for edge in (area.row, area.row + 1))
    return Field(left, top, right - left, bottom - top)
