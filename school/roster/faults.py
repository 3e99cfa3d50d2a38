"""What can be wrong with a roster's file."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """What is wrong; the phrase is `roster.bad_…`."""

    TOO_LARGE = "too_large"
    NOT_A_TABLE = "not_a_table"
    OLD_BOOK = "old_book"
    MACROS = "macros"
    BROKEN_BOOK = "broken_book"
    BROKEN_COMMAS = "broken_commas"
    ENCODING = "encoding"
    EMPTY = "empty"
    NO_HEADER = "no_header"
    TWO_COLUMNS = "two_columns"
    NO_SUCH_FIELD = "no_such_field"
    NO_SUCH_COLUMN = "no_such_column"
    TOO_MANY_ROWS = "too_many_rows"
    NO_NUMBER = "no_number"
    NO_NAME = "no_name"
    NO_SECTION = "no_section"
    NO_PARENT = "no_parent"
    CYCLE = "cycle"
    SAME_ROW = "same_row"
    SAME_NUMBER = "same_number"
    TOO_LONG = "too_long"
    FORMULA = "formula"
    DATE = "date"
    DAYS = "days"
    EMAIL = "email"
    ZEROS = "zeros"  # a warning: the file is taken all the same


@dataclass(frozen=True, slots=True)
class Fault:
    """`line` as Excel numbers it, 0 for the whole file; `seen` is what stands there."""

    why: Why
    line: int = 0
    column: str = ""
    seen: str = ""


class Malformed(Exception):
    """The roster cannot be taken as it is; nothing was changed."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)
