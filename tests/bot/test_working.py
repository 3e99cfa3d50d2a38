"""Commands that go on working: the bot, the demo, the sandbox, and the doctor who looks at them."""

import json
import socket
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from sandbox.app import create
from sandbox.clock import SandboxClock
from sandbox.server import serving
from sandbox.settings import SandboxSettings
from tests.acceptance.learner import Json
from tests.bot.kotsu import Kotsu, Running

APP_TOKEN = SandboxSettings().slack_app_token


@pytest.fixture
async def page() -> AsyncIterator[str]:
    """The platforms."""
    async with serving(create(settings=SandboxSettings(), clock=SandboxClock())) as address:
        yield address


@pytest.fixture
async def town(kotsu: Kotsu, page: str) -> Kotsu:
    """A `kotsu` with an organisation and both platforms."""
    await kotsu.ends("org", "create", "町役場")
    return kotsu.at_sandbox(page)


async def test_the_bot_says_in_one_sentence_why_it_cannot_work(kotsu: Kotsu, page: str) -> None:
    here = kotsu.at_sandbox(page)
    assert "Neither LINE nor Slack" in (await kotsu.ends("run")).sorry()
    assert "kotsu org create" in (await here.ends("run", "--port", "0")).sorry()
    await kotsu.ends("org", "create", "町役場")
    line = await here.told(LINE_CHANNEL_ACCESS_TOKEN="wrong").ends("run", "--port", "0")
    assert "LINE refuses KOTSU_LINE_CHANNEL_ACCESS_TOKEN" in line.sorry()
    slack = await here.told(SLACK_BOT_TOKEN="xoxb-wrong").ends("run", "--port", "0")
    assert "Slack refuses KOTSU_SLACK_BOT_TOKEN (invalid_auth)" in slack.sorry()
    mode = await here.told(SLACK_APP_TOKEN="xapp-wrong").ends("run", "--port", "0")
    assert "Slack refuses KOTSU_SLACK_APP_TOKEN (invalid_auth)" in mode.sorry()
    assert "65535" in (await here.ends("run", "--port", "70000")).sorry()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert "cannot be used" in (await here.ends("run", "--port", port)).sorry()
        assert "cannot be used" in (await here.ends("sandbox", "--port", port)).sorry()
        assert "cannot be used" in (await here.ends("demo", "--port", port)).sorry()


async def test_the_bot_works_until_ctrl_c_and_a_second_one_is_refused(town: Kotsu) -> None:
    async with town.running("run", "--port", "0", until="listening") as bot:
        assert "Another bot is at work" in (await town.ends("run", "--port", "0")).sorry()
        assert await bot.interrupted() == 0
        assert "Traceback" not in bot.said


async def test_socket_mode_alone_needs_no_webhook(town: Kotsu, page: str) -> None:
    alone = Kotsu(
        town.folder, {name: town.settings[name] for name in ("DATABASE_URL", "SLACK_API_URL", "SLACK_BOT_TOKEN")}
    )
    taro = await _post(page, "slack/users", {"name": "たろう"})
    async with alone.told(SLACK_APP_TOKEN=APP_TOKEN).running("run", "--port", "0", until="listening") as bot:
        await bot.says("account_connected")
        await _post(page, f"slack/users/{taro['id']}/say", {"text": "ヘルプ"})
        await bot.says("letter_sent")
        assert await bot.interrupted() == 0
        assert "Traceback" not in bot.said


async def test_the_doctor_finds_what_is_well_and_what_to_mend(town: Kotsu, page: str) -> None:
    ill = await town.told(LINE_CHANNEL_ACCESS_TOKEN="wrong", SLACK_BOT_TOKEN="xoxb-wrong").ends("doctor")
    assert ill.status == 1
    for what in ("MEND  LINE takes the token", "MEND  Slack takes the token", "ok    database answers"):
        assert what in ill.said
    assert (
        "MEND  a platform is configured"
        in (await Kotsu(town.folder, {"DATABASE_URL": "sqlite:///kotsu.db"}).ends("doctor")).said
    )
    assert "MEND  database is at this version" in (await town.told(DATABASE_URL="sqlite:///new.db").ends("doctor")).said

    await _post(page, "webhooks", {"line": "https://kotsu.example/line/webhook"})
    await town.ends("line", "setup")
    well = await town.told(PUBLIC_URL="https://kotsu.example").ends("doctor")
    mend = [line for line in well.said.splitlines() if line.startswith("MEND") and "font" not in line]
    assert not mend, well.said
    assert "ok    Slack's app has its scopes" in well.said
    await town.ends("org", "questions-channel", "C0123ABCD")
    assert "MEND  the bot reads the channel for questions, C0123ABCD" in (await town.ends("doctor")).said
    assert "Traceback" not in well.complained


