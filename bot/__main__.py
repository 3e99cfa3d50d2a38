"""`kotsu`: the command line."""

from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_group

_COMMANDS: Final = {
    "run": "bot.commands.run:run",
    "migrate": "bot.commands.run:migrate",
    "demo": "bot.commands.demo:demo",
    "rehearse": "bot.commands.rehearse:rehearse",
    "sandbox": "bot.commands.sandbox:sandbox",
    "doctor": "bot.commands.doctor:doctor",
    "line": "bot.commands.line:app",
    "org": "bot.commands.org:app",
    "cohort": "bot.commands.cohort:app",
    "people": "bot.commands.people:app",
    "answers": "bot.commands.answers:app",
    "questions": "bot.commands.questions:app",
    "course": "bot.commands.course:app",
    "bench": "bot.commands.bench:bench",
}


class _Commands(TyperGroup):
    """Loads a command when it is called: the platforms' SDKs take seconds, and most commands need none.

    Typer keeps the types of its contexts and commands to itself.
    """

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  Typer's own signature
        return [*_COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        where = _COMMANDS.get(cmd_name)
        if where is None:
            return None
        module, _, name = where.partition(":")
        found, holder = getattr(import_module(module), name), typer.Typer()
        if isinstance(found, typer.Typer):
            holder.add_typer(found, name=cmd_name)
        else:
            holder.command(cmd_name)(found)
        return get_group(holder).get_command(ctx, cmd_name)


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
