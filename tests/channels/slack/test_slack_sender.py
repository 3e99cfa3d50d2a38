"""Letters to Slack arrive once, whatever happens on the way."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import ClientSession, ClientTimeout

from channels.channel import Busy, Gone, Receipt, Refused, Unknown
from channels.slack.client import web_client
from channels.slack.profile import Identity, identity, warmed
from channels.slack.sender import SlackSender
from messages.actions import Today
from messages.message import Button, Buttons, Message, Text, plain
from tests.channels.slack.workspace import TEAM, Workspace

POST = "/api/chat.postMessage"
UPDATE = "/api/chat.update"
QUESTION = Message("問1", (Text("問1"), Buttons((Button("A", Today()),))))
VERDICT = plain("正解です。")


async def asked(slack: Workspace) -> tuple[str, str]:
    """A question that Ken pressed: its ts, and the response_url of the press."""
    receipt = await slack.sender().send(slack.parcel(QUESTION))
    message = (await slack.shown())[-1]
    await slack.door("press", ts=receipt.message, block_id=message["blocks"][-1]["block_id"], action_id="press:1:0")
    return receipt.message, slack.notebook.heard[-1].reply_to


async def says(slack: Workspace) -> list[str]:
    return [message["text"] for message in await slack.shown()]


async def test_a_letter_is_posted_with_an_opaque_id_and_no_preview(slack: Workspace) -> None:
    receipt = await slack.sender().send(slack.parcel(plain("おはようございます"), number=7))
    [message] = await slack.shown()
    assert receipt == Receipt(message=message["ts"], via="post")
    assert message["text"] == "おはようございます"
    assert message["metadata"] == {
        "event_type": "kotsu_letter",
        "event_payload": {"letter": "00000000-0000-0000-0000-000000000007"},
    }


async def test_a_room_is_opened_once_and_a_known_one_never(slack: Workspace) -> None:
    sender = slack.sender()
    for number, to in enumerate((slack.ken, slack.ken, slack.room)):
        await sender.send(slack.parcel(plain("x"), number=number, to=to))
    assert await slack.calls() == ["conversations.open", *["chat.postMessage"] * 3]


async def test_a_letter_whose_fate_is_unknown_is_looked_for_and_shown_once(slack: Workspace) -> None:
    await slack.fail((POST, "drop_after"))
    sender, parcel = slack.sender(), slack.parcel(plain("おはようございます"))
    with pytest.raises(Unknown):
        await sender.send(parcel)
    receipt = await sender.send(slack.parcel(plain("おはようございます"), doubtful=True))
    [message] = await slack.shown()
    assert receipt.message == message["ts"]


async def test_what_was_not_answered_in_time_may_yet_appear(slack: Workspace) -> None:
    await slack.fail((POST, "slow"))
    async with ClientSession(timeout=ClientTimeout(total=0.1)) as impatient:
        client = web_client(token="x", api_url=f"{slack.town.address}/api", session=impatient)
        with pytest.raises(Unknown) as unknown:
            await SlackSender(client, impatient).send(slack.parcel(plain("x"), to=slack.room))
    assert unknown.value.settled_in >= timedelta(seconds=30)


async def test_it_is_found_behind_a_hundred_other_messages(slack: Workspace) -> None:
    sender, doubtful = slack.sender(), slack.parcel(plain("おはようございます"), doubtful=True)
    first = await sender.send(slack.parcel(plain("おはようございます")))
    await asyncio.gather(*(slack.client.chat_postMessage(channel=slack.room, text="x") for _ in range(101)))
    assert (await sender.send(doubtful)).message == first.message


@pytest.mark.parametrize("fault", ["drop_before", "error_500", "fatal_error"])
async def test_a_doubtful_letter_that_never_arrived_is_sent_again(slack: Workspace, fault: str) -> None:
    await slack.fail((POST, fault))
    sender = slack.sender()
    with pytest.raises(Unknown):
        await sender.send(slack.parcel(plain("おはようございます")))
    await sender.send(slack.parcel(plain("おはようございます"), doubtful=True))
    assert await says(slack) == ["おはようございます"]


async def test_a_doubtful_letter_stays_doubtful_while_it_cannot_be_looked_for(slack: Workspace) -> None:
    await slack.fail(("/api/conversations.history", "error_500"))
    with pytest.raises(Unknown):
        await slack.sender().send(slack.parcel(plain("x"), doubtful=True))
    assert await says(slack) == []


async def test_what_stands_in_a_thread_is_looked_for_there(slack: Workspace) -> None:
    top = (await slack.sender().send(slack.parcel(plain("質問"), number=1))).message
    under = replace(slack.parcel(plain("回答"), number=2), thread=top)
    await slack.fail((POST, "drop_after"))
    with pytest.raises(Unknown):
        await slack.sender().send(under)
    await slack.sender().send(replace(under, doubtful=True))
    assert [message["thread"] for message in await slack.shown()] == ["", top]
    assert (await slack.calls())[-1] == "conversations.replies"


async def test_slack_tells_how_long_to_wait(slack: Workspace) -> None:
    await slack.fail((POST, "rate_429"))
    with pytest.raises(Busy) as busy:
        await slack.sender().send(slack.parcel(plain("x")))
    assert timedelta(seconds=1) <= busy.value.retry_in <= timedelta(minutes=1)


async def test_an_answer_takes_the_place_of_the_question_without_a_counted_call(slack: Workspace) -> None:
    ts, url = await asked(slack)
    before = await slack.calls()
    receipt = await slack.sender().send(slack.parcel(VERDICT, number=2, reply_to=url, replaces=ts))
    assert receipt == Receipt(message=ts, via="response_url")
    assert await says(slack) == ["正解です。"]
    assert [call.split("/")[1] for call in (await slack.calls())[len(before) :]] == ["slack"]


async def test_when_the_response_url_is_used_up_the_message_is_updated(slack: Workspace) -> None:
    ts, url = await asked(slack)
    sender = slack.sender()
    ways = [
        (await sender.send(slack.parcel(VERDICT, number=number, reply_to=url, replaces=ts))).via for number in range(6)
    ]
    assert ways == ["response_url"] * 5 + ["update"]
    assert await says(slack) == ["正解です。"]


async def test_when_the_response_url_is_too_old_the_message_is_updated(slack: Workspace) -> None:
    ts, url = await asked(slack)
    slack.later(minutes=31)
    receipt = await slack.sender().send(slack.parcel(VERDICT, reply_to=url, replaces=ts))
    assert receipt == Receipt(message=ts, via="update")


async def test_a_dropped_response_url_is_followed_by_an_update_to_the_same_words(slack: Workspace) -> None:
    ts, url = await asked(slack)
    await slack.fail((url.removeprefix(slack.town.address), "drop_after"))
    receipt = await slack.sender().send(slack.parcel(VERDICT, reply_to=url, replaces=ts))
    assert (receipt.via, await says(slack)) == ("update", ["正解です。"])


async def test_when_the_message_is_gone_the_answer_is_posted(slack: Workspace) -> None:
    ts, _ = await asked(slack)
    await slack.client.chat_delete(channel=slack.room, ts=ts)
    receipt = await slack.sender().send(slack.parcel(VERDICT, number=2, replaces=ts))
    assert (receipt.via, await says(slack)) == ("post", ["正解です。"])
    assert receipt.message != ts


async def test_an_update_of_unknown_fate_may_be_repeated(slack: Workspace) -> None:
    ts, _ = await asked(slack)
    await slack.fail((UPDATE, "drop_after"))
    sender = slack.sender()
    with pytest.raises(Unknown):
        await sender.send(slack.parcel(VERDICT, number=2, replaces=ts))
    slack.later(minutes=2)
    receipt = await sender.send(slack.parcel(VERDICT, number=2, replaces=ts, doubtful=True))
    assert (receipt.message, await says(slack)) == (ts, ["正解です。"])


async def test_a_person_who_is_not_there_is_gone(slack: Workspace) -> None:
    for nobody in ("U0NOBODY00", "D0NOBODY00"):
        with pytest.raises(Gone):
            await slack.sender().send(slack.parcel(plain("x"), to=nobody))


async def test_what_slack_would_never_take_is_refused_before_it_leaves(slack: Workspace) -> None:
    with pytest.raises(Refused, match="60 blocks"):
        await slack.sender().send(slack.parcel(Message("x", tuple(Text("x") for _ in range(60)))))
    assert await slack.calls() == []


async def test_a_bad_token_waits_for_the_operator(slack: Workspace) -> None:
    client = web_client(token="xoxb-wrong", api_url=f"{slack.town.address}/api", session=slack.session)
    with pytest.raises(Busy, match="invalid_auth") as busy:
        await SlackSender(client, slack.session).send(slack.parcel(plain("x")))
    assert busy.value.retry_in == timedelta(minutes=5)


async def test_while_nothing_answers_nothing_was_sent(slack: Workspace) -> None:
    client = web_client(token="xoxb-any", api_url="http://127.0.0.1:9/api", session=slack.session)
    with pytest.raises(Busy, match="no connection"):
        await SlackSender(client, slack.session).send(slack.parcel(plain("x"), to=slack.room))
    assert await warmed(client) is None


async def test_we_learn_who_we_are(slack: Workspace) -> None:
    expected = Identity(team=TEAM, bot="U0KOTSUBOT", name="Sandbox")
    assert await identity(slack.client) == expected
    assert await warmed(slack.client) == expected
    await slack.fail(("/api/auth.test", "error_500"))
    assert await warmed(slack.client) is None
