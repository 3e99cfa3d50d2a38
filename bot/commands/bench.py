"""`kotsu bench`: how fast the bot is here, against what this machine could do at best."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from typing import Annotated

import typer

from bot import loop, opening
from bot.bench import places
from bot.bench.announce import announce
from bot.bench.announce_outcome import Outcome
from bot.bench.announce_platform import Recipients
from bot.bench.figures import Figure, table
from bot.bench.load import Unwell
from bot.bench.meeting import What, meeting
from bot.bench.places import NotOurs, Place
from bot.bench.postgres import NoPostgres, throw_away
from config import logs
from lessons.library import Library
from store.errors import DatabaseUnusable


def bench(
    what: Annotated[What | None, typer.Argument(help="What to measure; everything when it is left out.")] = None,
    *,
    database: Annotated[
        list[str] | None,
        typer.Option(
            help="sqlite, postgresql (a server of its own, from the system's programs), or the address of a "
            "PostgreSQL server where databases may be made, and are taken away again. Both when it is left out."
        ),
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=0.05, max=60, help="How long each rate and each floor is measured.")
    ] = 1.5,
    recipients: Annotated[
        int, typer.Option(min=0, max=200_000, help="announce only: how many get it on LINE.")
    ] = 10_000,
    slack: Annotated[int, typer.Option(min=0, max=5_000, help="announce only: how many get it in Slack.")] = 0,
    rounds: Annotated[int, typer.Option(min=1, max=20, help="announce only: how many times it is announced.")] = 2,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the rows to this file, too.")] = None,
) -> None:
    """Measure answers, letters and plans a second, on databases of its own: none of yours is read or written.

    Trust the ratios more than the rates: a floor and what stands on it are measured in turns, on the same machine.
    `announce` is measured only when it is named.
    """
    library, figures, outcomes = opening.read_library(), list[Figure](), list[Outcome]()
    with _logs_to_nowhere():
        for kind in database or ["sqlite", "postgresql"]:
            try:
                with _place(kind) as place:
                    if what is What.ANNOUNCE:
                        to = Recipients(recipients, slack)
                        outcomes.append(loop.run(announce(place, library, to, rounds=rounds, seconds=seconds)))
                    else:
                        figures += loop.run(_measured(what, place, library, seconds))
            except NoPostgres as why:
                typer.echo(f"PostgreSQL is left out: {why}.", err=True)
            except (NotOurs, Unwell, DatabaseUnusable) as why:
                opening.sorry(why)
    typer.echo("\n\n".join(each.told() for each in outcomes) if outcomes else table(figures))
    if json_file:
        rows = [*(each.as_json() for each in figures), *(each.as_json() for each in outcomes)]
        json_file.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


async def _measured(what: What | None, place: Place, library: Library, seconds: float) -> list[Figure]:
    figures = []
    async for each in meeting(what, place, library, seconds):
        typer.echo(f"{each.name} on {each.database}: {each.rate:,.0f} {each.unit}", err=True)
        figures.append(each)
    return figures


@contextmanager
def _place(kind: str) -> Iterator[Place]:
    if kind == "sqlite":
        with places.files() as folder:
            yield folder
    elif kind == "postgresql":
        with throw_away() as url, places.server(url) as server:
            yield server
    elif kind.startswith(("postgresql://", "postgres://", "postgresql+psycopg://")):
        with places.server(kind) as server:
            yield server
    else:
        opening.sorry(f"{kind!r} is neither sqlite, nor postgresql, nor the address of a PostgreSQL server.")


@contextmanager
def _logs_to_nowhere() -> Iterator[None]:
    """Written as in an office, but to nowhere: what they cost is part of every rate."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        with redirect_stderr(nowhere):
            logs.set_up("text")
        yield
