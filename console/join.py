"""The page an invitation leads to: what this is, and how to join from LINE or from Slack."""

from dataclasses import dataclass

import segno

from console.templating import drawn


@dataclass(frozen=True, slots=True)
class Door:
    """What the page tells. `line` is a link that opens LINE with the words typed, `slack` a command; either may be
    empty.
    """

    organisation: str
    course: str
    description: str
    days: int
    cohort: str
    code: str
    line: str
    slack: str


def join_page(door: Door) -> str:
    """The page as HTML: no script, no cookie, nothing from elsewhere."""
    picture = segno.make(door.line, error="m").svg_inline(scale=4, border=2, title="LINEで開く") if door.line else ""
    return drawn("join.html", door=door, picture=picture)


def no_such_page() -> str:
    """For a code that nobody gave out."""
    return drawn("missing.html")
