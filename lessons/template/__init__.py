"""A small sound course to begin with: every kind of question once, and what each line is for in comments."""

from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

import regex

_ID: Final = "my-course"
_FROM: Final = "as_of: 2026-01-01"
_UNTIL: Final = "review_by: 2027-01-01"
_NOT_OF_AN_ID: Final = regex.compile(r"[^a-z0-9]+")


def template(name: str, on: date) -> Mapping[str, str]:
    """The files of the course by their names: its id is made of `name`, its facts are as of that day, and are to be
    looked at again a year later.
    """
    key = _NOT_OF_AN_ID.sub("-", name.lower()).strip("-")[:64].strip("-") or _ID
    until = date(on.year + 1, on.month, min(on.day, 28))
    found = {file: text for file, text in _written("", files(__package__)) if not file.endswith(".py")}
    changes = {f"id: {_ID}": f"id: {key}", _FROM: f"as_of: {on}", _UNTIL: f"review_by: {until}"}
    return {file: _changed(text, changes) for file, text in sorted(found.items())}


def _changed(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def _written(before: str, folder: Traversable) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for each in folder.iterdir():
        if each.is_dir():
            found += _written(f"{before}{each.name}/", each) if not each.name.startswith("_") else []
        elif each.name.endswith((".yaml", ".md")):
            found.append((f"{before}{each.name}", each.read_text(encoding="utf-8")))
    return found
