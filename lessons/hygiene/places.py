"""On which line of which file a text of a course stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lessons.bundle.faults import Place
from lessons.hygiene.found import Found

_MANIFEST: Final = Place("course.yaml", 1)
_ENOUGH: Final = ((24, 0), (12, 6), (6, 6), (12, 0), (6, 0))
"""Characters of a text that are looked for at its beginning and its end: between them a fact may be put in."""


@dataclass(frozen=True)
class Scripts:
    """The files of a course as they are written, and where each lesson's, question's and fact's id stands."""

    files: Mapping[str, str]
    places: Mapping[str, Place]

    def place(self, found: Found) -> Place:
        """The line of the text meant; where it cannot be found, that of the id."""
        place = self._read_in(self.places.get(found.of, _MANIFEST), found)
        lines = self._lines.get(place.file, [])
        near = found.near.strip()
        for first, last in _ENOUGH if near else ():
            for number, line in enumerate(lines[place.line - 1 :], start=place.line):
                if near[:first] in line and near[len(near) - last :] in line:
                    return Place(place.file, number)
        return place

    def _read_in(self, own: Place, found: Found) -> Place:
        """The same id in the lesson's reading."""
        file = f"{own.file.removesuffix('.md')}.{found.language}.md"
        if not found.language or file not in self._lines:
            return own
        ids = (number for number, line in enumerate(self._lines[file], start=1) if _names(line, found.of))
        return Place(file, next(ids, 1))

    @cached_property
    def _lines(self) -> Mapping[str, Sequence[str]]:
        return {file: text.split("\n") for file, text in self.files.items()}


def _names(line: str, key: str) -> bool:
    return line.strip().removeprefix("- ").replace("'", "").replace('"', "") == f"id: {key}"
