"""The menu under the LINE chat, as `line-menu.yaml` defines it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

_HERE: Final = Path(__file__).parent / "line-menu.yaml"


class BadMenu(ValueError):
    """The definition of the menu cannot be read; the first argument says why."""


@dataclass(frozen=True, slots=True)
class Area:
    """One field of the grid: what stands there, what it does, and where it is; `wide` counts columns."""

    word: str
    english: str
    does: str
    sign: str
    column: int
    row: int
    wide: int = 1


@dataclass(frozen=True, slots=True)
class Tab:
    """One menu; the tabs along its top lead to the others."""

    alias: str
    word: str
    english: str
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Menu:
    """All tabs, the first one shown first; `bar` stands where the menu is opened and closed."""

    bar: str
    tabs: tuple[Tab, ...]


def read(path: Path = _HERE) -> Menu:
    """Raises BadMenu."""
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Menu(bar=told["bar"], tabs=tuple(_tab(**each) for each in told["menus"]))
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise BadMenu(f"{path.name}: {error}") from error


def _tab(*, areas: list[dict[str, Any]], **words: str) -> Tab:  # raw YAML
    return Tab(areas=tuple(Area(**each) for each in areas), **words)
