"""`kotsu rehearse`: next month's cohort, lived through in a minute."""

import json
import logging
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Annotated

import typer

from bot import loop, opening
from bot.connections import BadToken, NoOrganisation
from bot.rehearsal.brief import ends_soon, on_one_processor, short_lived
from bot.rehearsal.plan import CALENDAR, Faults, Plan
from bot.rehearsal.rehearsal import Rehearsal
from bot.rehearsal.report import Report
from bot.rehearsal.rest import Restless
from bot.rehearsal.shelf import NoCourse, chosen
from bot.rehearsal.town import Astray, town
from bot.rehearsal.words import Language, Screen, Words
from config import logs
from lessons.library import BrokenCourse

Wish = Annotated[
    str, typer.Option(help="A course's id, the folder of one, or `generated`: one made up, as long as the days.")
]
Assessments = Annotated[
    bool, typer.Option(help="Take the course's questionnaires along, and the months until the last of them.")
]
Plain = Annotated[bool, typer.Option("--plain", help="Lessons alone: leave out what the office does.")]
Start = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The cohort's first day; the next working day if not given."),
]
Port = Annotated[
    int, typer.Option(min=0, max=65535, help="Where the sandbox listens, for a proxy in between; any free port if 0.")
]


def rehearse(
    *,
    line: Annotated[int, typer.Option(min=0, max=500, help="How many learn in LINE.")] = 10,
    slack: Annotated[int, typer.Option(min=0, max=500, help="How many learn in Slack.")] = 10,
    days: Annotated[int, typer.Option(min=1, max=250, help="How many working days.")] = 40,
    start: Start = None,
    seed: Annotated[int, typer.Option(help="Who does what when, and what goes wrong, follow it.")] = 1,
    faults: Annotated[Faults, typer.Option(help="How badly the platforms and the network behave.")] = Faults.NONE,
    course: Wish = "",
    assessments: Assessments = True,
    plain: Plain = False,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the figures to this file, too.")] = None,
    language: Annotated[Language, typer.Option(help="What the report is written in.")] = Language.JA,
    sandbox_port: Port = 0,
) -> None:
    """Live through a whole cohort in advance: the real bot, a local LINE and Slack over HTTP, a clock that jumps.

    Nothing of yours is touched: the database is a throw-away. Status 1 if a promise was broken, 2 if it cannot begin.
    """
    logs.set_up("text", logging.CRITICAL)
    line_api_url, slack_api_url = _addresses()
    words = Words(language)
    with TemporaryDirectory(prefix="kotsu-rehearsal-") as folder:
        try:
            plan = Plan(
                line=line,
                slack=slack,
                days=days,
                start=_first(start),
                seed=seed,
                faults=faults,
                shelf=chosen(course, days, seed, Path(folder), assessments=assessments),
                sandbox_port=sandbox_port,
                line_api_url=line_api_url,
                slack_api_url=slack_api_url,
                plain=plain,
            )
            with on_one_processor():
                report = loop.run(_rehearse(plan, Path(folder), words))
        except (BrokenCourse, NoCourse, Astray, BadToken, NoOrganisation, Restless, OSError) as why:
            opening.sorry(why)
    typer.echo(words.report(plan, report))
    if json_file:
        json_file.write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if report.breaches:
        raise typer.Exit(1)


async def _rehearse(plan: Plan, folder: Path, words: Words) -> Report:
    screen, began = Screen(words), perf_counter()
    try:
        async with town(plan, folder) as place:
            short_lived()
            report = await Rehearsal(plan, place).run(screen)
    finally:
        screen.close()
        ends_soon()
    return report.taking(perf_counter() - began)


def _addresses() -> tuple[str, str]:
    """Where a proxy stands between the bot and the sandbox, if the settings say so."""
    settings = opening.read_settings()
    line = settings.line_api_url if "line_api_url" in settings.model_fields_set else ""
    slack = settings.slack_api_url if "slack_api_url" in settings.model_fields_set else ""
    return line, slack


def _first(start: datetime | None) -> date:
    return start.date() if start else CALENDAR.next_ordinary(CALENDAR.day(opening.now()))
