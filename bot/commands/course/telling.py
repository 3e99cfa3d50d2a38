"""How findings about a course are told on a terminal."""

import os
from enum import StrEnum
from pathlib import Path

from lessons.hygiene.advice import Advice
from lessons.packing import WHOLE


class Tongue(StrEnum):
    """What the findings are told in."""

    JA = "ja"
    EN = "en"


def spoken(chosen: Tongue | None) -> Tongue:
    """The one chosen, or the terminal's."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return chosen or (Tongue.JA if locale.startswith("ja") else Tongue.EN)


def lines(path: Path, advice: Advice, *, before: str = "") -> str:
    """The place and what is wrong, and why; below it how to mend it. A file in a pack stands behind the pack's name."""
    within = path if advice.file == WHOLE else f"{path}!{advice.file}"
    place = path / advice.file if path.is_dir() else within
    why = "" if advice.why == advice.fix else f" ({advice.why})"
    return f"{place}:{advice.line}: {before}{advice.what}{why}\n    → {advice.fix}"
