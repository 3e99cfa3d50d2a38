"""Whatever a bundle's reader may note has its reason, its remedy and its Japanese."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from lessons.bundle.faults import Problem
from lessons.hygiene.faults import UNTOLD, translated
from tests.house.files import ROOT

READERS = (
    *sorted((ROOT / "lessons" / "bundle").glob("*.py")),
    *sorted((ROOT / "lessons" / "exchange" / "gift").glob("*.py")),
    *sorted((ROOT / "lessons" / "overlay").glob("*.py")),
    *(ROOT / "lessons" / "exchange" / f"{name}.py" for name in ("addition", "sheaf")),
    *(ROOT / "lessons" / f"{name}.py" for name in ("library", "packing")),
    ROOT / "bot" / "proof.py",
)


def notes() -> Iterator[tuple[str, str, str]]:
    """Where something is noted, and a sample of what and why."""
    for path in READERS:
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                yield from _noted(path, function)


def _noted(path: Path, function: ast.FunctionDef) -> Iterator[tuple[str, str, str]]:
    texts = {
        target.id: node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and _notes(call.func) and len(call.args) > 2:
            what, why = (texts.get(each.id, each) if isinstance(each, ast.Name) else each for each in call.args[-2:])
            if _is_text(what):
                yield f"{path.name}:{call.lineno}", _sample(what), _sample(why)


def _notes(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute | ast.Name) and getattr(called, "attr", getattr(called, "id", "")) in {
        "note",
        "Problem",
    }


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr | ast.Constant | ast.IfExp)


def _sample(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(map(_sample, parts))
        case ast.IfExp(body=body):
            return _sample(body)
        case _:
            return "a sample"


@pytest.mark.parametrize(("place", "what", "why"), [*notes()], ids=lambda text: text[:50])
def test_a_fault_is_told_in_full(place: str, what: str, why: str) -> None:
    for tongue in ("ja", "en"):
        told = translated(Problem("lessons/01.md", 7, what, why), tongue)
        assert told.rule != UNTOLD, f"{place}: add words for `{what}` ({why}) to a file in lessons/hygiene/words/"
        assert all((told.what, told.why, told.fix))


def test_a_fault_without_words_is_told_as_the_reader_says_it() -> None:
    told = translated(Problem("lessons/01.md", 7, "something new", "because"), "ja")
    assert (told.rule, told.what, told.why) == (UNTOLD, "something new", "because")
