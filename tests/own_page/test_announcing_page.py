"""The pages of announcements on a phone, without a script: what is wrong is found, and every button can be hit."""

import re
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.test_announcing_page import appointed, link
from tests.sandbox_page.sight import is_wide, pale

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _is_sound(page: Page) -> None:
    """One title, nothing too pale, too wide or too small to press, every field with a name."""
    await expect(page.locator("h1")).to_have_count(1)
    assert await pale(page) == []
    assert not await is_wide(page)
    for each in await page.locator("a, button, label.tick, input:not([type=hidden]), textarea, select").all():
        box = await each.bounding_box()
        if box:  # what is folded away has none
            assert min(box["width"], box["height"]) >= 20, await each.text_content()
    for each in await page.locator("input[type=text], input[type=url], textarea, select").all():
        assert await page.locator(f"label[for={await each.get_attribute('id')}]").count() == 1


async def test_an_announcement_on_a_phone(phone: Page, bot: TestBot, fetched: list[str]) -> None:
    officer, hana = await bot.on_line("officer"), await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "9:30")
    await appointed(bot, officer)
    answer = await phone.goto(bot.url + await link(officer))
    assert answer
    await _is_sound(phone)
    await phone.get_by_role("link", name="お知らせを書く").click()
    assert len((await phone.content()).encode()) < 100_000
    await _is_sound(phone)

    await phone.get_by_label("題名").fill("来週の研修について")
    await phone.get_by_text("質問をつける").click()
    await phone.get_by_label("質問の選択肢").fill("出られます")
    await phone.get_by_role("button", name="見え方を確かめる").click()
    alert = phone.get_by_role("alert")
    await expect(alert.get_by_role("heading")).to_have_text("直すところが2つあります")
    await _is_sound(phone)
    await alert.get_by_role("link", name="本文").click()
    body = phone.get_by_label("本文")
    await expect(body).to_have_attribute("aria-invalid", "true")
    await expect(body).to_have_accessible_description(re.compile("^1000文字まで.* 入力してください。$"))
    await body.fill("月曜日は午後から始めます。\n\n会場は変わりません。")
    await phone.get_by_label("質問", exact=True).fill("出られますか")
    await phone.get_by_label("質問の選択肢").fill("出られます\n欠席します")
    await phone.get_by_label("急ぎ(時間外でも").uncheck()
    await phone.get_by_role("button", name="見え方を確かめる").click()

    await expect(phone.get_by_role("heading", name="来週の研修について")).to_be_visible()
    await _is_sound(phone)
    await phone.get_by_role("button", name="送信する").click()
    await expect(phone.get_by_text("まもなく送信")).to_be_visible()
    await bot.advance(timedelta(seconds=61))
    await phone.reload()
    await expect(phone.get_by_text("届いた 1人")).to_be_visible()
    await _is_sound(phone)
    assert {address.startswith(bot.url) for address in fetched} == {True}, "nothing comes from elsewhere"
