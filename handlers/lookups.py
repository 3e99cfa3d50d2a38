"""Ways to ask for the meaning of a word."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Explaining:
    """Wants words of the course explained: `said` is the one, empty for all that came up so far."""

    said: str


@dataclass(frozen=True, slots=True)
class Wondering:
    """Asks what something is: `said`, which may be a word of the course or anything else."""

    said: str


_QUOTES: Final = " 「」『』“”\"'"
_TERM: Final = re.compile(
    r"(?:用語集?|ようご|glossary|terms?)(?:(?:の|を)?\s*(?:一覧|見る|見たい))?(?:(?:(?:\s|:)+|(?=「))(?P<said>.+))?"
)
_WONDER: Final = re.compile(
    r"(?P<ja>.{1,40}?)\s*(?:とは(?:何|なに|なん)?|って(?:何|なに|なん))(?:のこと)?(?:ですか|でしょうか|だっけ|か)?"
    r"|(?:what(?:'s| is| are)|what does) (?:an? |the )?(?P<en>.{1,60}?)(?: mean)?"
)


def looked_up(word: str) -> Explaining | Wondering | None:
    """What a folded text asks about, if it asks what something means."""
    asked = word.rstrip(" ?")
    if term := _TERM.fullmatch(asked):
        return Explaining((term["said"] or "").strip(_QUOTES))
    wonder = _WONDER.fullmatch(asked)
    said = (wonder["ja"] or wonder["en"]).strip(_QUOTES) if wonder else ""
    return Wondering(said) if said else None
