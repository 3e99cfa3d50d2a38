"""The record of what was done, as a sheet: one line an act. People are numbers there, the operator a login."""

import csv
from collections.abc import Iterable
from typing import Final, TextIO

from bot.guarded import guarded
from store.office import Deed

_HEADINGS: Final = ("at", "person", "actor", "verb", "target", "detail")


def write(deeds: Iterable[Deed], stream: TextIO) -> None:
    """Comma-separated lines with headings, in the order of the deeds."""
    writer = csv.writer(stream)
    writer.writerow(_HEADINGS)
    for deed in deeds:
        told = (deed.actor, deed.verb, deed.target, deed.detail)
        writer.writerow((deed.at.isoformat(), deed.person or "", *map(guarded, told)))
