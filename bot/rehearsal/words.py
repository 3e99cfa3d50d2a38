"""The words in which a rehearsal is told to people."""

import sys
import tomllib
from dataclasses import asdict
from enum import StrEnum
from importlib.resources import files
from typing import Any, Final, TextIO

from bot.rehearsal.plan import Plan
from bot.rehearsal.report import FIGURES, Passed, Report

_SHOWN: Final = 30  # breaches; the file has them all


class Language(StrEnum):
    """What it can be told in."""

    JA = "ja"
    EN = "en"


class Words:
    """One language's words."""

    def __init__(self, language: Language) -> None:
        self._words: dict[str, Any] = tomllib.loads(  # as TOML has it
            files(__package__ or "").joinpath("words.toml").read_text(encoding="utf-8")
        )[language]

    def report(self, plan: Plan, report: Report) -> str:
        """What an officer reads: the figures, then whether every promise was kept, and which was not."""
        names = [self._words[figure] for figure in FIGURES]
        figures = [f"{value:>8}  {name}" for name, value in zip(names, report.figures, strict=True)]
        states = self._counts("states", report.letters)
        lines = [
            self._words["title"],
            self._plan(plan),
            self._say("people", people=self._counts("manners", report.manners)),
        ]
        struck = [self._say("struck", faults=self._counts("weather", report.faults))] if report.faults else []
        letters = self._say("letters", states=states)
        asked = [self._say("assessments", **report.assessments)] if report.assessments["offered"] else []
        office = [self._say("announcements", **report.announcements)] if report.announcements["owed"] else []
        office += [self._say("silences", **report.silences)] if report.silences["lasted"] else []
        office += [self._say("questions", **report.questions)] if report.questions["asked"] else []
        office += [self._say("digests", **report.digests)] if report.digests["office"] else []
        return "\n".join([*lines, "", *figures, letters, *asked, *office, *struck, "", *self._breaches(report)])

    def progress(self, passed: Passed) -> str:
        """One line a day."""
        return self._say("progress", **asdict(passed))

    def _plan(self, plan: Plan) -> str:
        days = plan.workdays
        facts = {"line": plan.line, "slack": plan.slack, "days": plan.days, "seed": plan.seed}
        faults = self._words["faults"][plan.faults]
        return self._say("plan", start=days[0], end=days[-1], course=plan.course.title, faults=faults, **facts)

    def _breaches(self, report: Report) -> list[str]:
        if not report.breaches:
            return [self._say("kept")]
        lines = [self._say("broken", count=len(report.breaches))]
        for each in report.breaches[:_SHOWN]:
            what = self._words["breaches"][each.what].format(about=each.about)
            lines.append(self._say("breach", day=each.day, who=each.who, what=what))
        more = len(report.breaches) - _SHOWN
        return [*lines, *([self._say("more", count=more)] if more > 0 else [])]

    def _counts(self, table: str, counts: dict[str, int]) -> str:
        return "・".join(self._words[table][key].format(count=count) for key, count in counts.items() if count)

    def _say(self, key: str, **facts: object) -> str:
        return str(self._words[key].format(**facts))


class Screen:
    """The progress of a rehearsal: one line, rewritten in place on a terminal; else a line a day."""

    def __init__(self, words: Words, stream: TextIO = sys.stderr) -> None:
        self._words, self._stream = words, stream
        self._in_place = stream.isatty()

    def __call__(self, passed: Passed) -> None:
        line = self._words.progress(passed)
        self._stream.write(f"\r\x1b[K{line}" if self._in_place else f"{line}\n")
        self._stream.flush()

    def close(self) -> None:
        """Leave the last line standing."""
        if self._in_place:
            self._stream.write("\n")
