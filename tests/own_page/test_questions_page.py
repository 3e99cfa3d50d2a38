"""The pages of questions, as somebody sees them who answers, and somebody who asked."""

import pytest
from playwright.async_api import Page, expect

from store.office import Role
from tests.acceptance.bot import TestBot
from tests.acceptance.looking_back import link
from tests.acceptance.office import appoint
from tests.sandbox_page.sight import is_wide, pale

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _is_sound(page: Page) -> None:
    """One title, nothing too pale, too wide, or too small to press."""
    await expect(page.locator("h1")).to_have_count(1)
    assert await pale(page) == []
    assert not await is_wide(page)
    for each in await page.locator("button:visible, textarea:visible, select:visible, summary:visible").all():
        box = await each.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24, await each.text_content()


async def test_a_question_is_answered_on_one_page_and_read_on_another(phone: Page, bot: TestBot) -> None:
    hana, ken = await bot.on_line(), await bot.on_line("けん")
    await bot.join(hana)
    await appoint(bot, ken, Role.FACILITATOR, "けん")
    await hana.say("質問")
    await phone.goto(bot.url + await link(hana))
    await expect(phone.get_by_text("LINEには残りません")).to_be_visible()
    await phone.get_by_label("研修担当への質問").fill("復習はいつ届きますか")
    await phone.get_by_role("button", name="送る").click()
    await ken.say("質問一覧")
    await phone.goto(bot.url + await link(ken))
    await _is_sound(phone)
    await phone.get_by_text("回答する").click()
    await _is_sound(phone)
    await phone.get_by_role("button", name="届ける").click()
    await expect(phone.get_by_role("alert")).to_be_visible()
    await expect(phone.get_by_label("回答", exact=True)).to_have_attribute("aria-invalid", "true")
    await phone.get_by_label("回答", exact=True).fill("忘れかけたころです。")
    await phone.get_by_role("button", name="届ける").click()
    await expect(phone.get_by_role("status")).to_contain_text("質問 #1 への回答")
    await hana.say("回答")
    await phone.goto(bot.url + await link(hana))
    await _is_sound(phone)
    await expect(phone.get_by_text("忘れかけたころです。")).to_be_visible()
