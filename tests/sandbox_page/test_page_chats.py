"""What a person sees and does in the two chats."""

import json
from collections.abc import Mapping
from urllib.parse import parse_qs

import pytest
from playwright.async_api import Page, expect
from starlette.responses import JSONResponse

from tests.sandbox.neighbours import Bot, Town

pytestmark = pytest.mark.asyncio(loop_scope="session")

_LABEL = {"type": "plain_text", "text": "A"}


def _choice(label: str, words: str) -> dict[str, object]:
    return {
        "type": "box",
        "layout": "vertical",
        "contents": [{"type": "text", "text": words, "wrap": True}],
        "action": {"type": "postback", "label": label, "data": f"answer={label}", "displayText": label},
    }


def _question() -> dict[str, object]:
    body = {"type": "box", "layout": "vertical", "contents": [_choice("A", "話を聞く"), _choice("B", "ちらしを配る")]}
    return {"type": "flex", "altText": "問1/2", "contents": {"type": "bubble", "body": body}}


def _modal(*blocks: Mapping[str, object]) -> dict[str, object]:
    title = {"type": "plain_text", "text": "お知らせ"}
    return {"type": "modal", "callback_id": "c", "title": title, "submit": title, "blocks": list(blocks)}


async def test_a_tapped_box_reaches_the_bot_and_its_words_appear(page: Page, town: Town, bot: Bot) -> None:
    hana = await town.on_line("はな")
    await page.goto(town.address)
    await town.raw_push({"to": hana, "messages": [_question()]})
    await page.get_by_role("button", name="ちらしを配る").click()
    await expect(page.locator(".is-from-user")).to_contain_text("B")
    await bot.has_heard(1)
    assert json.loads(bot.heard[0][1])["events"][0]["postback"] == {"data": "answer=B"}


async def test_quick_replies_go_once_somebody_has_spoken(page: Page, town: Town, bot: Bot) -> None:
    hana = await town.on_line("はな")
    item = {"type": "action", "action": {"type": "message", "label": "今日", "text": "今日"}}
    message = {"type": "text", "text": "おはようございます", "quickReply": {"items": [item]}}
    await town.raw_push({"to": hana, "messages": [message]})
    await page.goto(town.address)
    pill = page.get_by_role("button", name="今日", exact=True)
    await pill.click()
    await expect(pill).to_be_hidden()
    await bot.has_heard(1)


async def test_what_is_typed_survives_a_new_message(page: Page, town: Town) -> None:
    hana = await town.on_line("はな")
    await page.goto(town.address)
    field = page.get_by_label("メッセージを入力")
    await field.fill("書きかけの")
    await town.push(hana, "新しい知らせ")
    await expect(page.locator(".is-from-bot")).to_contain_text("新しい知らせ")
    await expect(field).to_have_value("書きかけの")
    await expect(field).to_be_focused()


async def test_content_is_never_markup(page: Page, town: Town) -> None:
    trick = '<img src=x onerror="document.title=1"><b>太字</b>'
    hana = await town.on_line(trick)
    _, channel = await town.in_slack("ken")
    await town.push(hana, trick)
    await town.slack.chat_postMessage(channel=channel, text="&lt;b&gt;太字&lt;/b&gt;")
    await page.goto(town.address)
    await expect(page.locator(".line-bubble")).to_have_text(trick)
    await expect(page.locator(".slack-row .block-text")).to_have_text("<b>太字</b>")
    assert await page.locator(".log b, .people b").count() == 0


async def test_a_slack_button_turns_the_question_into_its_verdict(page: Page, town: Town, bot: Bot) -> None:
    _, channel = await town.in_slack("ken")
    button = {"type": "button", "action_id": "answer_a", "text": _LABEL, "value": "answer=A"}
    blocks = [{"type": "actions", "block_id": "q1", "elements": [button]}]
    sent = await town.slack.chat_postMessage(channel=channel, text="問1", blocks=blocks)
    await page.goto(town.address)
    await page.locator(".slack-button").click()
    await bot.has_heard(1)
    pressed = json.loads(parse_qs(bot.heard[0][1].decode())["payload"][0])
    assert pressed["actions"][0]["value"] == "answer=A"
    await town.slack.chat_update(channel=channel, ts=str(sent["ts"]), text="*正解です。*", blocks=[])
    await expect(page.locator(".slack-log strong", has_text="正解です。")).to_be_visible()
    await expect(page.locator(".slack-log .slack-button")).to_have_count(0)


async def test_words_after_a_slash_are_a_command(page: Page, town: Town, bot: Bot) -> None:
    await town.in_slack("ken")
    bot.answers.append(JSONResponse({"response_type": "ephemeral", "text": "できます"}))
    await page.goto(town.address)
    field = page.get_by_label("へのメッセージ")
    await field.fill("/kotsu join ABC123")
    await field.press("Enter")
    await expect(page.locator(".is-ephemeral")).to_contain_text("できます")
    asked = parse_qs(bot.heard[0][1].decode())
    assert (asked["command"], asked["text"]) == (["/kotsu"], ["join ABC123"])


async def test_a_modal_shows_the_bots_errors_and_closes_when_it_is_content(page: Page, town: Town, bot: Bot) -> None:
    ken, _ = await town.in_slack("ken")
    await page.goto(town.address)
    await town.door(f"slack/users/{ken}/command", {"command": "/kotsu", "text": "announce"})
    trigger = parse_qs(bot.heard[0][1].decode())["trigger_id"][0]
    element = {"type": "plain_text_input", "action_id": "words"}
    block = {"type": "input", "block_id": "body", "label": {"type": "plain_text", "text": "本文"}, "element": element}
    await town.slack.views_open(trigger_id=trigger, view=_modal(block))
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_label("本文")).to_be_focused()
    bot.answers.append(JSONResponse({"response_action": "errors", "errors": {"body": "短すぎます"}}))
    await dialog.get_by_label("本文").fill("あ")
    await dialog.get_by_role("button", name="お知らせ").click()
    await expect(dialog.get_by_role("alert")).to_have_text("短すぎます")
    await dialog.get_by_label("本文").fill("来週の日程です")
    await dialog.get_by_role("button", name="お知らせ").click()
    await expect(dialog).to_be_hidden()


async def test_two_boxes_ticked_in_a_hurry_both_reach_the_bot(page: Page, town: Town, bot: Bot) -> None:
    _, channel = await town.in_slack()
    options = [{"text": {"type": "plain_text", "text": letter}, "value": letter} for letter in "ABC"]
    done = {"type": "button", "action_id": "done", "text": _LABEL, "value": "done"}
    boxes = {"type": "checkboxes", "action_id": "ticks", "options": options}
    await town.slack.chat_postMessage(
        channel=channel, text="問", blocks=[{"type": "actions", "elements": [boxes, done]}]
    )
    await page.goto(town.address)
    await page.get_by_label("B", exact=True).check()
    await page.get_by_label("C", exact=True).check()
    await page.locator(".slack-button").click()
    await bot.has_heard(3)

    payload = json.loads(parse_qs(bot.heard[-1][1].decode())["payload"][0])
    (held,) = [held for block in payload["state"]["values"].values() for held in block.values()]
    assert [option["value"] for option in held["selected_options"]] == ["B", "C"]
