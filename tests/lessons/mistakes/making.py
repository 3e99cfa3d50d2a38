"""How a mistake is made: a small change of one course's files, and where it must be seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

from lessons.template import template

Files: TypeAlias = Mapping[str, str]
DAY: Final = date(2026, 11, 26)
SOUND: Final[Files] = template("sound", DAY)

COURSE: Final = "course.yaml"
FACTS: Final = "facts.yaml"
GLOSSARY: Final = "glossary.yaml"
FIRST: Final = "lessons/01-kakidashi.md"
ENGLISH: Final = "lessons/01-kakidashi.en.md"
SECOND: Final = "lessons/02-toi.md"
THIRD: Final = "lessons/03-kazu.md"
FOURTH: Final = "lessons/04-ikkai.md"


@dataclass(frozen=True, slots=True)
class Mistake:
    """`what` an author did, in a few Japanese words; the `rule` that catches it, in `file`, on the first line (or the
    `last`) that holds `near` once the mistake is made; on the first line of all if `near` is empty.
    """

    what: str
    rule: str
    file: str
    near: str
    make: Callable[[Files], Files]
    last: bool = False

    def line(self, made: Files) -> int:
        """Where it must be seen."""
        if not self.near and not self.last:
            return 1
        lines = made[self.file].split("\n")
        return [number for number, line in enumerate(lines, start=1) if self.near in line][-1 if self.last else 0]


def swap(file: str, old: str, new: str) -> Callable[[Files], Files]:
    """One text in the place of another that is there."""

    def make(files: Files) -> Files:
        assert old in files[file], f"{file} has no {old!r}"
        return {**files, file: files[file].replace(old, new, 1)}

    return make


def without(file: str, old: str) -> Callable[[Files], Files]:
    """A text left out."""
    return swap(file, old, "")


def gone(file: str) -> Callable[[Files], Files]:
    """A file left out."""
    return lambda files: {name: text for name, text in files.items() if name != file}


def more(file: str, text: str) -> Callable[[Files], Files]:
    """A file added, or one written anew."""
    return lambda files: {**files, file: text}


def both(*changes: Callable[[Files], Files]) -> Callable[[Files], Files]:
    """One change after the other."""

    def make(files: Files) -> Files:
        for change in changes:
            files = change(files)
        return files

    return make


def write(files: Files, folder: Path) -> Path:
    """The course in a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    return folder
