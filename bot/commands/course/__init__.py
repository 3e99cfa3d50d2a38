"""`kotsu course`: what authors of courses do."""

import typer

from bot.commands.lazy import Lazy


class _Commands(Lazy):
    where = {  # noqa: RUF012  typed where it is declared
        "new": "bot.commands.course.new:new",
        "check": "bot.commands.course.check:check",
        "facts": "bot.commands.course.facts:facts",
        "pack": "bot.commands.course.pack:pack_course",
        "schema": "bot.commands.course.schema:schema",
        "amend": "bot.commands.course.amend:mend",
        "reports": "bot.commands.course.reports:app",
        "diff": "bot.commands.course.diff:diff",
        "preview": "bot.commands.course.preview:preview",
        "import": "bot.commands.course.import_:import_",
        "export": "bot.commands.course.export:export",
        "template": "bot.commands.course.template:template",
        "handout": "bot.commands.course.handout:handout",
    }


app = typer.Typer(cls=_Commands, help="Courses: write, check and look at what will be taught.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Courses: write, check and look at what will be taught."""
