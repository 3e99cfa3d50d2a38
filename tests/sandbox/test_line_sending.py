"""What a bot learns from LINE when it sends."""

import json
from typing import Any
from uuid import uuid4

import pytest
from aiohttp import ClientError
from linebot.v3.messaging import MulticastRequest, ShowLoadingAnimationRequest, TextMessage
from linebot.v3.messaging.exceptions import ApiException

from tests.sandbox.neighbours import Bot, Town, town_open


async def test_a_push_is_shown_and_counted_once_however_many_objects(town: Town) -> None:
    hana = await town.on_line()
    sent = await town.push(hana, "おはようございます", "今日の一問")
    assert [message["body"]["text"] for message in await town.line_chat()] == ["おはようございます", "今日の一問"]
    assert [one.id for one in sent.sent_messages] == [message["id"] for message in await town.line_chat()]
    assert (await town.line.get_message_quota_consumption()).total_usage == 1


async def test_a_reply_token_is_good_once_and_costs_nothing(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    await town.door(f"line/users/{hana}/say", {"text": "今日"})
    token = _last_event(bot)["replyToken"]
    await town.reply(token, "はい")
    with pytest.raises(ApiException) as again:
        await town.reply(token, "はい")
    assert (again.value.status, "Invalid reply token" in str(again.value.body)) == (400, True)
    assert (await town.state())["line"]["quota"]["used"] == 0


async def test_a_reply_token_dies_after_a_minute_and_revives_with_a_redelivery(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    await town.door(f"line/users/{hana}/say", {"text": "今日"})
    event = _last_event(bot)
    town.later(seconds=61)
    with pytest.raises(ApiException):
        await town.reply(event["replyToken"], "おそい")
    await town.door(f"line/users/{hana}/redeliver")
    again = _last_event(bot)
    assert (again["webhookEventId"], again["deliveryContext"]) == (event["webhookEventId"], {"isRedelivery": True})
    await town.reply(event["replyToken"], "間に合った")
    assert (await town.line_chat())[-1]["via"] == "reply"


async def test_a_reply_token_is_not_revived_after_twenty_minutes(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    await town.door(f"line/users/{hana}/say", {"text": "今日"})
    town.later(minutes=21)
    await town.door(f"line/users/{hana}/redeliver")
    with pytest.raises(ApiException):
        await town.reply(_last_event(bot)["replyToken"], "おそい")


async def test_a_retry_key_carries_a_message_once(town: Town) -> None:
    hana, key = await town.on_line(), str(uuid4())
    await town.door("faults", {"next": [{"path": "/v2/bot/message/push", "fault": "drop_after"}]})
    with pytest.raises(ClientError):
        await town.push(hana, "一度だけ", key=key)
    with pytest.raises(ApiException) as repeated:
        await town.push(hana, "一度だけ", key=key)
    dropped, refused = [entry for entry in await town.record() if entry["path"].endswith("/push")]
    assert repeated.value.status == 409
    assert repeated.value.headers["x-line-accepted-request-id"]
    assert (dropped["status"], dropped["fault"], refused["retry_key"]) == (None, "drop_after", key)
    assert len(await town.line_chat()) == 1


async def test_a_call_dropped_before_its_effect_shows_nothing(town: Town) -> None:
    hana = await town.on_line()
    await town.door("faults", {"next": [{"path": "/v2/bot/message/push", "fault": "drop_before"}]})
    with pytest.raises(ClientError):
        await town.push(hana, "届かない")
    assert await town.line_chat() == []


@pytest.mark.parametrize("key", ["abc", "123e4567e89b12d3a456426614174000"])
async def test_a_retry_key_must_be_a_uuid(town: Town, key: str) -> None:
    with pytest.raises(ApiException) as refused:
        await town.push(await town.on_line(), "…", key=key)
    assert refused.value.status == 400


async def test_both_meanings_of_429_are_told_apart_by_their_message(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    await town.door("faults", {"line": {"rate_429": 1}})
    with pytest.raises(ApiException) as hurried:
        await town.push(hana, "…")
    await town.door("faults", {"line": {"monthly_limit": True}})
    with pytest.raises(ApiException) as spent:
        await town.push(hana, "…")
    assert (hurried.value.status, spent.value.status) == (429, 429)
    assert "The API rate limit has been exceeded" in str(hurried.value.body)
    assert "You have reached your monthly limit." in str(spent.value.body)
    await town.door(f"line/users/{hana}/say", {"text": "今日"})
    await town.reply(_last_event(bot)["replyToken"], "返信は無料")


async def test_the_quota_counts_recipients_runs_out_and_comes_back_with_the_month() -> None:
    async with town_open(quota=3) as town:
        people = [await town.on_line(f"人{number}") for number in range(4)]
        with pytest.raises(ApiException) as spent:
            await town.line.multicast(MulticastRequest(to=people, messages=[TextMessage(text="こんにちは")]))
        await town.line.multicast(MulticastRequest(to=people[:3], messages=[TextMessage(text="こんにちは")]))
        with pytest.raises(ApiException):
            await town.push(people[3], "…")
        town.later(days=30)
        await town.push(people[3], "十月です")
        assert spent.value.status == 429
        assert (await town.line.get_message_quota()).value == 3
        assert (await town.line.get_message_quota_consumption()).total_usage == 1


async def test_someone_who_blocked_the_account_hears_nothing_and_costs_nothing(town: Town, bot: Bot) -> None:
    hana = await town.on_line()
    await town.door(f"line/users/{hana}/block")
    assert (_last_event(bot)["type"], "replyToken" in _last_event(bot)) == ("unfollow", False)
    await town.push(hana, "見えない")
    assert (await town.line_chat(), (await town.state())["line"]["quota"]["used"]) == ([], 0)
    with pytest.raises(ApiException) as hidden:
        await town.line.get_profile(hana)
    assert hidden.value.status == 404
    await town.door(f"line/users/{hana}/unblock")
    assert _last_event(bot)["follow"] == {"isUnblocked": True}


async def test_a_stranger_cannot_be_pushed_to_and_is_passed_over_in_a_multicast(town: Town) -> None:
    stranger, hana = "U" + "0" * 32, await town.on_line()
    with pytest.raises(ApiException) as refused:
        await town.push(stranger, "…")
    assert "Failed to send messages" in str(refused.value.body)
    both = MulticastRequest(to=[stranger, hana], messages=[TextMessage(text="こんにちは")])
    await town.line.multicast(both)
    assert len(await town.line_chat()) == 1
    await town.door("faults", {"line": {"multicast_refuses_unknown": True}})
    with pytest.raises(ApiException):
        await town.line.multicast(both)


async def test_a_wrong_token_is_refused_and_every_answer_carries_a_request_id(town: Town) -> None:
    town.line.api_client.configuration.access_token = "wrong"
    with pytest.raises(ApiException) as refused:
        await town.line.get_bot_info()
    assert refused.value.status == 401
    assert refused.value.headers["x-line-request-id"]
    assert "Bearer" not in str(await town.record())


async def test_the_loading_animation_shows_until_something_is_said(town: Town) -> None:
    hana = await town.on_line()
    await town.line.show_loading_animation(ShowLoadingAnimationRequest(chatId=hana, loadingSeconds=20))
    assert (await town.state())["line"]["chats"][0]["loading"]
    await town.push(hana, "お待たせしました")
    assert not (await town.state())["line"]["chats"][0]["loading"]


def _last_event(bot: Bot) -> dict[str, Any]:
    event: dict[str, Any] = json.loads(bot.heard[-1][1])["events"][0]
    return event
