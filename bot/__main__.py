"""`kotsu`: the command line."""

import typer

from bot.commands import answers, cohort, course, doctor, org, people
from bot.commands.demo import demo
from bot.commands.run import migrate, run
from bot.commands.sandbox import sandbox

app = typer.Typer(
    name="kotsu",
    help="Kotsukotsu (コツコツ): a learning companion for town halls that lives in LINE and Slack.\n\n"
    "Try it without any account: kotsu demo. For real: kotsu migrate, kotsu org create, kotsu cohort create, "
    "kotsu run; kotsu doctor tells what is missing.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    add_completion=False,
)
for command in (run, migrate, demo, sandbox, doctor.doctor):
    app.command()(command)
for name, group in (
    ("org", org.app),
    ("cohort", cohort.app),
    ("people", people.app),
    ("answers", answers.app),
    ("course", course.app),
):
    app.add_typer(group, name=name)


def main() -> None:
    """The entry point of the `kotsu` script."""
    app()


if __name__ == "__main__":
    main()
