"""How LINE's webhooks reach a bot: signed, once, twice, late or not at all."""

import json
from typing import Any

from linebot.v3.webhook import SignatureValidator, WebhookParser
from starlette.responses import Response

from sandbox.line.webhook import signature
from tests.sandbox.neighbours import Bot, Town


def test_the_signature_of_lines_own_example() -> None:
    raw = b'{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
    assert signature("8c570fa6dd201bb328f1c1eac23a96d8", raw) == "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs="


async def test_the_sdk_believes_every_door(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    await town.door(f"line/users/{hana}/follow")
    await town.door(f"line/users/{hana}/say", {"text": "参加 ABC123"})
    (said,) = await town.line_chat()
    await town.door(f"line/users/{hana}/sticker")
    await town.door(f"line/users/{hana}/press", {"data": "answer:1:B", "display_text": "B"})
    await town.door(f"line/users/{hana}/unsend", {"message_id": said["id"]})
    await town.door(f"line/users/{hana}/raw", {"event": {"type": "videoPlayComplete"}})
    secret = town.settings.line_channel_secret
    for request, raw in bot.heard:
        assert SignatureValidator(secret).validate(raw.decode(), request.headers["x-line-signature"])
    parser = WebhookParser(secret)
    kinds = [
        parser.parse(raw.decode(), request.headers["x-line-signature"])[0].type
        for request, raw in bot.heard
        if b"videoPlayComplete" not in raw
    ]
    assert kinds == ["follow", "message", "message", "postback", "unsend"]
    assert [message["unsent"] for message in await town.line_chat()] == [True, False, False]


async def test_a_door_tells_how_the_bot_answered(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    bot.answers = [Response("busy", status_code=503)]
    (delivery,) = (await town.door(f"line/users/{hana}/say", {"text": "今日"}))["delivered"]
    assert (delivery["status"], delivery["body"]) == (503, "busy")
    assert delivery["url"] == f"{bot.address}/line"


async def test_line_gives_up_on_a_bot_that_takes_more_than_two_seconds(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    bot.delay = 2.5
    (delivery,) = (await town.door(f"line/users/{hana}/say", {"text": "今日"}))["delivered"]
    assert delivery["status"] is None
    assert (await town.record())[-1]["fault"] == "timeout"


async def test_events_wait_until_the_bot_names_its_address(town: Town, bot: Bot) -> None:
    await town.door("webhooks", {"line": None})
    hana = await town.on_line()
    await town.door(f"line/users/{hana}/say", {"text": "一"})
    await town.door(f"line/users/{hana}/say", {"text": "二"})
    await town.door("webhooks", {"line": f"{bot.address}/line"})
    assert _texts(bot) == ["一", "二"]


async def test_faults_double_an_event_repeat_it_or_let_the_next_overtake_it(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    path = "/line"
    await town.door(
        "faults", {"next": [{"path": path, "fault": fault} for fault in ("duplicate", "redeliver", "reorder")]}
    )
    for text in ("一", "二", "三", "四"):
        await town.door(f"line/users/{hana}/say", {"text": text})
    assert _texts(bot) == ["一", "一", "二", "二", "四", "三"]
    assert [_event(raw)["deliveryContext"]["isRedelivery"] for _, raw in bot.heard] == [False] * 3 + [True] + [
        False
    ] * 2


async def test_an_event_nothing_overtakes_arrives_late_but_arrives(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    await town.door("faults", {"next": [{"path": "/line", "fault": "reorder"}]})
    assert await town.door(f"line/users/{hana}/say", {"text": "一"}) == {"delivered": []}
    await bot.has_heard(1)
    assert _texts(bot) == ["一"]


async def test_line_can_check_the_webhook(town: Town, bot: Bot) -> None:
    checked = await town.line.test_webhook_endpoint()
    assert (checked.success, json.loads(bot.heard[-1][1])["events"]) == (True, [])


def _event(raw: bytes) -> Any:
    return json.loads(raw)["events"][0]


def _texts(bot: Bot) -> list[str]:
    return [_event(raw)["message"]["text"] for _, raw in bot.heard]
