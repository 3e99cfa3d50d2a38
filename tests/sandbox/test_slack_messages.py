"""What a bot learns from Slack's Web API."""

from typing import Any
from urllib.parse import parse_qs

import pytest
from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.sandbox.neighbours import Bot, Town

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "*今日の一問*"}}
LETTER = {"event_type": "letter", "event_payload": {"id": "a1"}}


async def test_a_message_of_unknown_fate_is_found_again_by_its_metadata(town: Town) -> None:
    _, channel = await town.in_slack()
    await town.door("faults", {"next": [{"path": "/api/chat.postMessage", "fault": "drop_after"}]})
    with pytest.raises(ClientError):
        await town.slack.chat_postMessage(channel=channel, text="おはよう", blocks=[SECTION], metadata=LETTER)
    found = await town.slack.conversations_history(channel=channel, oldest="0", include_all_metadata=True)
    bare = await town.slack.conversations_history(channel=channel)
    assert [message["metadata"] for message in found["messages"]] == [LETTER]
    assert "metadata" not in bare["messages"][0]


async def test_a_fatal_error_may_hide_a_message_that_was_posted(town: Town) -> None:
    _, channel = await town.in_slack()
    await town.door("faults", {"next": [{"path": "/api/chat.postMessage", "fault": "fatal_error"}]})
    assert await _refusal(town.slack.chat_postMessage(channel=channel, text="届いた")) == "fatal_error"
    assert len(await town.slack_chat()) == 1


async def test_a_direct_message_is_opened_written_changed_and_taken_back(town: Town) -> None:
    ken, channel = await town.in_slack()
    assert (await town.slack.conversations_open(users=ken))["channel"]["id"] == channel
    posted = await town.slack.chat_postMessage(channel=ken, text="問1", blocks=[SECTION])
    await town.slack.chat_update(channel=channel, ts=posted["ts"], text="正解です", blocks=[])
    (shown,) = await town.slack_chat()
    assert (shown["text"], shown["blocks"], shown["edited"]) == ("正解です", None, True)
    await town.slack.chat_delete(channel=channel, ts=posted["ts"])
    assert await town.slack_chat() == []
    assert await _refusal(town.slack.chat_update(channel=channel, ts=posted["ts"], text="…")) == "message_not_found"


async def test_history_pages_from_the_newest_and_leaves_ephemerals_out(town: Town) -> None:
    ken, channel = await town.in_slack()
    stamps = [(await town.slack.chat_postMessage(channel=channel, text=str(n)))["ts"] for n in range(3)]
    await town.slack.chat_postEphemeral(channel=channel, user=ken, text="あなただけに")
    first = await town.slack.conversations_history(channel=channel, limit=2)
    rest = await town.slack.conversations_history(channel=channel, cursor=first["response_metadata"]["next_cursor"])
    since = await town.slack.conversations_history(channel=channel, oldest=stamps[1])
    assert [[one["text"] for one in page["messages"]] for page in (first, rest, since)] == [["2", "1"], ["0"], ["2"]]


async def test_people_are_found_by_id_and_by_mail(town: Town) -> None:
    ken, _ = await town.in_slack()
    assert (await town.slack.users_info(user=ken))["user"]["tz"] == "Asia/Tokyo"
    assert (await town.slack.users_lookupByEmail(email="KEN@town.example"))["user"]["id"] == ken
    assert await _refusal(town.slack.users_lookupByEmail(email="who@town.example")) == "users_not_found"
    assert (await town.slack.auth_test())["user"] == "kotsu"


@pytest.mark.parametrize(
    ("token", "error"),
    [("xoxb-wrong", "invalid_auth"), ("xapp-sandbox-app", "not_allowed_token_type"), ("", "not_authed")],
)
async def test_a_wrong_token_is_refused(town: Town, token: str, error: str) -> None:
    client = AsyncWebClient(token=token, base_url=f"{town.address}/api/", session=town.http, retry_handlers=[])
    assert await _refusal(client.auth_test()) == error


async def test_calls_beyond_the_tier_are_told_when_to_come_back(town: Town) -> None:
    _, channel = await town.in_slack()
    await town.door("faults", {"slack": {"tiers": True}})
    for number in range(4):
        await town.slack.chat_postMessage(channel=channel, text=str(number))
    with pytest.raises(SlackApiError) as hurried:
        await town.slack.chat_postMessage(channel=channel, text="4")
    assert (hurried.value.response.status_code, hurried.value.response["error"]) == (429, "ratelimited")
    assert int(hurried.value.response.headers["Retry-After"]) >= 1
    assert len(await town.slack_chat()) == 4


async def test_a_file_travels_in_three_steps(town: Town) -> None:
    _, channel = await town.in_slack()
    await town.slack.files_upload_v2(
        channel=channel, filename="企画書.pdf", content=b"%PDF-", initial_comment="できました"
    )
    assert (await town.slack_chat())[0]["text"] == "できました\n📎 企画書.pdf"


async def test_a_home_is_published_for_one_person(town: Town) -> None:
    ken, _ = await town.in_slack()
    await town.slack.views_publish(user_id=ken, view={"type": "home", "blocks": [SECTION]})
    assert (await town.state())["slack"]["chats"][0]["home"]["blocks"][0]["text"]["text"] == "*今日の一問*"


async def test_a_trigger_opens_one_modal(town: Town, bot: Bot) -> None:
    ken, _ = await town.in_slack()
    view: dict[str, Any] = {"type": "modal", "title": {"type": "plain_text", "text": "質問"}, "blocks": [SECTION]}
    await town.door(f"slack/users/{ken}/command", {"command": "/kotsu", "text": ""})
    trigger = parse_qs(bot.heard[-1][1].decode())["trigger_id"][0]
    opened = await town.slack.views_open(trigger_id=trigger, view=view)
    assert (await town.state())["slack"]["chats"][0]["view"]["id"] == opened["view"]["id"]
    assert await _refusal(town.slack.views_open(trigger_id=trigger, view=view)) == "exchanged_trigger_id"
    assert await _refusal(town.slack.views_open(trigger_id="1.2.3", view=view)) == "invalid_trigger_id"


async def test_an_update_meant_for_an_older_view_is_refused(town: Town) -> None:
    ken, _ = await town.in_slack()
    home = {"type": "home", "blocks": [SECTION]}
    first = (await town.slack.views_publish(user_id=ken, view=home))["view"]
    await town.slack.views_publish(user_id=ken, view=home, hash=first["hash"])
    assert await _refusal(town.slack.views_publish(user_id=ken, view=home, hash=first["hash"])) == "hash_conflict"


async def _refusal(call: Any) -> str:
    with pytest.raises(SlackApiError) as refused:
        await call
    return str(refused.value.response["error"])
