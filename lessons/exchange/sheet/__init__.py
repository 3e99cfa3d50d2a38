"""Questions as rows of a table, for people who write them in Excel: CSV and xlsx, headings and faults in Japanese."""

from lessons.exchange.sheet.book import from_book, to_book
from lessons.exchange.sheet.commas import from_commas, to_commas
from lessons.exchange.sheet.reading import read
from lessons.exchange.sheet.template import EXAMPLES
from lessons.exchange.sheet.writing import rows

__all__ = ["EXAMPLES", "from_book", "from_commas", "read", "rows", "to_book", "to_commas"]
