"""Ways to say that somebody is away, until when, and that they are back."""

import re
from dataclasses import dataclass
from typing import Final

from messages.actions.away import AskAway


@dataclass(frozen=True, slots=True)
class Away:
    """Whoever is called so is away until then."""

    name: str
    until: str


@dataclass(frozen=True, slots=True)
class Back:
    """Whoever is called so is not away any more."""

    name: str


_AWAY: Final = re.compile(
    r"(?:不在|ふざい|away)(?:[\s::、]+(?P<name>\S{1,100})(?:\s+(?:(?P<back>終わり|おわり|終了|復帰|back|over)|(?P<until>.+)))?)?"
)


def absent(word: str) -> Away | Back | AskAway | None:
    """What a folded text says of somebody's leave, if it does."""
    away = _AWAY.fullmatch(word)
    if away is None:
        return None
    if away["back"]:
        return Back(away["name"])
    return Away(away["name"], away["until"] or "") if away["name"] else AskAway()
