"""Weekly digests: the office's picture is drawn first, beside everything else; then the letters are written."""

import asyncio
from datetime import datetime
from functools import partial

from lessons.library import Library
from scheduler.jobs import Rounds, batches, found
from school.digests import due, pictures
from school.digests.pictures import Sketch
from store.root import Root
from store.work import Work


async def digest(rounds: Rounds) -> None:
    """Tell the week to everybody whose organisation's moment has come."""
    at = rounds.clock.now()
    for organisation in await rounds.database.run(found, rounds, _told, at):
        for sketch in await rounds.database.run(_wanted, rounds, organisation, at):
            png = await asyncio.to_thread(_drawn, sketch)
            await rounds.database.run(_keep, rounds, organisation, sketch, png, at)
    await batches(rounds, _told, partial(_send, public_url=rounds.public_url), at)  # whose picture was seen to


def _told(root: Root, at: datetime) -> tuple[int, ...]:
    return root.organisations.told(at)


def _wanted(rounds: Rounds, organisation: int, at: datetime) -> tuple[Sketch, ...]:
    with rounds.database.read(organisation) as work:
        of = due.telling(work, at)
        return tuple(pictures.wanted(work, of)) if of else ()


def _drawn(sketch: Sketch) -> bytes:
    from lessons.cards.digest.chart import drawn  # noqa: PLC0415  takes a second to load, and is used once a week

    return drawn(sketch.week, sketch.shown, sketch.language)


def _keep(rounds: Rounds, organisation: int, sketch: Sketch, png: bytes, at: datetime) -> None:
    with rounds.database.begin(organisation) as work:
        pictures.keep(work, sketch, png, at)


def _send(work: Work, library: Library, at: datetime, limit: int, *, public_url: str) -> int:
    return due.send_due(work, library, at, limit, public_url=public_url)
