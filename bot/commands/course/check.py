"""`kotsu course check`: is a course fit to be taught?"""

from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from bot.proof import refusals
from lessons.library import read


def check(path: Annotated[Path, typer.Argument(help="The course's folder, with its course.yaml.")]) -> None:
    """Name the file, the line, what is wrong and why: for everything wrong at once. Status 1 if there is anything.

    What LINE or Slack would refuse once rendered counts too.
    """
    if not path.is_dir():
        opening.sorry(f"There is no folder {path}.")
    bundle = read(path)
    problems = (*bundle.problems, *refusals(bundle, opening.now().date()))
    for problem in problems:
        typer.echo(f"{path / problem.file}:{problem.line}: {problem.what} ({problem.why})")
    if problems:
        typer.echo(f"{len(problems)} to mend.", err=True)
        raise typer.Exit(1)
    if bundle.course:
        lessons = bundle.course.lessons
        quizzes = sum(len(lesson.quizzes) for lesson in lessons)
        typer.echo(
            f"{bundle.course.title} {bundle.course.edition}: {len(lessons)} lessons, {quizzes} questions, all well."
        )
