"""What editors are told of the course format, and what its reader says: never one against the other."""

import json
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from jsonschema import Draft202012Validator

from lessons.library import BUILT_IN, read
from lessons.packing import written_in
from lessons.schema import PATTERNS, schemas
from tests.lessons.mistakes.every import EVERY
from tests.lessons.mistakes.making import (
    COURSE,
    ENGLISH,
    FACTS,
    FIRST,
    GLOSSARY,
    SOUND,
    Files,
    Mistake,
    swap,
    write,
)
from tests.shelf import COURSES

VALIDATORS: Final = {name: Draft202012Validator(json.loads(text)) for name, text in schemas().items()}
SEEN_BY_EDITORS: Final = frozenset(
    {
        *(
            "unknown-key",
            "missing-key",
            "no-id",
            "no-date",
            "no-flag",
            "no-number",
            "no-list",
            "no-language",
            "not-known",
        ),
        *("too-long", "word-twice", "option-count", "no-right", "several-right", "negative-tolerance", "digit-in-unit"),
        *("nothing-in-an-option", "key-of-another-kind", "no-address", "reading-of-nothing", "questions", "not-kana"),
        *("taken-for", "empty"),
    }
)
MISTAKES: Final = [mistake for group in EVERY.values() for mistake in group]


class Loader(yaml.SafeLoader):
    """As an editor reads YAML: a day is a text."""


Loader.yaml_implicit_resolvers = {
    mark: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for mark, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema_of(file: str) -> str:
    """The name of the schema for a file of a course."""
    if file.endswith(".md"):
        return "lesson-reading" if file.count(".") > 1 else "lesson"
    return [name for name, pattern in PATTERNS.items() if fnmatch(f"/{file}", pattern.removeprefix("**"))][-1]


def complaints(files: Files) -> Iterator[str]:
    """The files an editor would mark."""
    for file, text in files.items():
        written: Any = yaml.load(text.split("---\n")[1] if file.endswith(".md") else text, Loader)
        yield from (f"{file}: {error.message}" for error in VALIDATORS[schema_of(file)].iter_errors(written))


@pytest.mark.parametrize("name", VALIDATORS)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(VALIDATORS[name].schema)


@pytest.mark.parametrize(
    "folder", [*BUILT_IN.iterdir(), *COURSES.iterdir(), COURSES.parent / "lessons" / "sound"], ids=lambda f: f.name
)
def test_an_editor_marks_nothing_in_a_sound_course(folder: Path) -> None:
    assert [*complaints({file: raw.decode() for file, raw in written_in(folder).items()})] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.rule}: {mistake.what}")
def test_an_editor_marks_what_has_a_wrong_shape_and_nothing_that_is_a_matter_of_taste(mistake: Mistake) -> None:
    if mistake.rule in SEEN_BY_EDITORS:
        assert [*complaints(mistake.make(SOUND))], mistake.what
    elif mistake in (*EVERY["当てられる問い"], *EVERY["まぎらわしい問いと解説"], *EVERY["読みにくさと字"]):
        assert [*complaints(mistake.make(SOUND))] == []


TABLES: Final = (
    ("course", (), COURSE, "id: sound"),
    ("course", ("weeks",), COURSE, "title: 見本の週"),
    ("facts", ("sources",), FACTS, "publisher: コツコツ"),
    ("facts", ("facts",), FACTS, "says: レッスンの1段落は200字まで。"),
    ("glossary", ("terms",), GLOSSARY, "yomi: しゅってん"),
    ("lesson", (), FIRST, "ds: [base]"),
    ("lesson-reading", (), ENGLISH, "id: l01-kakidashi"),
    ("lesson-reading", ("questions",), ENGLISH, "id: l01-q1"),
)


@pytest.mark.parametrize(("name", "path", "file", "beside"), TABLES)
def test_editors_complete_the_keys_that_the_reader_reads(
    tmp_path: Path, name: str, path: tuple[str, ...], file: str, beside: str
) -> None:
    line = next(each for each in SOUND[file].splitlines() if beside in each)
    indent = " " * (len(line) - len(line.lstrip(" -")))
    asked = swap(file, line, f"{line}\n{indent}zzzzzz: 1")(SOUND)
    (hint,) = (each.why for each in read(write(asked, tmp_path)).problems if "unknown key `zzzzzz`" in each.what)

    node = json.loads(schemas()[name])
    for step in path:
        node = node["properties"][step]["items"]
    assert set(node["properties"]) == set(hint.removeprefix("known are ").split(", "))
