"""The command itself, with the bot in a process of its own."""

import json
from pathlib import Path

import pytest

from bot.rehearsal.away import Lost, away
from bot.rehearsal.town import town
from tests.bot.kotsu import Kotsu
from tests.rehearsal.town import planned


def test_two_processes_keep_every_promise(tmp_path: Path) -> None:
    people = ("--line", "1", "--slack", "1", "--days", "2", "--start", "2026-09-07")
    ended = Kotsu(tmp_path)("rehearse", *people, "--course", "generated", "--json", "report.json")

    assert ended.status == 0, ended
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["breaches"] == []
    assert report["due"] == report["delivered"] >= 2
    assert report["answered"] > 0


async def test_a_bot_that_is_gone_ends_the_rehearsal_with_a_sentence(tmp_path: Path) -> None:
    async with away(tmp_path) as bot, town(planned(), tmp_path, bot.hired) as place:
        assert await place.rest() is None
        bot.process.kill()
        with pytest.raises(Lost, match="ended by itself"):
            await place.rest()
    assert bot.process.returncode is not None


async def test_a_bot_that_breaks_has_the_last_word(tmp_path: Path) -> None:
    plan = planned()
    async with away(tmp_path) as bot, town(plan, tmp_path, bot.hired) as place:
        with pytest.raises(Lost, match="backwards"):
            await place.crew.move_to(plan.eve.replace(year=2000))
