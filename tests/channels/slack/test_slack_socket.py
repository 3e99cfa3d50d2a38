"""The same conversation over Socket Mode, with no address of our own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from channels.slack.socket import Socket
from messages.form import Field, Form
from messages.incoming import Said
from tests.channels.slack.workspace import Workspace, staffed

SETTINGS = Form("settings", "設定", "保存", "閉じる", (Field("time", "時刻", (("08:40", "8:40"),), "08:40"),))


@pytest.fixture
async def slack() -> AsyncIterator[Workspace]:
    async with staffed() as workspace:
        yield workspace


@pytest.fixture
async def socket(slack: Workspace) -> AsyncIterator[Socket]:
    socket = Socket(slack.app, slack.town.settings.slack_app_token)
    await socket.start()
    yield socket
    await socket.stop()


async def delivered(slack: Workspace, door: str, **wish: Any) -> list[Any]:
    """Tried until the socket is there, and not one that is closing: what goes into that, nobody hears."""
    async with asyncio.timeout(20):
        while not _taken(answers := await slack.door(door, **wish)):  # noqa: ASYNC110  only the sandbox would know
            await asyncio.sleep(0.05)
    return answers


def _taken(answers: list[Any]) -> bool:
    return bool(answers) and all(each["status"] == 200 for each in answers)


async def until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not done():  # noqa: ASYNC110  a receiver has no event to wait for
            await asyncio.sleep(0.02)


async def test_what_is_said_and_typed_arrives_over_the_socket(slack: Workspace, socket: Socket) -> None:
    [typed] = await delivered(slack, "command", command="/kotsu", text="今日")
    [said] = await slack.door("say", text="続き")
    assert (typed["status"], said["status"]) == (200, 200)
    [message] = await slack.shown()
    assert [incoming.deed for incoming in slack.notebook.heard] == [Said("今日"), Said("続き", message["ts"])]


async def test_what_is_not_stored_is_not_acknowledged_over_the_socket(slack: Workspace, socket: Socket) -> None:
    await delivered(slack, "command", command="/kotsu", text="今日")
    slack.notebook.full = True
    [delivery] = await slack.door("command", command="/kotsu", text="続き")
    assert delivery["status"] is None


async def test_a_form_opens_and_comes_back_over_the_socket(slack: Workspace, socket: Socket) -> None:
    slack.notebook.form = SETTINGS
    await delivered(slack, "command", command="/kotsu", text="設定")
    view = (await slack.town.state())["slack"]["chats"][0]["view"]
    slack.notebook.full = True
    [refused] = await slack.door("submit", view_id=view["id"], values={})
    slack.notebook.full, slack.notebook.form = False, None
    [taken] = await slack.door("submit", view_id=view["id"], values={})
    assert (refused["body"]["response_action"], taken["status"]) == ("errors", 200)
    assert (await slack.town.state())["slack"]["chats"][0]["view"] is None


async def test_the_connection_comes_back_when_slack_closes_it(slack: Workspace, socket: Socket) -> None:
    await delivered(slack, "command", command="/kotsu", text="今日")
    await slack.town.door("slack/socket/disconnect")
    await delivered(slack, "command", command="/kotsu", text="続き")
    await until(lambda: len(slack.notebook.heard) == 2)


async def test_stopping_before_there_is_a_connection_ends_at_once(slack: Workspace) -> None:
    await slack.town.door("faults", {"slack": {"error_500": 1.0}})
    socket = Socket(slack.app, slack.town.settings.slack_app_token)
    await socket.start()
    async with asyncio.timeout(2):
        await socket.stop()
    assert slack.notebook.heard == []
