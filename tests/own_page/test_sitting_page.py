"""A questionnaire on a phone: with the keyboard alone, with a screen reader, and with something forgotten."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from lessons.assessment import Occasion
from tests.acceptance.bot import TestBot, town
from tests.acceptance.sitting_down import OPEN, link, responses
from tests.sandbox_page.sight import is_wide, pale
from tests.shelf import ASSESSED

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def bot(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[TestBot]:
    """A bot whose course asks before and after."""
    path = shutil.copy(migrated_sqlite, tmp_path / "kotsu.db")
    async with town(f"sqlite:///{path}", shelf=ASSESSED) as running:
        yield running


async def _is_sound(page: Page) -> None:
    await expect(page.locator("h1")).to_have_count(1)
    assert await pale(page) == []
    assert not await is_wide(page)
    for each in await page.locator("label.tick, button").all():
        box = await each.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44, await each.text_content()


async def test_a_questionnaire_on_a_phone(phone: Page, bot: TestBot, fetched: list[str]) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.press(OPEN)
    answer = await phone.goto(bot.url + await link(hana))
    assert answer
    assert len(await answer.body()) < 100_000
    await _is_sound(phone)
    first = phone.get_by_role("radiogroup", name="1. 使う人の立場で考えられる。")
    await expect(first).to_have_accessible_description("いまのあなたに、どのくらいあてはまりますか。")
    await phone.keyboard.press("Tab")
    await phone.keyboard.press("Space")
    await expect(first.get_by_label("まったくちがう")).to_be_checked()
    for _ in range(2):
        await phone.keyboard.press("ArrowDown")
    await expect(first.get_by_label("どちらでもない")).to_be_checked()
    await phone.get_by_role("button", name="保存して次へ").click()

    await expect(phone.get_by_role("alert")).to_have_text(
        "まだ答えていない問いが1つあります。選んでから送ってください。"
    )
    await _is_sound(phone)
    await expect(first.get_by_label("どちらでもない")).to_be_checked()
    second = phone.get_by_role("radiogroup", name="2. 数字で話せる。")
    await expect(second).to_have_attribute("aria-invalid", "true")
    await second.get_by_label("ややそう").check()
    await phone.get_by_role("button", name="保存して次へ").click()
    await expect(phone.get_by_text("2/3 この30日のこと")).to_be_visible()
    await _is_sound(phone)
    assert {item: each.chosen for item, each in responses(bot, Occasion.BEFORE).items()} == {"s1": ("3",), "s2": ("4",)}
    assert {address.startswith(bot.url) for address in fetched} == {True}, "nothing comes from elsewhere"
