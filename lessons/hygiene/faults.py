"""What a bundle's reader notes, told in full: the reader speaks English and short; here it gets its reason and remedy,
and its Japanese.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import regex

from lessons.bundle.faults import Problem
from lessons.hygiene.advice import TONGUES, Advice, Grade

UNTOLD: Final = "fault"
"""The rule of a problem that has no words yet."""

_FILES: Final = ("exchange", "overlay", "faults")
_FACT: Final = regex.compile(r"\\\{(\w+)\\\}")


@dataclass(frozen=True, slots=True)
class _Fault:
    """How a problem is known, and its words by language."""

    rule: str
    what: "regex.Pattern[str]"
    why: "regex.Pattern[str] | None"
    words: Mapping[str, Mapping[str, str]]


def translated(problem: Problem, tongue: str) -> Advice:
    """The problem as an error with its reason and remedy, in `ja` or `en`."""
    for fault in _faults():
        what = fault.what.fullmatch(problem.what)
        why = fault.why.fullmatch(problem.why) if fault.why else None
        if what and (why or not fault.why):
            facts = {**what.groupdict(), **(why.groupdict() if why else {})}
            return _told(problem, fault, facts, tongue)
    return Advice(problem.file, problem.line, Grade.ERROR, UNTOLD, problem.what, problem.why, problem.why)


def _told(problem: Problem, fault: _Fault, facts: dict[str, str], tongue: str) -> Advice:
    words = fault.words[tongue]
    if tongue == "ja":
        facts = {key: _names().get(value, value) for key, value in facts.items()}
    what = words["what"].format(**facts) if "what" in words else problem.what
    why, fix = words["why"].format(**facts), words["fix"].format(**facts)
    return Advice(problem.file, problem.line, Grade.ERROR, fault.rule, what, why, fix)


@cache
def _faults() -> tuple[_Fault, ...]:
    return tuple(
        _Fault(
            str(words.get("rule", rule)),
            _pattern(words["match"]),
            _pattern(words["because"]) if "because" in words else None,
            _spoken(words),
        )
        for rule, words in _written().items()
        if rule != "names"
    )


def _spoken(words: Mapping[str, Any]) -> dict[str, Mapping[str, str]]:  # as TOML has it
    return {tongue: words[tongue] for tongue in TONGUES}


def _names() -> Mapping[str, str]:
    """What the reader calls things, in Japanese."""
    return _written()["names"]


@cache
def _written() -> Mapping[str, Mapping[str, Any]]:  # as TOML has it
    """Every rule with its words: the particular ones first, since the last of the others are quite general."""
    words = files(__package__).joinpath("words")
    tables = (tomllib.loads(words.joinpath(f"{name}.toml").read_text(encoding="utf-8")) for name in _FILES)
    return {rule: told for table in tables for rule, told in table.items()}


def _pattern(written: str) -> "regex.Pattern[str]":
    return regex.compile(_FACT.sub(r"(?P<\1>.+?)", regex.escape(written, special_only=True)), regex.DOTALL)
