"""`kotsu course template`: an empty table to write questions into."""

from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from lessons.exchange import sheet


def template(file: Annotated[Path, typer.Argument(help="Where to write: .xlsx, or .csv.")]) -> None:
    """A table with headings and an example of every kind; as .xlsx with a page that says in Japanese how to fill it in.

    The examples are passed over when the table comes back.
    """
    match file.suffix.lower():
        case ".xlsx":
            content = sheet.to_book(sheet.EXAMPLES)
        case ".csv":
            content = sheet.to_commas(sheet.EXAMPLES)
        case _:
            opening.sorry(f"{file} ends in neither .xlsx nor .csv.")
    try:
        file.write_bytes(content)
    except OSError as why:
        opening.sorry(f"{file} cannot be written: {why.strerror}.")
    typer.echo(f"An empty table in {file}.")
