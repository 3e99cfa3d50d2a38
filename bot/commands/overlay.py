"""`kotsu org overlay`: an organisation's own words, rules, tools and lessons upon a course."""

from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from bot.commands.course.telling import Tongue, lines, spoken
from lessons.hygiene.advice import wording
from lessons.hygiene.faults import translated
from lessons.library import BrokenCourse, Library
from lessons.model import Course
from lessons.overlay import FILE, PARTS, Overlay, Reading, read_overlay
from lessons.packing import archive
from lessons.shelf import course_in, overlay_in, with_overlay
from lessons.tool import Tool, Use

app = typer.Typer(help="Overlays: own words, rules, tools and lessons upon a course.", no_args_is_help=True)
Folder = Annotated[Path, typer.Argument(help=f"The overlay's folder, with its {FILE}.")]
Key = Annotated[str, typer.Option("--course", help="The course's id.")]
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
COURSE = "jichitai-dx-kihon"


@app.command()
def check(
    folder: Folder,
    course: Key = COURSE,
    language: Annotated[Tongue | None, typer.Option(help="Tell it in ja or en; by LANG if not said.")] = None,
) -> None:
    """Name the file, the line, what is wrong, why, and how to mend it: for everything at once. Status 1 if there is
    anything.
    """
    library = opening.read_library()
    plain = _course(library, course)
    reading = _read(folder, plain)
    tongue = spoken(language)
    words = wording(tongue)["report"]
    for problem in reading.problems:
        typer.echo(lines(folder, translated(problem, tongue)))
    if reading.overlay is None:
        typer.echo(words["to_mend"].format(many=len(reading.problems)), err=True)
        raise typer.Exit(1)
    _note_edition(reading, plain)
    typer.echo(words["overlay_well"].format(**_counts(reading.overlay)))


@app.command("set")
def set_(folder: Folder, course: Key = COURSE, org: Org = None) -> None:
    """Lay it over the course for cohorts that are made from now on. Those on their way take it by `course amend`."""
    library = opening.read_library()
    plain = _course(library, course)
    reading = _read(folder, plain)
    if reading.overlay is None:
        opening.sorry(BrokenCourse(reading.problems))
    raw, packed = archive(folder, PARTS), library.packed(course)
    if packed is not None:
        try:
            course_in(with_overlay(packed, raw))
        except BrokenCourse as broken:
            opening.sorry(broken)
    with opening.working(org) as work:
        work.overlays.set(course, raw, opening.now())
    _note_edition(reading, plain)
    typer.echo(f"{_counted(reading.overlay)}: upon {course} for new cohorts.")


@app.command()
def show(course: Key = COURSE, org: Org = None) -> None:
    """What lies upon the course."""
    library = opening.read_library()
    with opening.reading(org) as work:
        raw = work.overlays.get(course)
    if not raw:
        opening.sorry(f"Nothing lies upon {course}.")
    try:
        overlay = overlay_in(raw, _course(library, course))
    except BrokenCourse as broken:
        opening.sorry(f"It does not fit the edition on the shelf any more:\n{broken}")
    for line in _lines(overlay):
        typer.echo(line)


@app.command()
def clear(course: Key = COURSE, org: Org = None) -> None:
    """Nothing lies upon the course for cohorts that are made from now on."""
    with opening.working(org) as work:
        if not work.overlays.clear(course):
            opening.sorry(f"Nothing lies upon {course}.")
    typer.echo(f"New cohorts take {course} as it is.")


def _course(library: Library, key: str) -> Course:
    found = next((each for each in library.courses if each.id == key), None)
    return found or opening.sorry(f"There is no course {key!r}.")


def _read(folder: Path, course: Course) -> Reading:
    if not folder.is_dir():
        opening.sorry(f"There is no folder {folder}.")
    return read_overlay(folder, course)


def _note_edition(reading: Reading, course: Course) -> None:
    if reading.overlay and reading.is_for_another:
        typer.echo(
            f"Written for the edition {reading.overlay.edition}; the shelf has {course.edition}. What that changes: "
            f"kotsu course diff OLD NEW --overlay FOLDER",
            err=True,
        )


def _counts(overlay: Overlay) -> dict[str, int]:
    kinds = {"words": overlay.words, "rules": overlay.rules, "tools": overlay.tools, "lessons": overlay.lessons}
    return {kind: len(those) for kind, those in kinds.items()}


def _counted(overlay: Overlay) -> str:
    return ", ".join(f"{many} {kind}" for kind, many in _counts(overlay).items())


def _lines(overlay: Overlay) -> list[str]:
    return [
        f"upon {overlay.course} {overlay.edition}",
        *(f"word    {name}: {word}" for name, word in overlay.words),
        *(f"rule    {lesson}: {rule}" for lesson, rule in overlay.rules),
        *(f"tool    {_told(tool)}" for tool in overlay.tools),
        *(f"lesson  {own.lesson.id} after {own.after}: {own.lesson.title}" for own in overlay.lessons),
    ]


def _told(tool: Tool) -> str:
    marks = {Use.ALLOWED: "allowed", Use.CONDITIONS: "with conditions", Use.FORBIDDEN: "forbidden"}
    note = f" ({tool.note})" if tool.note else ""
    return f"{tool.name}: {marks[tool.use]}, {tool.network}, {tool.desk}{note}"
