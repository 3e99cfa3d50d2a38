"""`kotsu announce votes`: what was answered to the question of an announcement."""

from pathlib import Path
from typing import Annotated, Final

import typer

from bot import opening
from bot.commands.announce_found import Number, Org, found
from bot.exported import leaving
from bot.guarded import guarded
from lessons.cards.announcement import labels

_HEAD: Final = ("person", "chosen", "answer", "at")


def votes(
    number: Number,
    file: Annotated[
        Path | None, typer.Option("--csv", help="Where to write the CSV; standard output unless given.")
    ] = None,
    org: Org = None,
) -> None:
    """One line an answer to its question, the oldest first, by code and never by name. No cell can be a formula.

    Whoever reads this sees single answers: not for superiors, not for appraisal.
    """
    with opening.reading(org) as work:
        announcement = found(work, number)
        if not announcement.notice.question:
            opening.sorry(f"The announcement {number} asks nothing.")
        words = dict(labels(announcement.notice.options))
        with leaving(file, org, target=f"announcement:{number}", what="votes") as write:
            write(_HEAD)
            for each in work.votes.export(number):
                write((f"P{each.person}", each.option, guarded(words.get(each.option, "")), each.at.isoformat()))
