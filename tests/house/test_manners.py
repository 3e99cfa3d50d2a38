"""What may be done where."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.house.files import ROOT, Source, sources

CATCHERS: Final = {"handlers/reception.py", "scheduler/courier.py", "scheduler/local.py"}
CLOCKS: Final = {"config/clock.py"}
NOW: Final = {("datetime", "now"), ("datetime", "utcnow"), ("time", "time"), ("date", "today")}
PATCHES: Final = {"mock", "unittest.mock", "mocker", "monkeypatch"}


def test_only_reception_courier_and_job_runner_catch_everything() -> None:
    found = {source.path for source in sources() for _ in _catch_alls(source)}

    assert found <= CATCHERS


def test_only_the_clock_asks_the_time() -> None:
    asking = {
        source.path for source in sources() if not source.path.startswith("sandbox/") for _ in _clock_reads(source)
    }

    assert asking <= CLOCKS


def test_no_test_patches_anything() -> None:
    names = {
        (source.path, name)
        for source in sources(tests=True)
        for node in ast.walk(source.tree)
        for name in _names(node)
        if name in PATCHES
    }

    assert {name for name in names if name[0] != "tests/house/test_manners.py"} == set()


def test_every_module_says_what_lives_there() -> None:
    silent = [source.path for source in sources() if source.tree.body and not ast.get_docstring(source.tree)]

    assert silent == []


def test_no_page_or_text_carries_the_marks_of_a_merge() -> None:
    marks = ("<" * 7 + " ", ">" * 7 + " ")
    texts = [path for kind in ("md", "toml", "yaml", "html") for path in ROOT.rglob(f"*.{kind}") if _is_ours(path)]
    torn = [path for path in texts if any(line.startswith(marks) for line in path.read_text("utf-8").splitlines())]

    assert len(texts) > 100
    assert torn == []


def _is_ours(path: Path) -> bool:
    inner = path.relative_to(ROOT).parts
    return not any(part.startswith(".") or part in {"var", "node_modules"} for part in inner)


def _catch_alls(source: Source) -> Iterator[ast.ExceptHandler]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler) and (
            node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
        ):
            yield node


def _clock_reads(source: Source) -> Iterator[ast.Call]:
    for node in ast.walk(source.tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and (node.func.value.id, node.func.attr) in NOW
        ):
            yield node


def _names(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            yield from (alias.name for alias in names)
            if isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
        case ast.arg(arg=name) | ast.Name(id=name):
            yield name
