"""What is wrong with a bundle, and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lessons.facts import Fact


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file. The file's path is relative to the bundle; lines count from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Word:
    """A text and the line it stands on."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: what is wrong, and why that is one or what to do."""

    file: str
    line: int
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}: {self.why}"


class BrokenCourse(Exception):
    """Each argument is one problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class Page:
    """One file while it is read; what is wrong with it is noted here, and reading goes on.

    `facts` are those it may state, by id; None if nobody can tell. `stated` are those it does, in order, each with the
    line on which it is stated first. `language` is the one it is written in. `words` are what names of the course's own
    stand for, `named` those names that it uses.
    """

    def __init__(
        self,
        file: str,
        facts: Mapping[str, Fact] | None = None,
        language: str = "",
        words: Mapping[str, str] | None = None,
    ) -> None:
        self.file = file
        self.words = words or {}
        self.named: set[str] = set()
        self.facts = facts
        self.language = language
        self.stated: dict[str, int] = {}
        self.problems: list[Problem] = []

    def note(self, line: int, what: str, why: str) -> None:
        self.problems.append(Problem(self.file, line, what, why))

    def place(self, line: int) -> Place:
        return Place(self.file, line)
