"""`kotsu digest`: what the week's digests say."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from bot import opening
from bot.spelled import spelled
from lessons.cards.digest.office import office_digest
from lessons.cards.digest.section import SectionWeek, section_digest
from lessons.phrases import LANGUAGES, Phrases, phrases
from lessons.weekly import week_of
from messages.incoming import ChannelName
from messages.message import Message
from school.digests.census import Survey
from school.digests.office import office_week, section_week
from school.digests.telling import Teller, teller
from school.study import study_of
from store.work import Work

app = typer.Typer(help="Digests: what they would say now.", no_args_is_help=True)
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]


class Kind(StrEnum):
    """Whose digest."""

    LEARNER = "learner"
    MANAGER = "manager"
    OFFICER = "officer"


@app.callback()
def group() -> None:
    """A group, so that `digest show` stays `digest show` when more comes."""


@app.command()
def show(
    kind: Annotated[Kind, typer.Option(help="Whose.")],
    section: Annotated[str, typer.Option(help="A manager's section, as 総務部/総務課.")] = "",
    person: Annotated[str, typer.Option(help="A learner's nickname.")] = "",
    language: Annotated[str, typer.Option(help="ja, easy or en.")] = "ja",
    org: Org = None,
) -> None:
    """What the digest of this week would say at this moment. Nothing is sent."""
    if (kind is Kind.MANAGER) != bool(section) or (kind is Kind.LEARNER) != bool(person):
        opening.sorry("A manager's digest needs --section, a learner's --person, and the office's neither.")
    if language not in LANGUAGES:
        opening.sorry(f"The language is one of {', '.join(LANGUAGES)}, not {language!r}.")
    at, library = opening.now(), opening.read_library()
    with opening.reading(org) as work:
        of = week_of(at.astimezone(work.organisation.timezone).date())
        told = _message(teller(work, library, of, at), kind, section or person, phrases(language), at)
    typer.echo(spelled(told))


def _message(tells: Teller, kind: Kind, whose: str, say: Phrases, at: datetime) -> Message:
    match kind:
        case Kind.LEARNER:
            return _own(tells, whose)
        case Kind.MANAGER:
            return section_digest(_section(tells.work, tells.survey, whose, at), say)
        case Kind.OFFICER:
            return office_digest(office_week(tells.survey, tells.library.spoken(say.language), at, say), say)


def _section(work: Work, survey: Survey, path: str, at: datetime) -> SectionWeek:
    found = work.sections.by_path(path)
    if found is None:
        opening.sorry(f"There is no section {path!r}. Import the roster first.")
    return section_week(survey, found, at)


def _own(tells: Teller, nickname: str) -> Message:
    work = tells.work
    found = [each for each in work.people.all() if each.nickname == nickname]
    enrolments = work.enrolments.of_person(found[0].id) if len(found) == 1 else ()
    if not enrolments:
        opening.sorry(f"There is not exactly one learner called {nickname!r}. See: kotsu people list")
    return tells.own(study_of(work, enrolments[-1], tells.library), found[0].language, ChannelName.SLACK)
