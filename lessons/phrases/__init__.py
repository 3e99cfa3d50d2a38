"""What the bot says, by key, in each language it speaks."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("ja", "easy", "en")  # easy: やさしい日本語, where a phrase or a lesson has it


class Phrases:
    """One language's phrases. Japanese is the first; an unknown language speaks it."""

    def __init__(self, language: str, phrases: dict[str, str]) -> None:
        self.language = language
        self._phrases = phrases

    def __call__(self, key: str, **facts: object) -> str:
        """The phrase with its facts filled in; raises KeyError for a key that no file has."""
        return self._phrases[key].format(**facts)

    def __contains__(self, key: str) -> bool:
        return key in self._phrases

    def raw(self, key: str) -> str:
        """The phrase as it is written, its facts not filled in."""
        return self._phrases[key]

    def keys(self) -> frozenset[str]:
        """Every key this language has."""
        return frozenset(self._phrases)


@cache
def phrases(language: str) -> Phrases:
    """The phrases of a language, read once."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    spoken = written(known)
    return Phrases(known, written(LANGUAGES[0]) | spoken if known == "easy" else spoken)


def written(language: str) -> dict[str, str]:
    """The phrases that stand in one language's own file."""
    tables = tomllib.loads(files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8"))
    return {f"{table}.{name}": text for table, entries in tables.items() for name, text in entries.items()}
