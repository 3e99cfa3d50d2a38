"""What the files of a course may hold, as JSON Schema: for editors, which complete keys and mark mistakes while one
types. `lessons.library` has the last word.
"""

from collections.abc import Mapping
from importlib.resources import files
from typing import Final

PATTERNS: Final = {
    "course": "**/course.yaml",
    "facts": "**/facts.yaml",
    "glossary": "**/glossary.yaml",
    "questionnaire": "**/assessment/questionnaire.yaml",
    "questionnaire-reading": "**/assessment/questionnaire.*.yaml",
    "form": "**/assessment/form-?.yaml",
    "form-reading": "**/assessment/form-?.*.yaml",
    "overlay": "**/overlay.yaml",
}
"""Which schema is for which files; `lesson` and `lesson-reading` are for the front matter of Markdown files."""


def schemas() -> Mapping[str, str]:
    """Every schema's text by its name, as in PATTERNS."""
    found = (each for each in files(__package__).iterdir() if each.name.endswith(".json"))
    return {each.name.removesuffix(".json"): each.read_text(encoding="utf-8") for each in found}
