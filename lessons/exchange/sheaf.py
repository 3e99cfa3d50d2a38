"""Questions on their way between a file and a course: as authors write them, and what cannot come along."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from lessons.bundle.faults import Page, Problem
from lessons.model import Kind, Number, Option, Quiz

_LETTERS = "ABCDE"


class Malformed(Exception):
    """Nothing of this file can be taken. Each argument is one problem, with the line (or row) it stands on."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Draft:
    """A question as its author writes it. `fact` is the id of what its answer rests on; where things are to be put in
    order, the options stand in the right one. One without an id of its own has an empty one, or a title.
    """

    id: str
    kind: Kind
    text: str
    options: tuple[Option, ...] = ()
    fact: str = ""
    scenario: bool = False
    number: Number | None = None
    accepted: tuple[str, ...] = ()
    why: str = ""

    @property
    def right(self) -> tuple[Option, ...]:
        """The options that are right."""
        return tuple(option for option in self.options if option.right)


@dataclass(frozen=True, slots=True)
class Sheaf:
    """What a file brings: questions, the line (or row) each begins on, and what it says that no question can."""

    file: str
    drafts: tuple[Draft, ...]
    lines: tuple[int, ...]
    left: tuple[Problem, ...] = ()

    def picked(self, ids: Collection[str]) -> "Sheaf":
        """Only the questions with these ids."""
        kept = [(draft, line) for draft, line in zip(self.drafts, self.lines, strict=True) if draft.id in ids]
        return replace(self, drafts=tuple(draft for draft, _ in kept), lines=tuple(line for _, line in kept))


@dataclass(frozen=True, slots=True)
class Loss:
    """What a file cannot say of a question. What is `carried` stands where others pass it over and comes back to us."""

    quiz: str
    what: str
    carried: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """A file while it is read: what is wrong with it, and what of it is left behind."""

    wrong: Page
    left: Page

    @classmethod
    def on(cls, file: str) -> "Notes":
        """Two blank pages for the file of this name."""
        return cls(Page(file), Page(file))


@dataclass(slots=True)
class Gathering:
    """A sheaf while it grows."""

    notes: Notes
    drafts: list[Draft] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def add(self, draft: Draft, line: int) -> None:
        self.drafts.append(draft)
        self.lines.append(line)

    def sheaf(self) -> Sheaf:
        """All of it; raises Malformed if anything is wrong, or there is nothing."""
        if not self.notes.wrong.problems and not self.drafts:
            self.notes.wrong.note(1, "there is no question in this file", "nothing could be taken")
        if self.notes.wrong.problems:
            raise Malformed(sorted(self.notes.wrong.problems))
        return Sheaf(
            self.notes.left.file, tuple(self.drafts), tuple(self.lines), tuple(sorted(self.notes.left.problems))
        )


def drafted(quiz: Quiz) -> Draft:
    """The question as its author wrote it; texts in other languages are not part of it."""
    asked = [option for label in quiz.order if (option := quiz.option(label))] or quiz.options
    options = labelled(asked) if quiz.kind is Kind.ORDERING else tuple(asked)
    return Draft(
        id=quiz.id,
        kind=quiz.kind,
        text=quiz.text,
        options=tuple(replace(option, also=()) for option in options),
        fact=quiz.fact.id if quiz.fact else "",
        scenario=quiz.scenario,
        number=quiz.number,
        accepted=quiz.accepted,
        why=quiz.why,
    )


def labelled(options: Sequence[Option]) -> tuple[Option, ...]:
    """The options as A, B, C …"""
    return tuple(
        replace(option, label=label) for label, option in zip(_LETTERS.ljust(len(options), "?"), options, strict=False)
    )
