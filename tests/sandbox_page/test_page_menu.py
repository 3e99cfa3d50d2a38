"""Under the LINE chat: the rich menu with its tabs, and the keyboard a button opens."""

import json
from typing import Any

import pytest
from linebot.v3.messaging import AsyncMessagingApiBlob
from playwright.async_api import Page, expect

from channels.line.menu import set_up
from channels.line.menu_request import pages
from config import line_menu
from tests.sandbox.neighbours import Bot, Town

pytestmark = pytest.mark.asyncio(loop_scope="session")


def _heard(bot: Bot, place: int = -1) -> Any:
    return json.loads(bot.heard[place][1])["events"][0]["postback"]


async def _opened(page: Page, town: Town) -> None:
    """Our own menu, set up, in sight and open."""
    await set_up(town.line, AsyncMessagingApiBlob(town.line.api_client), pages(line_menu.read()))
    await page.goto(town.address)
    await expect(page.get_by_role("button", name="今日 Today")).to_be_hidden()
    await _bar(page)


async def _bar(page: Page) -> None:
    await page.locator(".line-menu-bar").click()


async def test_a_tap_on_the_menu_reaches_the_bot_and_the_menu_makes_room(page: Page, town: Town, bot: Bot) -> None:
    await town.on_line("はな")
    await _opened(page, town)
    today = page.get_by_role("button", name="今日 Today")
    await expect(today).to_be_visible()
    await today.click()
    await bot.has_heard(1)
    assert _heard(bot) == {"data": "today"}
    await expect(page.locator(".is-from-user")).to_contain_text("今日")
    await expect(today).to_be_hidden()
    await _bar(page)
    await expect(today).to_be_visible()


async def test_a_tab_of_the_menu_leads_to_the_other_and_back(page: Page, town: Town, bot: Bot) -> None:
    await town.on_line("はな")
    await _opened(page, town)
    await page.get_by_role("button", name="そのほか More").click()
    await expect(page.get_by_role("button", name="休む Take leave")).to_be_visible()
    await expect(page.get_by_role("button", name="今日 Today")).to_have_count(0)
    await page.get_by_role("button", name="学ぶ Learn").click()
    await expect(page.get_by_role("button", name="今日 Today")).to_be_visible()
    await bot.has_heard(2)
    assert [_heard(bot, place)["params"]["newRichMenuAliasId"] for place in (0, 1)] == ["kotsu-more", "kotsu-learn"]


async def test_a_button_before_typing_opens_the_keyboard(page: Page, town: Town, bot: Bot) -> None:
    hana = await town.on_line("はな")
    action = {"type": "postback", "label": "書く", "data": "w", "inputOption": "openKeyboard", "fillInText": "私は"}
    body = {"type": "box", "layout": "vertical", "contents": [{"type": "button", "action": action}]}
    flex = {"type": "flex", "altText": "問", "contents": {"type": "bubble", "body": body}}
    assert (await town.raw_push({"to": hana, "messages": [flex]}))[0] == 200
    await page.goto(town.address)
    await page.get_by_role("button", name="書く").click()
    field = page.get_by_label("メッセージを入力")
    await expect(field).to_be_focused()
    await expect(field).to_have_value("私は")
    await bot.has_heard(1)