async def test_the_doctor_names_the_scopes_that_an_older_installation_lacks(kotsu: Kotsu) -> None:
    granted = tuple(each for each in SandboxSettings().slack_scopes if not each.startswith("files:"))
    await kotsu.ends("org", "create", "町役場")
    async with serving(create(settings=SandboxSettings(slack_scopes=granted), clock=SandboxClock())) as page:
        ill = await kotsu.at_sandbox(page).ends("doctor")
    assert ill.status == 1
    at = ill.said.splitlines().index("MEND  Slack's app lacks the scopes files:read, files:write")
    assert ill.said.splitlines()[at + 1].endswith("Take the new config/slack-manifest.yaml and install the app again.")
    assert "ok    Slack takes the token" in ill.said, "the rest works on"


async def test_the_menu_is_set_up_once_shown_and_taken_away(town: Kotsu, page: str) -> None:
    assert "MEND  menu under the LINE chat: none" in (await town.ends("doctor")).said
    first, again = await town.ends("line", "setup"), await town.ends("line", "setup")
    assert (first.status, again.status) == (0, 0)
    assert "2 tabs made" in first.said
    assert "Nothing was changed" in again.said
    async with ClientSession() as http, http.get(f"{page}/sandbox/record?limit=500") as answer:
        calls = [(each["method"], each["path"]) for each in (await answer.json())["requests"]]
    assert calls.count(("POST", "/v2/bot/richmenu")) == 2
    assert "everybody sees this one first" in (await town.ends("line", "show")).said
    assert "2 menus taken away" in (await town.ends("line", "remove")).said


async def test_the_menu_says_in_one_sentence_why_it_cannot_be_set_up(kotsu: Kotsu, page: str) -> None:
    assert "No LINE account" in (await kotsu.ends("line", "setup")).sorry()
    here = kotsu.at_sandbox(page)
    assert (
        "refuses the channel access token"
        in (await here.told(LINE_CHANNEL_ACCESS_TOKEN="wrong").ends("line", "setup")).sorry()
    )
    assert "cannot be reached" in (await here.told(LINE_API_URL="http://127.0.0.1:9").ends("line", "setup")).sorry()
    assert (
        "LINE_DATA_API_URL must be a web address"
        in (await here.told(LINE_DATA_API_URL="nowhere").ends("line", "setup")).sorry()
    )


async def test_the_demo_shows_the_first_lesson_goes_on_and_starts_over(kotsu: Kotsu) -> None:
    demo = ("demo", "--port", "0", "--folder", "demo")
    async with kotsu.running(*demo, until="Ctrl-C") as first:
        state = await _lesson_in_both(first)
        hana = state["line"]["chats"][0]["user"]["id"]
        await _post(_page(first), f"line/users/{hana}/say", {"text": "B"})
        await _until_seen(first, "正解")
        assert await first.interrupted() == 0
        assert "Traceback" not in first.said

    async with kotsu.running(*demo, until="Ctrl-C") as second:
        assert "正解" in json.dumps(await _state(second), ensure_ascii=False), "what was done stays"
        assert await second.interrupted() == 0

    async with kotsu.running(*demo, "--fresh", until="Ctrl-C") as third:
        assert "正解" not in json.dumps(await _lesson_in_both(third), ensure_ascii=False)
        assert await third.interrupted() == 0


async def _lesson_in_both(demo: Running) -> Json:
    await _until_seen(demo, "1日目/40", times=2)
    return await _state(demo)


async def _until_seen(demo: Running, words: str, times: int = 1) -> None:
    for _ in range(600):
        if json.dumps(await _state(demo), ensure_ascii=False).count(words) >= times:
            return
        await demo.says("Kotsukotsu is running")
    raise AssertionError(f"{words!r} was not seen in the chats")


def _page(demo: Running) -> str:
    return next(word for word in demo.said.split() if word.startswith("http://"))


async def _state(demo: Running) -> Json:
    async with ClientSession() as session, session.get(f"{_page(demo)}/sandbox/state") as answer:
        told: Json = await answer.json()
        return told


async def _post(page: str, path: str, body: Json) -> Json:
    async with ClientSession() as session, session.post(f"{page}/sandbox/{path}", json=body) as answer:
        told: Json = await answer.json()
        assert answer.ok, told
        return told
