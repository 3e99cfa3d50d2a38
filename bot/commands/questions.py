"""`kotsu questions`: what learners have asked the training office, and what it answers."""

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from bot.commands import questions_canned
from bot.commands.questions_told import FAILED, lines
from school.inquiring import desk, looking, replying
from school.inquiring.replying import MOST, Answered, Before, Why
from school.rights import Actor, operator
from school.writing import Unfit
from store.inquiry import Inquiry
from store.work import Work

app = typer.Typer(help="Questions: what learners have asked the training office.", no_args_is_help=True)
app.add_typer(questions_canned.app, name="canned")
Org = Annotated[str | None, typer.Option(help="Which organisation, if there are several.")]
Number = Annotated[int, typer.Argument(help="The question's number, as `questions list` shows it.")]


@app.command("list")
def list_(
    org: Org = None, *, waiting: Annotated[bool, typer.Option("--open", help="Only those not answered.")] = False
) -> None:
    """Number, day, nickname, state, lesson, words and answers. They may be about people's work: print them nowhere."""
    with opening.reading(org) as work:
        shown = looking.waiting(work, _me()) if waiting else tuple(reversed(looking.every(work, _me())))
        for talk in shown:
            typer.echo(lines(work, talk))
    if not shown:
        typer.echo("No question waits." if waiting else "Nobody has asked anything yet.")


@app.command()
def search(
    words: Annotated[str, typer.Argument(help="Words that stand in the question or its answer.")], org: Org = None
) -> None:
    """What was answered before, the newest first."""
    with opening.reading(org) as work:
        found = looking.search(work, _me(), words)
        for talk in found:
            typer.echo(lines(work, talk))
    if not found:
        typer.echo("Nothing was answered with these words.")


@app.command()
def answer(
    number: Number,
    file: Annotated[Path, typer.Argument(help="A UTF-8 file with the answer; - is standard input.")] = Path("-"),
    org: Org = None,
    *,
    too: Annotated[bool, typer.Option(help="Send it although somebody else has answered.")] = False,
) -> None:
    """Answer a question: it goes to whoever asked, where they asked."""
    body = _read(file)
    with opening.working(org) as work:
        at = opening.now()
        talk = looking.find(work, _me(), number)
        seen = len(talk.answers) if talk and too else 0
        source = f"command:{getpass.getuser()}:{number}:{at.isoformat()}"
        outcome = replying.answer(work, _me(), number, body, source=source, seen=seen, at=at)
        match outcome:
            case Answered(again=True):
                opening.sorry("These words have gone out already.")
            case Before(by=by):
                opening.sorry(f"{by} has answered it already. To send yours as a second answer: --too")
            case Unfit(length=length, private=private):
                opening.sorry(_unfit(length, named=[each.value for each in private]))
            case Why():
                opening.sorry(FAILED[outcome])
            case _:
                pass
    typer.echo(f"The answer to {number} is on its way to whoever asked.")


@app.command()
def claim(number: Number, org: Org = None) -> None:
    """Take a question on."""
    with opening.working(org) as work:
        _moved(replying.claim(work, _me(), number, opening.now()))
    typer.echo(f"You have taken on {number}.")


@app.command()
def hand(
    number: Number,
    to: Annotated[str, typer.Argument(help="The nickname of somebody who may answer.")],
    org: Org = None,
) -> None:
    """Hand a question over to somebody, who is shown it."""
    with opening.working(org) as work:
        _moved(replying.hand(work, _me(), number, _named(work, to), opening.now()))
    typer.echo(f"{number} is with {to} now.")


def _me() -> Actor:
    return operator(getpass.getuser())


def _moved(outcome: Inquiry | Why) -> None:
    if isinstance(outcome, Why):
        opening.sorry(FAILED[outcome])


def _named(work: Work, nickname: str) -> int:
    """0 for nobody, or for several."""
    found = [each.id for each in desk.able(work) if each.nickname.casefold() == nickname.casefold()]
    return found[0] if len(found) == 1 else 0


def _unfit(length: int, *, named: list[str]) -> str:
    if named:
        return f"There is what looks like personal data in it ({', '.join(named)}). Nothing was sent."
    return f"It has {length} characters, at most {MOST} are sent." if length else "There is nothing in it."


def _read(file: Path) -> str:
    try:
        return sys.stdin.read() if file == Path("-") else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as why:
        opening.sorry(f"{file} cannot be read as UTF-8: {why}")
