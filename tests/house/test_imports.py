"""Every import runs downhill."""

import ast
import subprocess
import sys

from tests.house.files import ROOT, sources


def test_the_import_law_holds() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_conversations_never_import_each_other() -> None:
    shared = {
        f"handlers.{name}"
        for name in ("absences", "grants", "hushes", "inquiring", "lookups", "orders", "turn", "vocabulary", "words")
    }
    knowing = {f"handlers/{name}.py" for name in ("asked", "official", "pressed", "reception", "router")}
    for source in sources():
        if not source.path.startswith("handlers/") or source.path in knowing:
            continue
        modules = {node.module for node in ast.walk(source.tree) if isinstance(node, ast.ImportFrom)}
        siblings = {module for module in modules if module and module.startswith("handlers")}
        assert siblings <= shared, source.path
