"""`kotsu`: the command line."""

import typer

from bot.commands.lazy import Lazy


class _Commands(Lazy):
    where = {  # noqa: RUF012  typed where it is declared
        "run": "bot.commands.run:run",
        "migrate": "bot.commands.run:migrate",
        "demo": "bot.commands.demo:demo",
        "rehearse": "bot.commands.rehearse:rehearse",
        "sandbox": "bot.commands.sandbox:sandbox",
        "doctor": "bot.commands.doctor:doctor",
        "line": "bot.commands.line:app",
        "org": "bot.commands.org:app",
        "cohort": "bot.commands.cohort:app",
        "silence": "bot.commands.silence:app",
        "announce": "bot.commands.announce:app",
        "digest": "bot.commands.digest:app",
        "quota": "bot.commands.quota:app",
        "roles": "bot.commands.roles:app",
        "roster": "bot.commands.roster:app",
        "audit": "bot.commands.audit:app",
        "people": "bot.commands.people:app",
        "assessment": "bot.commands.assessment:app",
        "answers": "bot.commands.answers:app",
        "questions": "bot.commands.questions:app",
        "course": "bot.commands.course:app",
        "bench": "bot.commands.bench:bench",
    }


app = typer.Typer(
    name="kotsu",
    cls=_Commands,
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    add_completion=False,
)


@app.callback()
def kotsu() -> None:
    """Kotsukotsu (コツコツ): a learning companion for town halls that lives in LINE and Slack.

    Try it without any account: kotsu demo. For real: kotsu migrate, kotsu org create, kotsu cohort create, kotsu run;
    kotsu doctor tells what is missing.
    """


def main() -> None:
    """The entry point of the `kotsu` script."""
    app()


if __name__ == "__main__":
    main()
