"""How Slack's webhooks reach a bot: signed, repeated, and answered by response URLs."""

import json
from typing import Any
from urllib.parse import parse_qs

from slack_sdk.signature import SignatureVerifier
from slack_sdk.webhook.async_client import AsyncWebhookClient
from starlette.responses import JSONResponse, Response

from tests.sandbox.neighbours import Bot, Town

QUESTION = [
    {
        "type": "actions",
        "block_id": "choices",
        "elements": [{"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "A"}, "value": "1"}],
    }
]


async def test_events_are_signed_as_the_sdk_expects(town: Town, bot: Bot) -> None:
    ken, _ = await town.in_slack()
    await town.door(f"slack/users/{ken}/say", {"text": "今日"})
    request, raw = bot.heard[-1]
    assert SignatureVerifier(town.settings.slack_signing_secret).is_valid_request(raw, dict(request.headers))
    assert json.loads(raw)["event"]["channel_type"] == "im"


async def test_the_console_verifies_the_address(town: Town, bot: Bot) -> None:
    bot.answers = [JSONResponse({"challenge": "kotsukotsu"})]
    answer = await town.door("slack/verify")
    assert answer["delivered"][0]["body"] == {"challenge": "kotsukotsu"}


async def test_an_event_the_bot_could_not_take_comes_again_at_once_and_after_one_and_five_minutes(
    town: Town, bot: Bot
) -> None:
    ken, _ = await town.in_slack()
    bot.answers = [Response(status_code=500) for _ in range(3)]
    answer = await town.door(f"slack/users/{ken}/say", {"text": "今日"})
    assert [delivery["status"] for delivery in answer["delivered"]] == [500, 500]
    for minutes, heard in ((1, 3), (4, 4)):
        await town.door("clock", {"advance": minutes * 60})
        await bot.has_heard(heard)
    retries = [request.headers.get("x-slack-retry-num") for request, _ in bot.heard]
    events = {json.loads(raw)["event_id"] for _, raw in bot.heard}
    assert (retries, len(events)) == ([None, "1", "2", "3"], 1)


async def test_a_response_url_is_good_five_times_and_half_an_hour(town: Town, bot: Bot) -> None:
    ken, channel = await town.in_slack()
    posted = await town.slack.chat_postMessage(channel=channel, text="問", blocks=QUESTION)
    press = {"channel": channel, "ts": posted["ts"], "block_id": "choices", "action_id": "a"}
    await town.door(f"slack/users/{ken}/press", press)
    await town.door(f"slack/users/{ken}/press", press)
    often, late = [AsyncWebhookClient(_payload(raw)["response_url"], session=town.http) for _, raw in bot.heard]
    uses = [(await often.send(text=f"{number}", replace_original=True)).status_code for number in range(6)]
    town.later(minutes=31)
    assert (uses, (await late.send(text="おそい")).status_code) == ([200] * 5 + [404], 404)
    assert [message["text"] for message in await town.slack_chat()] == ["4"]


async def test_a_press_names_the_button_and_comes_once(town: Town, bot: Bot) -> None:
    ken, channel = await town.in_slack()
    posted = await town.slack.chat_postMessage(channel=channel, text="問", blocks=QUESTION)
    bot.answers = [Response(status_code=500)]
    wish = {"channel": channel, "ts": posted["ts"], "block_id": "choices", "action_id": "a"}
    answer = await town.door(f"slack/users/{ken}/press", wish)
    (action,) = _payload(bot.heard[-1][1])["actions"]
    assert ([one["status"] for one in answer["delivered"]], len(bot.heard)) == ([500], 1)
    assert (action["type"], action["value"], action["block_id"]) == ("button", "1", "choices")


async def test_a_command_the_bot_could_not_take_says_so_to_the_person(town: Town, bot: Bot) -> None:
    ken, _ = await town.in_slack()
    bot.answers = [Response(status_code=500)]
    await town.door(f"slack/users/{ken}/command", {"command": "/kotsu", "text": "join ABC123"})
    (sorry,) = await town.slack_chat()
    assert "dispatch_failed" in sorry["text"]


async def test_events_wait_for_a_bot_that_is_not_there_yet(town: Town) -> None:
    ken, _ = await town.in_slack()
    assert await town.door(f"slack/users/{ken}/say", {"text": "今日"}) == {"delivered": []}
    assert (await town.state())["bot"] == {"line": "none", "slack": "none"}


def _payload(raw: bytes) -> Any:
    return json.loads(parse_qs(raw.decode())["payload"][0])
