"""A rehearsal in a test: small, on a course of the shelf."""

from datetime import date
from pathlib import Path

from bot.rehearsal.plan import Faults, Plan
from bot.rehearsal.rehearsal import Rehearsal
from bot.rehearsal.report import Passed, Report
from bot.rehearsal.town import town
from tests.shelf import FIRST_WEEK


def planned(
    *,
    line: int = 2,
    slack: int = 2,
    days: int = 2,
    seed: int = 1,
    faults: Faults = Faults.NONE,
    line_api_url: str = "",
    slack_api_url: str = "",
    sandbox_port: int = 0,
    plain: bool = True,
) -> Plan:
    return Plan(
        lenience=10.0,  # tests run beside each other
        line=line,
        slack=slack,
        days=days,
        start=date(2026, 9, 7),
        seed=seed,
        faults=faults,
        shelf=FIRST_WEEK,
        sandbox_port=sandbox_port,
        line_api_url=line_api_url,
        slack_api_url=slack_api_url,
        plain=plain,
    )


async def rehearsed(plan: Plan, folder: Path, days: list[Passed] | None = None) -> Report:
    """The report, and in `days` the progress."""
    async with town(plan, folder) as place:
        return await Rehearsal(plan, place).run((days if days is not None else []).append)
