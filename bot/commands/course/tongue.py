"""The language in which a command tells an author something."""

import os
from enum import StrEnum


class Tongue(StrEnum):
    """Japanese, or English."""

    JA = "ja"
    EN = "en"


def spoken(chosen: Tongue | None) -> Tongue:
    """The one chosen, or the terminal's."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return chosen or (Tongue.JA if locale.startswith("ja") else Tongue.EN)
