"""`kotsu course handout`: a course on paper."""

from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from console.handout import handout as paper
from lessons.library import BrokenCourse, load
from lessons.phrases import LANGUAGES, phrases


def handout(
    course: Annotated[Path, typer.Argument(help="The course's folder, with its course.yaml.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="A file, as course.html, or a folder to put it in.")],
    language: Annotated[str, typer.Option(help="ja, easy or en; the course's own unless given.")] = "",
    *,
    without_answers: Annotated[bool, typer.Option("--without-answers", help="Leave the answers out.")] = False,
) -> None:
    """The whole course as one HTML file to be printed on A4 from a browser: no script, nothing from elsewhere."""
    if not course.is_dir():
        opening.sorry(f"There is no folder {course}.")
    try:
        taught = load(course)
    except BrokenCourse as broken:
        opening.sorry(broken)
    spoken = language or taught.language
    if spoken not in LANGUAGES:
        opening.sorry(f"A handout is in one of {', '.join(LANGUAGES)}.")
    if spoken != taught.language and spoken not in dict(taught.readings):
        opening.sorry(f"{taught.title} has no reading {spoken!r}.")
    ending = "" if spoken == taught.language else f".{spoken}"
    file = output if output.suffix == ".html" else output / f"{taught.id}{ending}.html"
    page = paper(taught, phrases(spoken), today=opening.now().date(), answers=not without_answers)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
    except OSError as why:
        opening.sorry(f"{file} cannot be written: {why.strerror}.")
    typer.echo(f"{file}: {len(taught.lessons)} lessons. Open it in a browser and print it on A4.")
