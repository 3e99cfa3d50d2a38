"""Letters reach LINE once: by reply token while that is free, by push where they may cost something."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from linebot.v3.messaging import AsyncMessagingApi

from channels.channel import Busy, Expired, Gone, OverQuota, Receipt, Refused, Unknown
from channels.line.client import connect
from channels.line.sender import LineSender
from messages.letter import Cost, Surface
from tests.channels.line.account import Account, account_open
from tests.channels.line.cards import RICH

REPLIED = Receipt(via="reply")
PUSHED = Receipt(via="push", counted=1)


async def test_an_answer_goes_by_reply_token_and_costs_nothing(line: Account) -> None:
    assert await line.sender.send(line.parcel(RICH, token=await line.token())) == REPLIED
    assert (len(await line.shown()), await line.used()) == (3, 0)


async def test_a_lesson_nobody_asked_for_is_pushed_and_counted_once(line: Account) -> None:
    assert await line.sender.send(line.parcel(RICH)) == PUSHED
    assert (len(await line.shown()), await line.used()) == (3, 1)


async def test_a_late_free_letter_is_given_up_rather_than_paid_for(line: Account) -> None:
    token = await line.token()
    line.town.later(seconds=61)
    with pytest.raises(Expired):
        await line.sender.send(line.parcel(token=token, cost=Cost.FREE))
    assert (await line.shown(), await line.used()) == ([], 0)


async def test_a_free_letter_without_a_token_has_no_way(line: Account) -> None:
    with pytest.raises(Expired):
        await line.sender.send(line.parcel(cost=Cost.FREE))
    assert await line.calls() == []


async def test_line_has_no_home_and_a_letter_to_it_is_no_message(line: Account) -> None:
    parcel = line.parcel(RICH)
    with pytest.raises(Refused, match="no home"):
        await line.sender.send(replace(parcel, letter=replace(parcel.letter, surface=Surface.HOME)))
    assert await line.calls() == []


async def test_a_late_letter_that_may_cost_is_pushed(line: Account) -> None:
    token = await line.token()
    line.town.later(seconds=61)
    assert await line.sender.send(line.parcel(token=token)) == PUSHED
    assert await line.calls() == [("reply", 400), ("push", 200)]


async def test_a_push_whose_answer_was_lost_is_shown_once(line: Account) -> None:
    await line.fail(("push", "drop_after"))
    with pytest.raises(Unknown):
        await line.sender.send(line.parcel())
    assert await line.sender.send(line.parcel(doubtful=True, attempts=2)) == PUSHED
    assert await line.calls() == [("push", None), ("push", 409)]
    assert (len(await line.shown()), await line.used()) == (1, 1)


async def test_a_push_lost_on_its_way_is_sent_again(line: Account) -> None:
    await line.fail(("push", "drop_before"), ("push", "error_500"))
    for _ in range(2):
        with pytest.raises(Unknown):
            await line.sender.send(line.parcel())
    assert await line.sender.send(line.parcel(doubtful=True)) == PUSHED
    assert len(await line.shown()) == 1


async def test_a_reply_whose_answer_was_lost_is_shown_once(line: Account) -> None:
    token = await line.token()
    await line.fail(("reply", "drop_after"))
    with pytest.raises(Unknown):
        await line.sender.send(line.parcel(token=token))
    assert await line.sender.send(line.parcel(token=token, doubtful=True)) == REPLIED
    assert (len(await line.shown()), await line.used()) == (1, 0)


async def test_a_reply_lost_on_its_way_is_sent_again(line: Account) -> None:
    token = await line.token()
    await line.fail(("reply", "drop_before"))
    with pytest.raises(Unknown):
        await line.sender.send(line.parcel(token=token))
    assert await line.sender.send(line.parcel(token=token, doubtful=True)) == REPLIED
    assert len(await line.shown()) == 1


@pytest.mark.parametrize("fault", ["drop_before", "drop_after"])
async def test_a_doubt_about_a_push_is_not_settled_by_its_dead_token(line: Account, fault: str) -> None:
    token = await line.token()
    line.town.later(seconds=61)
    await line.fail(("push", fault))
    with pytest.raises(Unknown):
        await line.sender.send(line.parcel(token=token))
    assert await line.sender.send(line.parcel(token=token, doubtful=True)) == PUSHED
    assert (len(await line.shown()), await line.used()) == (1, 1)


async def test_when_the_months_messages_are_gone_pushes_wait_and_replies_go_on() -> None:
    async with account_open(quota=1) as line:
        await line.sender.send(line.parcel())
        with pytest.raises(OverQuota) as over:
            await line.sender.send(line.parcel(number=2))
        assert over.value.retry_in == timedelta(hours=1)
        assert await line.sender.send(line.parcel(number=3, token=await line.token())) == REPLIED
        assert len(await line.shown()) == 2


async def test_a_platform_asking_for_a_pause_is_given_one_that_grows(line: Account) -> None:
    waits = []
    for attempts in (1, 2, 5, 9, 400):
        await line.fail(("push", "rate_429"))
        with pytest.raises(Busy) as busy:
            await line.sender.send(line.parcel(number=777, attempts=attempts))
        assert not isinstance(busy.value, OverQuota)
        waits.append(busy.value.retry_in)
    assert waits == sorted(waits)
    assert timedelta(seconds=0.5) < waits[0] <= timedelta(seconds=1)
    assert timedelta(minutes=4) <= waits[-1] <= timedelta(minutes=5)


async def test_letters_turned_away_together_do_not_come_back_together(line: Account) -> None:
    waits = set()
    for number in range(1, 6):
        await line.fail(("push", "rate_429"))
        with pytest.raises(Busy) as busy:
            await line.sender.send(line.parcel(number=number * 31))
        waits.add(busy.value.retry_in)
    assert len(waits) == 5


async def test_a_refused_token_keeps_letters_waiting_until_somebody_mends_it(line: Account) -> None:
    async with connect("yesterdays-token", line.town.address) as client:
        sender = LineSender(AsyncMessagingApi(client))
        for token in ("", await line.token()):
            with pytest.raises(Busy, match="token") as busy:
                await sender.send(line.parcel(token=token))
            assert busy.value.retry_in == timedelta(minutes=5)


async def test_a_person_line_does_not_know_is_gone(line: Account) -> None:
    with pytest.raises(Gone):
        await line.sender.send(line.parcel(to="U" + "f" * 32))


async def test_a_push_to_somebody_who_blocked_us_is_taken_and_shown_to_nobody(line: Account) -> None:
    await line.door("block")
    assert await line.sender.send(line.parcel()) == PUSHED
    assert (await line.shown(), await line.used()) == ([], 0)


async def test_a_refusal_is_told_in_lines_own_words(line: Account) -> None:
    with pytest.raises(Refused, match="'to'") as refused:
        await line.sender.send(line.parcel(to="nobody"))
    assert not isinstance(refused.value, Gone | Expired)


async def test_a_platform_that_is_not_there_took_nothing(line: Account) -> None:
    async with connect("token", f"http://127.0.0.1:{_closed_port()}") as client:
        with pytest.raises(Busy, match="cannot be reached"):
            await LineSender(AsyncMessagingApi(client)).send(line.parcel())


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nnone", None),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n\x83\x40", None),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nnone", Unknown),
        (b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 2\r\n\r\n\x83\x40", Unknown),
        (b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 2\r\n\r\n\x83\x40", Busy),
        (b"HTTP/1.1 404 Not Found\r\ncontent-length: 13\r\n\r\n<html></html>", Busy),
        (b"HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\n\r\n", Refused),
        (b"HTTP/1.1 400 Bad\r\ncontent-length: 29\r\n\r\n" + b'{"message":"x","details":[1]}', Refused),
        (b"not http at all\r\n\r\n", Unknown),
    ],
)
async def test_whatever_stands_between_us_and_line_answers_each_letter_has_a_fate(
    line: Account, answer: bytes, outcome: type[Exception] | None
) -> None:
    async with _answering(answer) as (address, _), connect("token", address) as client:
        sending = LineSender(AsyncMessagingApi(client)).send(line.parcel())
        if outcome is None:
            assert await sending == PUSHED
        else:
            with pytest.raises(outcome):
                await sending


async def test_a_town_halls_proxy_is_asked_where_there_is_one(line: Account) -> None:
    async with _answering(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}") as (proxy, heard):
        async with connect("token", "http://line.example", proxy=proxy) as client:
            assert await LineSender(AsyncMessagingApi(client)).send(line.parcel()) == PUSHED
        assert heard[0].startswith(b"POST http://line.example/v2/bot/message/push ")


@asynccontextmanager
async def _answering(answer: bytes) -> AsyncIterator[tuple[str, list[bytes]]]:
    """The address of something that answers every call like this, and what it hears."""
    heard: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"}]}"))
        writer.write(answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", heard


def _closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
