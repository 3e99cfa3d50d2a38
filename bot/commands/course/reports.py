"""`kotsu course reports`: what learners found wrong or out of date, and what the editor says to it."""

import json
from typing import Annotated

import typer

from bot import opening
from lessons.library import Library
from school import reporting
from store.values import Note, Report, ReportState
from store.work import Work

app = typer.Typer(help="What learners found wrong or out of date: see it, close it.")
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]


@app.callback(invoke_without_command=True)
def list_(
    ctx: typer.Context,
    course: Annotated[str, typer.Option(help="Only of this course, by its id.")] = "",
    *,
    everything: Annotated[bool, typer.Option("--all", help="Closed ones too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
    org: Org = None,
) -> None:
    """Number, day, nickname, lesson and what was written, the oldest first; what was taken back is not shown."""
    if ctx.invoked_subcommand is not None:
        return
    library = opening.read_library()
    with opening.reading(org) as work:
        wanted = [each for each in work.reports.all() if course in {"", each.course}]
        still = [each for each in wanted if everything or each.state is ReportState.OPEN]
        shown = [(each, words) for each in still if (words := reporting.words_of(work, each))]
        if as_json:
            rows = [_row(work, library, *each) for each in shown]
            typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        for each in shown:
            typer.echo(_line(work, library, *each))
    if not shown:
        typer.echo("Nobody has reported anything that waits.")


@app.command()
def close(
    number: Annotated[int, typer.Argument(help="The report's number.")],
    note: Annotated[str, typer.Option(help="What the reporter reads with their next lesson; empty: nothing.")] = "",
    org: Org = None,
) -> None:
    """The report is done with. A note reaches the reporter once, kindly, and costs no message of its own."""
    with opening.working(org) as work:
        there = work.reports.get(number) or opening.sorry(f"There is no report {number}.")
        if not reporting.close(work, there, note.strip(), opening.now()):
            opening.sorry(f"The report {number} is closed already.")
    typer.echo(f"Closed. {'The reporter will read your note.' if note.strip() else 'The reporter hears nothing.'}")


def _line(work: Work, library: Library, report: Report, words: tuple[Note, ...]) -> str:
    at = report.at.astimezone(work.organisation.timezone)
    who = work.people.get(report.person).nickname
    closed = f"  closed: {report.answer or '-'}" if report.state is ReportState.CLOSED else ""
    told = "".join(f"\n      {each.quiz + ': ' if each.quiz else ''}{_folded(each.body)}" for each in words)
    where = f"{report.course} {report.edition}  {report.lesson} {_title(library, report)}"
    return f"{report.id}  {at:%Y-%m-%d %H:%M}  {who}  {where}{closed}{told}"


def _row(work: Work, library: Library, report: Report, words: tuple[Note, ...]) -> dict[str, object]:
    return {
        "id": report.id,
        "course": report.course,
        "edition": report.edition,
        "lesson": report.lesson,
        "title": _title(library, report),
        "nickname": work.people.get(report.person).nickname,
        "state": report.state.value,
        "at": report.at.isoformat(),
        "words": [{"quiz": each.quiz, "body": each.body, "via": each.via, "at": each.at.isoformat()} for each in words],
        "answer": report.answer,
        "closed_at": report.closed_at.isoformat() if report.closed_at else None,
    }


def _title(library: Library, report: Report) -> str:
    """What the lesson is called on the shelf now; nothing where it is not there any more."""
    lessons = (lesson for each in library.courses if each.id == report.course for lesson in each.lessons)
    return next((lesson.title for lesson in lessons if lesson.id == report.lesson), "")


def _folded(body: str) -> str:
    return "\n      ".join(body.splitlines())
