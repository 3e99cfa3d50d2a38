"""The pictures in digests: which are wanted, and where they are once they are drawn."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from lessons.cards.digest.office import Picture
from lessons.grouping import Shown
from lessons.phrases import phrases
from lessons.weekly import Week
from school.digests.census import Survey
from school.digests.office import shown
from school.rights import Verb, actors, may
from store.work import Work

SHOWN: Final = timedelta(days=14)  # a chat that is looked at later shows the words alone
_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is to be drawn, and in which language."""

    about: str
    week: Week
    shown: Shown
    language: str


def wanted(work: Work, of: Week) -> Iterator[Sketch]:
    """One for each language that the office reads and that is not drawn yet."""
    survey = Survey(work, of)
    for language in sorted({work.people.get(person).language for person in office(work)}):
        about = named(of, language)
        if work.pictures.secret(about):
            continue
        seen = shown(survey, phrases(language))
        if seen.groups:
            yield Sketch(about, of, seen, language)


def keep(work: Work, sketch: Sketch, png: bytes, at: datetime) -> bool:
    """The picture is there to be seen; False if somebody else drew it before."""
    return work.pictures.keep(sketch.about, secrets.token_urlsafe(_BYTES), png, at + SHOWN)


def picture(work: Work, of: Week, language: str, public_url: str) -> Picture | None:
    """Where it is. An address only where browsers and LINE trust it (https)."""
    secret = work.pictures.secret(named(of, language))
    if not secret:
        return None
    return Picture(secret, f"{public_url}/p/{secret}" if public_url.startswith("https://") else "")


def named(of: Week, language: str) -> str:
    """What the picture is of."""
    return f"digest:{of.name}:{language}"


def office(work: Work) -> tuple[int, ...]:
    """Everybody who reads the office's digest."""
    able = (each for each in actors(work) if may(work, each, Verb.READ_OFFICE_DIGEST))
    return tuple(each.person for each in able if each.person)
