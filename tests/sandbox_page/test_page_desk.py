"""The page around the chats: the clock, the record, the faults, the languages, and every width."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.sandbox.neighbours import Town

pytestmark = pytest.mark.asyncio(loop_scope="session")

_STICKING_OUT = """nodes => nodes
    .filter((node) => node.offsetParent && node.getBoundingClientRect().right > innerWidth)
    .map((node) => node.className)"""


async def test_the_clock_moves_by_an_hour_and_to_the_next_working_morning(page: Page, town: Town) -> None:
    await page.goto(town.address)
    await expect(page.locator("#clock-time")).to_have_text("8:40")
    await expect(page.locator("#clock-weekday")).to_have_text("月")
    await page.get_by_role("button", name="+1時間").click()
    await expect(page.locator("#clock-time")).to_have_text("9:40")
    await page.get_by_role("button", name="次の勤務日の朝").click()
    await expect(page.locator("#clock-weekday")).to_have_text("火")


async def test_a_week_that_plays_can_be_stopped(page: Page, town: Town) -> None:
    await town.on_line("はな")
    await page.goto(town.address)
    await page.get_by_role("button", name="1週間すすめる").click()
    await expect(page.locator("#playing-day")).to_have_text(re.compile(r"\d/5日目"))
    await page.get_by_role("button", name="とめる").click()
    await expect(page.get_by_role("button", name="1週間すすめる")).to_be_visible()


async def test_a_request_can_be_opened_and_read(page: Page, town: Town) -> None:
    hana = await town.on_line("はな")
    await town.push(hana, "おはようございます")
    await page.goto(town.address)
    row = page.locator(".record-row")
    await expect(row).to_contain_text("/v2/bot/message/push")
    await expect(row).to_contain_text("1通")
    await row.locator("summary").click()
    await expect(row.locator(".json").first).to_contain_text("おはようございます")


async def test_a_switch_makes_something_go_wrong(page: Page, town: Town) -> None:
    await page.goto(town.address)
    await page.locator(".faults summary").click()
    await page.get_by_role("group", name="LINE").get_by_label("500 を返す").check()
    await expect(page.locator("#faults-on")).to_have_text("1件オン")
    async with town.http.get(f"{town.address}/sandbox/faults") as answer:
        assert (await answer.json())["line"]["error_500"] == 0.3


async def test_the_page_speaks_both_languages(page: Page, town: Town) -> None:
    await page.goto(town.address)
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("button", name="Play a week")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await page.reload()
    await expect(page.get_by_role("heading", name="Record of requests")).to_be_visible()


async def test_somebody_new_can_be_added(page: Page, town: Town) -> None:
    await page.goto(town.address)
    await page.locator("#line-people").get_by_role("button", name="利用者を追加").click()
    await page.get_by_role("dialog").get_by_label("名前").fill("けん")
    await page.get_by_role("button", name="追加", exact=True).click()
    await expect(page.get_by_role("button", name="けん")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_nothing_is_wider_than_the_window(page: Page, town: Town, language: str) -> None:
    await town.on_line("はな")
    await town.in_slack("ken")
    await page.goto(f"{town.address}?lang={language}")
    await expect(page.locator("#line-people button").first).to_be_visible()
    for width in (360, 390, 768, 1024, 1440, 1920):
        await page.set_viewport_size({"width": width, "height": 800})
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        assert await page.locator(".topbar button, .pane, .phone, .slack, .record").evaluate_all(_STICKING_OUT) == []


async def test_both_chats_and_the_record_are_in_sight_at_once(page: Page, town: Town) -> None:
    await page.goto(town.address)
    for place in (".topbar", ".phone", ".slack", ".record-body"):
        await expect(page.locator(place)).to_be_in_viewport(ratio=1)
