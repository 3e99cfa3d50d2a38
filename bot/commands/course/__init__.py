"""`kotsu course`: what authors of courses do."""

import typer

from bot.commands.lazy import Lazy


class _Commands(Lazy):
    where = {  # noqa: RUF012  typed where it is declared
        "amend": "bot.commands.course.amend:mend",
        "check": "bot.commands.course.check:check",
        "facts": "bot.commands.course.facts:facts",
        "diff": "bot.commands.course.diff:diff",
        "preview": "bot.commands.course.preview:preview",
        "import": "bot.commands.course.import_:import_",
        "export": "bot.commands.course.export:export",
    }


app = typer.Typer(cls=_Commands, help="Courses: write, check and look at what will be taught.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Courses: write, check and look at what will be taught."""
