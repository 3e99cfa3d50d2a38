"""`kotsu roles`: who may do what."""

import getpass
from typing import Annotated, Final

import typer

from bot import opening
from school import appointing
from school.appointing import VALID
from school.rights import operator
from store.office import Grant, Role
from store.work import Work

app = typer.Typer(help="Roles: who may do what; given by one-time codes.", no_args_is_help=True)
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
_GIVEN: Final = [role.value for role in Role if role is not Role.LEARNER]


@app.command()
def offer(
    role: Annotated[str, typer.Argument(help="owner, officer, facilitator or manager.")],
    section: Annotated[str, typer.Option(help="A manager's section, as 総務部/総務課.")] = "",
    org: Org = None,
) -> None:
    """Print a code, good once and for a week: whoever sends it to the bot as 役割 CODE has the role."""
    if role not in _GIVEN:
        opening.sorry(f"The role is one of {', '.join(_GIVEN)}, not {role!r}.")
    if (role == Role.MANAGER) != bool(section):
        opening.sorry("A manager needs --section, and nobody else has one.")
    with opening.working(org) as work:
        place = _section(work, section) if section else None
        code = appointing.offer(work, operator(getpass.getuser()), Role(role), section=place, at=opening.now())
    typer.echo(f"{code}  {role}{f' of {section}' if section else ''}, good for {VALID.days} days.")
    typer.echo(f"Send it to the bot in LINE or Slack as: 役割 {code}")


@app.command("list")
def list_(org: Org = None) -> None:
    """Everybody who has a role, by nickname."""
    with opening.reading(org) as work:
        for grant in work.roles.all():
            typer.echo(f"{grant.id}  {work.people.get(grant.person).nickname}  {_told(work, grant)}")


@app.command()
def revoke(
    number: Annotated[int, typer.Argument(help="The number that `roles list` shows.")],
    org: Org = None,
) -> None:
    """Take a role away."""
    with opening.working(org) as work:
        grant = next((each for each in work.roles.all() if each.id == number), None)
        if grant is None:
            opening.sorry(f"There is no role with the number {number}.")
        appointing.revoke(work, operator(getpass.getuser()), grant, opening.now())
        typer.echo(f"{work.people.get(grant.person).nickname} is {_told(work, grant)} no more.")


def _told(work: Work, grant: Grant) -> str:
    return grant.role.value + (f" of {work.sections.get(grant.section).path}" if grant.section else "")


def _section(work: Work, path: str) -> int:
    found = work.sections.by_path(path)
    return found.id if found else opening.sorry(f"There is no section {path!r}. Import the roster first.")
