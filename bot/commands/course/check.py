"""`kotsu course check`: is a course fit to be taught?"""

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.checking import Report, checked, figures
from bot.commands.course.telling import Tongue, lines, spoken
from bot.ending import sorry
from config.clock import WallClock
from lessons.hygiene.advice import wording

_PARTS: Final = {".yaml", ".md"}


def check(
    path: Annotated[Path, typer.Argument(help="The course's folder, with its course.yaml, or a pack of it.")],
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Look at facts as on this day.")] = None,
    language: Annotated[Tongue | None, typer.Option(help="Tell it in ja or en; by LANG if not said.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,  # noqa: FBT002
    as_json: Annotated[bool, typer.Option("--json", help="Tell it to a program.")] = False,  # noqa: FBT002
) -> None:
    """Name the file, the line, what is wrong, why, and how to mend it: for everything at once. Status 1 if there is an
    error; warnings come after the errors.

    What LINE or Slack would refuse once rendered is an error.
    """
    if not path.exists():
        sorry(f"There is no file or folder {path}.")
    if path.is_file() and path.suffix in _PARTS:
        sorry(f"{path} is one file of a course: name the folder that has its course.yaml, or a pack.")
    tongue, day = spoken(language), (on or WallClock().now()).date()
    report = checked(path, on=day, tongue=tongue)
    if as_json:
        typer.echo(json.dumps(figures(report, day), ensure_ascii=False, indent=2))
    else:
        _tell(path, report, tongue)
    if report.errors or (strict and report.warnings):
        raise typer.Exit(1)


def _tell(path: Path, report: Report, tongue: Tongue) -> None:
    words = wording(tongue)["report"]
    for each in report.errors:
        typer.echo(lines(path, each))
    for each in report.warnings:
        typer.echo(lines(path, each, before=f"{words['warning']}: "))
    if report.warnings:
        typer.echo(words["to_look_at"].format(many=len(report.warnings)), err=True)
    if report.errors:
        typer.echo(words["to_mend"].format(many=len(report.errors)), err=True)
    elif report.course:
        course, many = report.course, sum(len(lesson.quizzes) for lesson in report.course.lessons)
        said = {"title": course.title, "edition": course.edition, "lessons": len(course.lessons), "questions": many}
        typer.echo(words["all_well"].format(**said))
