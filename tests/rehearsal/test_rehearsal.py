"""Whole rehearsals, small ones."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from bot.rehearsal.plan import Faults
from bot.rehearsal.report import Passed
from bot.rehearsal.town import Astray
from tests.rehearsal.proxy import Proxy
from tests.rehearsal.town import planned, rehearsed
from tests.shelf import AGING


async def test_a_cohort_of_every_manner_gets_all_that_it_is_owed(tmp_path: Path) -> None:
    days: list[Passed] = []
    report = await rehearsed(planned(line=11, slack=11, days=2), tmp_path, days)

    assert report.breaches == ()
    assert report.due == report.delivered >= 16
    assert report.answered > report.due
    assert report.line_counted_max_per_learner_day == 1
    assert (report.lost, report.duplicates, report.rejected, report.outside_hours) == (0, 0, 0, 0)
    assert set(report.manners.values()) == {2}
    assert [(passed.number, passed.of) for passed in days] == [(1, 2), (2, 2)]


@pytest.mark.parametrize("faults", [Faults.NONE, Faults.HELL])
async def test_what_the_office_says_reaches_everybody_once(tmp_path: Path, faults: Faults) -> None:
    report = await rehearsed(planned(line=5, slack=5, days=3, faults=faults, plain=False), tmp_path)

    assert report.breaches == ()
    assert report.announcements["owed"] >= 15
    assert report.announcements["votes"] >= 2


async def test_a_disaster_moves_the_course_and_questions_and_digests_come_once(tmp_path: Path) -> None:
    report = await rehearsed(planned(line=4, slack=6, days=5, plain=False), tmp_path)

    assert report.breaches == ()
    assert report.due == report.delivered
    assert report.silences == {"lasted": 1, "days": 2, "unasked": 0}
    assert report.questions["asked"] == report.questions["answered"] == report.questions["seen"] >= 2
    assert report.digests["office"] >= 2
    assert report.digests["managers"] >= 1


async def test_where_a_fact_grows_old_on_the_way_every_verdict_is_as_of_its_day(tmp_path: Path) -> None:
    plan = replace(planned(line=4, slack=4, days=4, seed=3), shelf=AGING)
    report = await rehearsed(plan, tmp_path)

    assert report.breaches == ()
    assert report.due == report.delivered


@pytest.mark.parametrize("seed", [1, 2])
async def test_in_the_worst_weather_too(tmp_path: Path, seed: int) -> None:
    report = await rehearsed(planned(line=3, slack=3, days=2, seed=seed, faults=Faults.HELL), tmp_path)

    assert report.breaches == ()
    assert report.due == report.delivered
    assert report.letters["waiting"] == report.letters["carrying"] == report.letters["refused"] == 0


async def test_through_a_proxy_that_sends_everything_twice_each_broken_promise_is_named(tmp_path: Path) -> None:
    port = _free_port()
    proxy = Proxy(f"http://127.0.0.1:{port}", "/v2/bot/message/push", "/api/chat.postMessage")
    async with proxy.serving() as address:
        plan = planned(line_api_url=address, slack_api_url=f"{address}/api/", sandbox_port=port)
        report = await rehearsed(plan, tmp_path)

    assert "/v2/bot/message/reply" in proxy.seen
    assert report.duplicates > 0
    assert report.line_counted_max_per_learner_day == 2
    assert {"lesson_twice", "letter_twice", "counted_twice"} <= {breach.what for breach in report.breaches}


async def test_an_address_that_does_not_lead_to_the_sandbox_is_refused(tmp_path: Path) -> None:
    async with Proxy(f"http://127.0.0.1:{_free_port()}").serving() as nowhere:
        with pytest.raises(Astray):
            await rehearsed(planned(slack_api_url=f"{nowhere}/api/"), tmp_path)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
