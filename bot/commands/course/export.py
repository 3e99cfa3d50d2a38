"""`kotsu course export`: a course's questions in a file for others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, assert_never

import typer

from bot import opening
from lessons.exchange import gift, sheet
from lessons.exchange.sheaf import Loss
from lessons.library import BrokenCourse, load
from lessons.model import Course

_MANY: Final = 20


class Shape(StrEnum):
    """What kind of file."""

    GIFT = "gift"
    CSV = "csv"
    XLSX = "xlsx"


def export(
    course: Annotated[Path, typer.Argument(help="The course's folder, with its course.yaml.")],
    to: Annotated[Shape, typer.Option(help="What kind of file.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write.")],
) -> None:
    """All questions of a course, in its own language. What the file cannot say is named, question by question."""
    if not course.is_dir():
        opening.sorry(f"There is no folder {course}.")
    try:
        taught = load(course)
    except BrokenCourse as broken:
        opening.sorry(broken)
    content, losses = _made(taught, to)
    try:
        output.write_bytes(content)
    except OSError as why:
        opening.sorry(f"{output} cannot be written: {why.strerror}.")
    _tell(taught, output, losses)


def _made(course: Course, to: Shape) -> tuple[bytes, tuple[Loss, ...]]:
    match to:
        case Shape.GIFT:
            return gift.write(course).encode(), gift.losses(course)
        case Shape.CSV:
            return sheet.to_commas(sheet.rows(course)), ()
        case Shape.XLSX:
            return sheet.to_book(sheet.rows(course)), ()
        case _ as unreachable:
            assert_never(unreachable)


def _tell(course: Course, output: Path, losses: Iterable[Loss]) -> None:
    found: dict[Loss, list[str]] = defaultdict(list)
    for loss in losses:
        found[Loss("", loss.what, loss.carried)].append(loss.quiz)
    count = sum(len(lesson.quizzes) for lesson in course.lessons)
    typer.echo(f"{count} questions in {output}.")
    for kept, head in ((True, "Others pass over, and it comes back to you:"), (False, "Not kept:")):
        lines = [f"  {loss.what}: {_listed(quizzes)}" for loss, quizzes in found.items() if loss.carried is kept]
        for line in [head, *lines] if lines else []:
            typer.echo(line)
    others = ["the lessons' own texts", *(f"the reading `{language}`" for language, _ in course.readings)]
    others += ["what is asked before and after the course"] if course.assessment else []
    typer.echo(f"Not in the file: {', '.join(others)}.")


def _listed(quizzes: Sequence[str]) -> str:
    """All of them, or how many there are where nobody would read so many."""
    few = len(quizzes) <= _MANY
    return ", ".join(quizzes) if few else f"{len(quizzes)} questions, from {quizzes[0]} to {quizzes[-1]}"
