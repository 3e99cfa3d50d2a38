"""A roster that was read, or its headings alone, kept as text until somebody says yes to it."""

import json
from datetime import date
from hashlib import sha256
from typing import Any

from school.roster.comparing import Comparison
from school.roster.headings import Field, Header
from school.roster.places import Place
from school.roster.reading import Entry, Roster


def packed(roster: Roster) -> str:
    """The roster, without its warnings: whoever was shown it has read them."""
    entries = [
        [
            *(each.line, each.number, each.name, each.kana, each.alias, each.employment, each.days, each.email),
            each.left_on.isoformat() if each.left_on else "",
            [[place.path, place.title, place.concurrent] for place in each.places],
        ]
        for each in roster.entries
    ]
    return json.dumps([_raw(roster.header), roster.kind, entries], ensure_ascii=False)


def unpacked(kept: str) -> Roster:
    """What `packed` packed."""
    header, kind, entries = json.loads(kept)
    return Roster(kind, _header(header), tuple(_entry(each) for each in entries), ())


def noted(header: Header) -> str:
    """The headings alone: of the rest nothing is kept, it is read anew."""
    return json.dumps([_raw(header)], ensure_ascii=False)


def header_of(kept: str) -> Header:
    """The headings in what `packed` packed, or `noted` noted."""
    return _header(json.loads(kept)[0])


def digest(found: Comparison) -> str:
    """What stands for these changes: another state of the list, or another file, has another."""
    return sha256(repr((found.changes, found.sections)).encode()).hexdigest()


def _raw(header: Header) -> list[object]:
    columns = {field.value: place for field, place in header.columns.items()}
    return [header.sheet, header.line, header.cells, columns, header.asked]


def _header(raw: list[Any]) -> Header:  # raw JSON
    sheet, line, cells, columns, asked = raw
    return Header(sheet, line, tuple(cells), {Field(each): place for each, place in columns.items()}, asked)


def _entry(raw: list[Any]) -> Entry:  # raw JSON
    *words, left, places = raw
    line, number, name, kana, alias, employment, days, email = words
    posts = tuple(Place(path, title, concurrent=aside) for path, title, aside in places)
    left_on = date.fromisoformat(left) if left else None
    return Entry(line, number, name, kana, alias, employment, days, email, left_on, posts)
