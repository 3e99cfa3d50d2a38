"""What LINE knows about our account."""

import socket

import pytest
from linebot.v3.messaging import AsyncMessagingApi

from channels.channel import Busy, Quota, Refused
from channels.line.client import connect
from channels.line.profile import check_token, identity, quota
from tests.channels.line.account import Account, account_open


async def test_an_account_knows_its_own_name(line: Account) -> None:
    user_id, basic_id, name = await identity(line.api)
    assert (user_id[0], len(user_id), basic_id, name) == ("U", 33, "@kotsu", "コツコツ")


async def test_webhooks_are_addressed_to_that_account(line: Account) -> None:
    await line.door("say", text="今日")
    assert line.notebook.heard[0].account == (await identity(line.api)).user_id


async def test_what_is_used_of_the_month_can_be_asked() -> None:
    async with account_open(quota=5) as line:
        await line.sender.send(line.parcel())
        assert await quota(line.api) == Quota(limit=5, used=1)


async def test_a_good_token_has_nothing_wrong(line: Account) -> None:
    assert await check_token(line.api) is None


async def test_a_bad_token_is_told_from_a_platform_out_of_reach(line: Account) -> None:
    async with connect("wrong", line.town.address) as client:
        api = AsyncMessagingApi(client)
        assert "token" in str(await check_token(api))
        with pytest.raises(Refused):
            await quota(api)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        gone = f"http://127.0.0.1:{listener.getsockname()[1]}"
    async with connect("right", gone) as client:
        api = AsyncMessagingApi(client)
        assert "reached" in str(await check_token(api))
        with pytest.raises(Busy):
            await identity(api)


async def test_what_answers_in_lines_place_is_not_believed(line: Account) -> None:
    async with connect("token", line.webhook.removesuffix("/line/webhook")) as client:
        assert "404" in str(await check_token(AsyncMessagingApi(client)))
    async with connect(line.town.settings.line_access_token, f"{line.town.address}/sandbox/state?") as client:
        assert "not LINE" in str(await check_token(AsyncMessagingApi(client)))
