"""`kotsu course pack`: a course in one file, to be handed on."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.course.telling import Tongue, lines, spoken
from bot.ending import sorry
from lessons.hygiene.faults import translated
from lessons.library import BrokenCourse, load
from lessons.packing import SUFFIX, digest, pack


def pack_course(
    folder: Annotated[Path, typer.Argument(help="The course's folder, with its course.yaml.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The file to write.")] = None,
    language: Annotated[Tongue | None, typer.Option(help="Say what is wrong in Japanese or English.")] = None,
) -> None:
    """Write the course into one zip file: only what is read of it, and the same bytes for the same content.

    A broken course is refused with status 1, and nothing is written.
    """
    if not folder.is_dir():
        sorry(f"There is no folder {folder}.")
    try:
        packed, course = pack(folder), load(folder)
    except BrokenCourse as broken:
        for problem in broken.problems:
            typer.echo(lines(folder, translated(problem, spoken(language))))
        raise typer.Exit(1) from broken
    file = output or Path(f"{course.id}-{course.edition}{SUFFIX}")
    try:
        file.write_bytes(packed)
    except OSError as why:
        sorry(f"{file} cannot be written: {why.strerror}.")
    typer.echo(f"{file}: {course.title} {course.edition}, {len(packed):,} bytes, sha256 {digest(packed)}")
