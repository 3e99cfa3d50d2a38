"""Every Python file of ours, read once."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
ROOMS: Final = (
    *("bot", "channels", "config", "console", "handlers", "lessons", "messages"),
    *("sandbox", "scheduler", "school", "store"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file: its path from the root, its lines, its tree."""

    path: str
    lines: int
    tree: ast.Module

    @property
    def functions(self) -> Iterator[tuple[str, int]]:
        """Each function's place and length in lines."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{self.path}:{node.lineno} {node.name}", length


@cache
def sources(*, tests: bool = False) -> tuple[Source, ...]:
    """The house's files, or the tests'."""
    rooms = ("tests",) if tests else ROOMS
    return tuple(_read(path) for room in rooms for path in sorted((ROOT / room).rglob("*.py")))


def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text.count("\n"), ast.parse(text))
