"""The sandbox's clock, its faults by seed, what survives a restart, and the port it stands on."""

import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientSession

from sandbox.app import create
from sandbox.clock import SandboxClock, next_weekday_morning
from sandbox.faults import FaultPlan
from sandbox.server import serving
from sandbox.settings import SandboxSettings
from tests.sandbox.neighbours import MONDAY, Town, town_open

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-09-07T08:00", "2026-09-07T08:40"),
        ("2026-09-07T08:40", "2026-09-08T08:40"),
        ("2026-09-11T17:00", "2026-09-14T08:40"),
        ("2026-09-13T01:00", "2026-09-14T08:40"),
    ],
)
def test_the_next_working_morning_is_a_weekday(now: str, morning: str) -> None:
    found = next_weekday_morning(datetime.fromisoformat(now).replace(tzinfo=TOKYO))
    assert found.isoformat(timespec="minutes")[:16] == morning


def test_the_clock_never_runs_backwards() -> None:
    clock = SandboxClock(MONDAY, frozen=True)
    clock.advance(timedelta(hours=1))
    with pytest.raises(ValueError, match="backwards"):
        clock.move_to(MONDAY)
    assert clock.now() == MONDAY + timedelta(hours=1)


async def test_the_clock_is_moved_from_outside(town: Town) -> None:
    assert await town.door("clock", {"advance": 3600}) == {"now": "2026-09-07T09:40:00+09:00"}
    assert await town.door("clock", {"to": "next_working_morning"}) == {"now": "2026-09-08T08:40:00+09:00"}
    assert "error" in await town.door("clock", {"to": "2026-09-01T00:00:00+09:00"})
    assert town.clock.now() == datetime(2026, 9, 7, 23, 40, tzinfo=UTC)


def test_faults_by_seed_come_again_in_the_same_order() -> None:
    def drawn(seed: int) -> list[bool]:
        plan = FaultPlan(seed)
        plan.replace({"seed": seed, "line": {"error_500": 0.3}})
        return [plan.inbound("line", "/v2/bot/message/push") is not None for _ in range(50)]

    assert drawn(7) == drawn(7)
    assert drawn(7) != drawn(8)
    assert 5 < sum(drawn(7)) < 25


@pytest.mark.parametrize("plan", [{"line": {"eror_500": 0.1}}, {"slack": {"slow": 2}}, {"next": [{"fault": "slow"}]}])
async def test_a_fault_that_makes_no_sense_is_refused(town: Town, plan: object) -> None:
    assert "error" in await town.door("faults", plan)


async def test_chats_survive_a_restart(tmp_path: Path) -> None:
    kept = tmp_path / "sandbox.json"
    async with town_open(state_file=kept) as before:
        hana, (ken, channel) = await before.on_line(), await before.in_slack()
        await before.push(hana, "おはよう")
        await before.slack.chat_postMessage(channel=channel, text="おはよう")
        await before.slack.views_publish(user_id=ken, view={"type": "home", "blocks": [{"type": "divider"}]})
        await before.door("clock", {"advance": 86_400})
        was = await before.state()
    async with town_open(state_file=kept) as after:
        became = await after.state()
        await after.slack.chat_postMessage(channel=channel, text="きょうも")
    assert (became["line"], became["slack"], became["now"]) == (was["line"], was["slack"], was["now"])


def test_a_state_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "sandbox.json"
    broken.write_text("{")
    with pytest.raises(ValueError, match=r"sandbox\.json"):
        create(settings=SandboxSettings(state_file=broken), clock=SandboxClock())


async def test_a_taken_port_is_a_plain_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder, pytest.raises(OSError, match="in use"):
        async with serving(create(settings=SandboxSettings(), clock=SandboxClock()), port=holder.getsockname()[1]):
            pass


async def test_an_open_page_does_not_hold_up_the_end(caplog: pytest.LogCaptureFixture) -> None:
    async with ClientSession() as browser:
        async with serving(create(settings=SandboxSettings(), clock=SandboxClock())) as address:
            page = await browser.get(f"{address}/sandbox/events")
            await page.content.readuntil(b"\n\n")
        page.close()
    assert [entry for entry in caplog.records if entry.levelname == "ERROR"] == []


async def test_whoever_looks_on_is_told_of_changes(town: Town) -> None:
    async with town.http.get(f"{town.address}/sandbox/events") as events:
        before = await events.content.readuntil(b"\n\n")
        await town.on_line()
        after = await events.content.readuntil(b"\n\n")
    assert before.startswith(b"event: change\ndata: {")
    assert after != before
