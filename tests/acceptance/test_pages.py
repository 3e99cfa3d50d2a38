"""The pages a browser may ask for."""

import re

from aiohttp import ClientSession

from tests.acceptance.bot import TestBot
from tests.acceptance.once import ON_SQLITE

pytestmark = ON_SQLITE


async def test_the_join_page_tells_both_ways_and_fetches_nothing_from_elsewhere(bot: TestBot) -> None:
    async with ClientSession() as session, session.get(f"{bot.url}/join/{bot.cohort.code.lower()}") as answer:
        page = await answer.text()
        assert answer.status == 200
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert f"参加 {bot.cohort.code}" in page
    assert f"/kotsu join {bot.cohort.code}" in page
    assert not re.findall(r"""(?:src|url)\s*[=(]|<script|<link|@import""", page)
    assert all(each.startswith("https://line.me/") for each in re.findall(r'href="([^"]+)"', page))


async def test_a_code_nobody_gave_out_is_404_and_what_was_asked_is_not_echoed(bot: TestBot) -> None:
    async with ClientSession() as session, session.get(f"{bot.url}/join/%3Cscript%3E") as answer:
        assert answer.status == 404
        assert "script" not in (await answer.text()).lower()


async def test_names_are_text_not_markup(bot: TestBot) -> None:
    with bot.database.root() as root:
        made = root.work(bot.organisation).cohorts.create(
            name="<b>第2期</b>",
            course=bot.cohort.course,
            edition=bot.cohort.edition,
            code="ABC789",
            starts_on=bot.cohort.starts_on,
            delivery_time=bot.cohort.delivery_time,
            at=bot.clock.now(),
        )
    async with ClientSession() as session, session.get(f"{bot.url}/join/{made.code}") as answer:
        page = await answer.text()
    assert "<b>" not in page
    assert "&lt;b&gt;第2期" in page


async def test_who_watches_over_the_bot_hears_that_it_is_well(bot: TestBot) -> None:
    async with ClientSession() as session:
        async with session.get(f"{bot.url}/health") as answer:
            assert (answer.status, await answer.json()) == (200, {"database": "well"})
        async with session.get(f"{bot.url}/elsewhere") as answer:
            assert answer.status == 404
