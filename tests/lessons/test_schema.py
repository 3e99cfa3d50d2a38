"""What editors are told of the course format, and what its reader says: never one against the other."""

import json
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from jsonschema import Draft202012Validator

from lessons.library import BUILT_IN
from lessons.packing import written_in
from lessons.schema import PATTERNS, schemas
from tests.lessons.mistakes.every import EVERY
from tests.lessons.mistakes.making import SOUND, Files, Mistake
from tests.shelf import COURSES

VALIDATORS: Final = {name: Draft202012Validator(json.loads(text)) for name, text in schemas().items()}
SEEN_BY_EDITORS: Final = frozenset(
    {
        *("unknown-key", "missing-key", "no-id", "no-date", "no-flag", "no-number", "no-list", "no-language", "not-known"),
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
        written: Any = yaml.load(text.split("---\n")[1] if file.endswith(".md") else text, Loader)  # noqa: S506  a safe one
        yield from (f"{file}: {error.message}" for error in VALIDATORS[schema_of(file)].iter_errors(written))


@pytest.mark.parametrize("name", VALIDATORS)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(VALIDATORS[name].schema)


@pytest.mark.parametrize("folder", [*BUILT_IN.iterdir(), *COURSES.iterdir(), COURSES.parent / "lessons" / "sound"], ids=lambda f: f.name)
def test_an_editor_marks_nothing_in_a_sound_course(folder: Path) -> None:
    assert [*complaints({file: raw.decode() for file, raw in written_in(folder).items()})] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.rule}: {mistake.what}")
def test_an_editor_marks_what_has_a_wrong_shape_and_nothing_that_is_a_matter_of_taste(mistake: Mistake) -> None:
    if mistake.rule in SEEN_BY_EDITORS:
        assert [*complaints(mistake.make(SOUND))], mistake.what
    elif mistake in (*EVERY["当てられる問い"], *EVERY["まぎらわしい問いと解説"], *EVERY["読みにくさと字"]):
        assert [*complaints(mistake.make(SOUND))] == []


def test_editors_complete_the_keys_that_the_reader_reads() -> None:
    def keys(name: str, *path: str) -> set[str]:
        node = json.loads(schemas()[name])
        for step in path:
            node = node["properties"][step]
            node = node.get("items", node)
        return set(node["properties"])

    from lessons.bundle import facts, glossary, leaf, manifest, questionnaire, reading

    assert keys("course") == set(manifest._KEYS)
    assert keys("facts", "facts") == set(facts._FACT_KEYS)
    assert keys("facts", "sources") == set(facts._SOURCE_KEYS)
    assert keys("glossary", "terms") == set(glossary._KEYS)
    assert keys("lesson") == set(leaf._KEYS)
    assert keys("lesson-reading") == set(reading._KEYS)
    assert keys("lesson-reading", "questions") == set(reading._QUESTION_KEYS)
    assert keys("questionnaire") == set(questionnaire.KEYS)
