"""In the Slack window: the app's home, lists that wait for their button, and buttons that open a page."""

import json
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.async_api import Page, expect

from tests.sandbox.neighbours import Bot, Town

pytestmark = pytest.mark.asyncio(loop_scope="session")

Json = dict[str, Any]


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _button(text: str, **more: str) -> Json:
    return {"type": "button", "action_id": f"press {text}", "text": _plain(text), **more}


def _row(*buttons: Json) -> Json:
    return {"type": "actions", "block_id": "row", "elements": list(buttons)}


def _interaction(bot: Bot, place: int = -1) -> Any:
    return json.loads(parse_qs(bot.heard[place][1].decode())["payload"][0])


async def test_the_home_is_told_when_it_is_opened_and_its_buttons_work(page: Page, town: Town, bot: Bot) -> None:
    ken, channel = await town.in_slack("ken")
    await page.goto(town.address)
    await page.get_by_role("tab", name="ホーム").click()
    await bot.has_heard(1)
    event = json.loads(bot.heard[0][1])["event"]
    assert (event["type"], event["tab"], event["user"], event["channel"]) == ("app_home_opened", "home", ken, channel)
    view = {"type": "home", "blocks": [_row(_button("今日のレッスン", value="today"))]}
    await town.slack.views_publish(user_id=ken, view=view)
    await page.get_by_role("button", name="今日のレッスン").click()
    await bot.has_heard(2)
    pressed = _interaction(bot)
    assert (pressed["view"]["type"], pressed["actions"][0]["value"]) == ("home", "today")
    assert "response_url" not in pressed


async def test_lists_keep_what_was_chosen_until_their_button_is_pressed(page: Page, town: Town, bot: Bot) -> None:
    _, channel = await town.in_slack("ken")
    options = [{"text": _plain(f"{label} の文"), "value": label} for label in "ABC"]
    lists = [
        {
            "type": "section",
            "block_id": f"rank:{number}",
            "text": _plain(f"{number}番目"),
            "accessory": {
                "type": "static_select",
                "action_id": f"rank:{number}",
                "placeholder": _plain("選ぶ"),
                "options": options,
            },
        }
        for number in (1, 2)
    ]
    blocks = [*lists, _row(_button("回答する", value="f"))]
    await town.slack.chat_postMessage(channel=channel, text="問", blocks=blocks)
    await page.goto(town.address)
    await page.get_by_label("2番目").select_option("A")
    await page.get_by_label("1番目").select_option("C")
    await bot.has_heard(2)
    await page.get_by_role("button", name="回答する").click()
    await bot.has_heard(3)
    values = _interaction(bot)["state"]["values"]
    chosen = [values[f"rank:{number}"][f"rank:{number}"]["selected_option"]["value"] for number in (1, 2)]
    assert chosen == ["C", "A"]
    await expect(page.get_by_label("1番目")).to_have_value("C")


async def test_a_button_with_an_address_opens_it_and_tells_the_bot(page: Page, town: Town, bot: Bot) -> None:
    _, channel = await town.in_slack("ken")
    blocks = [_row(_button("ページで書く", url=f"{town.address}/sandbox/state"))]
    await town.slack.chat_postMessage(channel=channel, text="問", blocks=blocks)
    await page.goto(town.address)
    async with page.context.expect_page() as opened:
        await page.get_by_role("button", name="ページで書く").click()
    assert (await opened.value).url.endswith("/sandbox/state")
    await bot.has_heard(1)
    assert "value" not in _interaction(bot)["actions"][0]
