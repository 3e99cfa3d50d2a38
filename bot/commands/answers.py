"""`kotsu answers`: every logged answer, for those who may evaluate the course."""

from pathlib import Path
from typing import Annotated, Final

import typer

from bot import opening
from bot.exported import leaving
from bot.guarded import guarded
from store.values import Answer

app = typer.Typer(help="Answers: everything that was logged, as CSV.", no_args_is_help=True)
_HEAD: Final = (
    "cohort",
    "course",
    "edition",
    "person",
    "nickname",
    "enrolment",
    "lesson",
    "quiz",
    "chosen",
    "right",
    "at",
)


@app.callback()
def group() -> None:
    """A group, so that `answers export` stays `answers export` when more comes."""


@app.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to write; standard output unless given.")] = None,
    cohort: Annotated[str | None, typer.Option(help="Only this cohort, by its join code.")] = None,
    org: Annotated[str | None, typer.Option(help="Which organisation, if there are several.")] = None,
) -> None:
    """One line an answer, oldest first. A file is marked as UTF-8, so that Excel reads it; no cell can be a formula."""
    with opening.reading(org) as work:
        chosen = opening.cohort_of(work, cohort).id if cohort else None
        with leaving(file, org, target=f"cohort:{chosen}" if chosen else "cohorts", what="answers") as write:
            write(_HEAD)
            for answer in work.attempts.export(chosen):
                write(_row(answer))


def _row(answer: Answer) -> tuple[object, ...]:
    return (
        guarded(answer.cohort),
        answer.course,
        answer.edition,
        answer.person,
        guarded(answer.nickname),
        answer.enrolment,
        answer.lesson,
        answer.quiz,
        guarded(" ".join(answer.chosen)),
        "" if answer.right is None else int(answer.right),
        answer.at.isoformat(),
    )
