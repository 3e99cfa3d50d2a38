"""A real Bolt app in conversation with the sandbox, over HTTP and over a socket."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond, AsyncSay
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.server import serving
from tests.sandbox.neighbours import Town

Json = dict[str, Any]
QUESTION: list[Json] = [
    {"type": "section", "text": {"type": "plain_text", "text": "ペルソナとは"}},
    {
        "type": "actions",
        "block_id": "choices",
        "elements": [
            {
                "type": "checkboxes",
                "action_id": "ticks",
                "options": [{"text": {"type": "plain_text", "text": one}, "value": one} for one in "ABC"],
            },
            {"type": "button", "action_id": "answer", "text": {"type": "plain_text", "text": "答える"}, "value": "q1"},
        ],
    },
]
FORM = {
    "type": "modal",
    "callback_id": "question",
    "title": {"type": "plain_text", "text": "質問"},
    "submit": {"type": "plain_text", "text": "送る"},
    "blocks": [
        {
            "type": "input",
            "block_id": "words",
            "label": {"type": "plain_text", "text": "質問"},
            "element": {"type": "plain_text_input", "action_id": "typed"},
        }
    ],
}


def bolt(town: Town) -> AsyncApp:
    app = AsyncApp(client=town.slack, signing_secret=town.settings.slack_signing_secret, process_before_response=True)

    @app.event("message")
    async def said(event: Json, say: AsyncSay) -> None:
        await say(text=f"{event['text']}ですね", blocks=QUESTION)

    @app.action("ticks")
    async def ticked(ack: AsyncAck) -> None:
        await ack()

    @app.action("answer")
    async def answered(ack: AsyncAck, body: Json, respond: AsyncRespond) -> None:
        chosen = body["state"]["values"]["choices"]["ticks"]["selected_options"]
        letters = "".join(option["value"] for option in chosen)
        await respond(text=f"{letters}を選びました", blocks=[], replace_original=True)
        await ack()

    @app.command("/kotsu")
    async def commanded(ack: AsyncAck, body: Json, client: Any) -> None:
        if body["text"] == "ask":
            await client.views_open(trigger_id=body["trigger_id"], view=FORM)
        await ack("" if body["text"] == "ask" else "使い方: /kotsu ask")

    @app.view("question")
    async def submitted(ack: AsyncAck, view: Json) -> None:
        typed = view["state"]["values"]["words"]["typed"]["value"]
        if typed:
            await ack()
        else:
            await ack(response_action="errors", errors={"words": "一言お書きください"})

    return app


@asynccontextmanager
async def over_http(town: Town) -> AsyncIterator[None]:
    handler = AsyncSlackRequestHandler(bolt(town))

    async def slack(request: Request) -> Response:
        return await handler.handle(request)

    async with serving(Starlette(routes=[Route("/slack/events", slack, methods=["POST"])])) as address:
        await town.door("webhooks", {"slack": f"{address}/slack/events"})
        yield


@asynccontextmanager
async def over_a_socket(town: Town) -> AsyncIterator[None]:
    handler = AsyncSocketModeHandler(bolt(town), town.settings.slack_app_token)
    async with asyncio.timeout(5):  # the SDK would try for ever
        await handler.connect_async()  # type: ignore[no-untyped-call]  # the SDK's
    yield
    await handler.close_async()  # type: ignore[no-untyped-call]  # the SDK's


@pytest.fixture(params=[over_http, over_a_socket])
async def talking(request: pytest.FixtureRequest, town: Town) -> AsyncIterator[Town]:
    async with request.param(town):
        yield town


async def test_a_word_is_answered_and_a_question_turns_into_its_verdict(talking: Town) -> None:
    ken, channel = await talking.in_slack()
    answer = await talking.door(f"slack/users/{ken}/say", {"text": "今日 & 明日"})
    assert [delivery["status"] for delivery in answer["delivered"]] == [200]
    said, question = await talking.slack_chat()
    assert (said["from"], question["text"]) == ("user", "今日 &amp; 明日ですね")
    at = {"channel": channel, "ts": question["ts"], "block_id": "choices"}
    await talking.door(f"slack/users/{ken}/press", {**at, "action_id": "ticks", "selected": ["A", "C"]})
    await talking.door(f"slack/users/{ken}/press", {**at, "action_id": "answer"})
    _, verdict = await talking.slack_chat()
    assert (verdict["ts"], verdict["text"], verdict["blocks"]) == (question["ts"], "ACを選びました", None)


async def test_a_command_opens_a_form_whose_errors_keep_it_open(talking: Town) -> None:
    ken, _ = await talking.in_slack()
    await talking.door(f"slack/users/{ken}/command", {"command": "/kotsu", "text": "ask"})
    view = (await talking.state())["slack"]["chats"][0]["view"]
    empty = await talking.door(f"slack/users/{ken}/submit", {"view_id": view["id"]})
    assert empty["delivered"][0]["body"]["errors"] == {"words": "一言お書きください"}
    assert (await talking.state())["slack"]["chats"][0]["view"]["id"] == view["id"]
    values = {"words": {"typed": "ペルソナは何人必要ですか"}}
    await talking.door(f"slack/users/{ken}/submit", {"view_id": view["id"], "values": values})
    assert (await talking.state())["slack"]["chats"][0]["view"] is None


async def test_what_a_command_answers_is_for_one_person(talking: Town) -> None:
    ken, _ = await talking.in_slack()
    await talking.door(f"slack/users/{ken}/command", {"command": "/kotsu", "text": ""})
    (help_text,) = await talking.slack_chat()
    assert (help_text["text"], help_text["ephemeral"]) == ("使い方: /kotsu ask", True)


async def test_a_socket_told_to_hang_up_dials_again(town: Town) -> None:
    async with over_a_socket(town):
        ken, _ = await town.in_slack()
        await town.door("slack/socket/disconnect")
        for _ in range(100):
            answer = await town.door(f"slack/users/{ken}/say", {"text": "聞こえますか"})
            if answer["delivered"]:
                break
        assert answer["delivered"][0]["status"] == 200
