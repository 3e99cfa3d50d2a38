"""What somebody sees who opens a page of ours on a phone, with eyes, with a keyboard, or with a screen reader."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.acceptance.bot import TestBot
from tests.acceptance.learner import OnLine
from tests.acceptance.looking_back import REFLECTION, link, notes, reach
from tests.sandbox_page.sight import is_wide, pale

pytestmark = pytest.mark.asyncio(loop_scope="session")

_TALK = re.compile(r"^https://line\.me/R/oaMessage/.+/\?$")
_WITH_THE_ERROR = re.compile(r"番号は書かないでください。 電話番号のように見えるもの")


async def _page_of(bot: TestBot, *, word: str = "") -> tuple[OnLine, str]:
    hana = await bot.on_line()
    await reach(bot, hana)
    await (hana.say(word) if word else hana.press("ことばで書く"))
    return hana, bot.url + await link(hana)


async def _is_sound(page: Page) -> None:
    """What holds on every page: a language, one title, nothing too pale, too wide or too small to press."""
    assert await page.locator("html").get_attribute("lang") == "ja"
    await expect(page.locator("h1")).to_have_count(1)
    assert await page.title()
    assert await pale(page) == []
    assert not await is_wide(page)
    for each in await page.locator("a, button, textarea").all():
        box = await each.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24, await each.text_content()


async def test_somebody_writes_with_the_keyboard_alone(phone: Page, bot: TestBot, fetched: list[str]) -> None:
    _, address = await _page_of(bot)
    answer = await phone.goto(address)
    assert answer
    assert len(await answer.body()) < 100_000
    await _is_sound(phone)
    field = phone.get_by_label("あなたのことば")
    await expect(field).to_have_accessible_description(
        f"{REFLECTION.text} 400字まで。個人名・住所・番号は書かないでください。"
    )
    await phone.keyboard.press("Tab")
    await expect(field).to_be_focused()
    await expect(field).to_have_css("outline-style", "solid")
    await phone.keyboard.type("見本を置いてみます。")
    await phone.keyboard.press("Tab")
    await expect(phone.get_by_role("button", name="送る")).to_be_focused()
    await phone.keyboard.press("Enter")

    await expect(phone.get_by_role("heading", name="受け取りました")).to_be_visible()
    await _is_sound(phone)
    await expect(phone.get_by_role("link", name="LINEに戻る")).to_have_attribute("href", _TALK)
    assert notes(bot) == [("reflection", "見本を置いてみます。", "page")]
    assert set(fetched) == {address}, "nothing else is fetched"


async def test_what_is_wrong_is_tied_to_the_field(phone: Page, bot: TestBot) -> None:
    _, address = await _page_of(bot)
    await phone.goto(address)
    field = phone.get_by_label("あなたのことば")
    await field.fill("090-1234-5678 に電話した")
    await phone.get_by_role("button", name="送る").click()

    await expect(phone.get_by_role("alert")).to_contain_text("電話番号のように見えるもの")
    await expect(field).to_have_value("090-1234-5678 に電話した")
    await expect(field).to_have_attribute("aria-invalid", "true")
    await expect(field).to_have_accessible_description(_WITH_THE_ERROR)
    await _is_sound(phone)
    await field.fill("電話した")
    await phone.get_by_role("button", name="送る").click()
    await expect(phone.get_by_role("heading", name="受け取りました")).to_be_visible()
    assert len(notes(bot)) == 1


async def test_the_record_is_read_on_a_phone_and_taken_along(phone: Page, bot: TestBot, fetched: list[str]) -> None:
    _, address = await _page_of(bot, word="記録")
    await phone.goto(address)
    await _is_sound(phone)
    await expect(phone.get_by_role("region", name="書いたことば")).to_be_visible()
    async with phone.expect_download() as taken:
        await phone.get_by_role("link", name="控えを保存する").click()
    assert (await taken.value).suggested_filename == "kotsukotsu-record.json"
    assert set(fetched) <= {address, f"{address}/record.json"}


async def test_a_link_that_is_over_says_so_kindly(phone: Page, bot: TestBot) -> None:
    answer = await phone.goto(f"{bot.url}/w/nobody-gave-this-out")
    assert answer
    assert answer.status == 404
    await expect(phone.get_by_role("heading", name="このページは見つかりませんでした")).to_be_visible()
    await _is_sound(phone)
