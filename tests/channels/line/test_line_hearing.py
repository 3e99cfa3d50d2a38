"""What people do on LINE arrives once and whole, and nothing strange loses a neighbour's deed."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from channels.line.webhook import Webhook
from messages.actions import Choose, Today
from messages.incoming import ChannelName, Deed, Followed, Incoming, Left, Pressed, Said, Sent, Stale, Unsent
from sandbox.server import serving
from tests.channels.line.account import Account, Notebook
from tests.channels.line.events import AT, EVERY_KIND, HANA, event, said

BROKEN: list[Any] = [
    None,
    7,
    "event",
    [],
    {},
    {"type": "message"},
    event("message", message=None),
    event("message", message="今日"),
    event("message", message={"type": 3}),
    event("message", message={"type": "text", "text": 5}, source=None),
    event("unsend", unsend={}),
    said("x", source={"type": "user"}),
    said("x", source={"type": "user", "userId": 12}),
    said("x", source={"type": "user", "userId": "U\0"}),
    said("x", source="Hana"),
    said("x", timestamp=None),
    said("x", timestamp="now"),
    said("x", timestamp=10**40),
    said("x", webhookEventId=None),
    said("x", webhookEventId=["01"]),
]


async def test_a_text_arrives_with_all_that_is_needed_to_answer_it(line: Account) -> None:
    assert await line.deliver(said("今日\nよろしく")) == 200
    assert line.notebook.heard == [
        Incoming(
            id=said("")["webhookEventId"],
            channel=ChannelName.LINE,
            account="U" + "b" * 32,
            who=HANA,
            deed=Said("今日\nよろしく", "468789577898262530"),
            at=datetime.fromtimestamp(AT / 1000, UTC),
            reply_to=said("")["replyToken"],
        )
    ]


@pytest.mark.parametrize(
    ("kind", "deed"),
    [
        ("text", Said("今日", "468789577898262530")),
        ("sticker", Sent("sticker")),
        ("image", Sent("image")),
        ("file", Sent("file")),
        ("location", Sent("location")),
        ("postback", Pressed(Today())),
        ("follow", Followed(again=False)),
        ("follow again", Followed(again=True)),
        ("unfollow", Left()),
        ("unsend", Unsent("325708")),
    ],
)
async def test_each_kind_of_deed_is_told_as_what_it_is(line: Account, kind: str, deed: Deed) -> None:
    assert await line.deliver(EVERY_KIND[kind]) == 200
    assert line.notebook.deeds == [deed]


async def test_no_kind_of_event_that_line_knows_makes_us_stumble(line: Account) -> None:
    answers = {kind: await line.deliver(sample) for kind, sample in EVERY_KIND.items()}
    assert set(answers.values()) == {200}
    assert all(incoming.who == HANA for incoming in line.notebook.heard)


@pytest.mark.parametrize("kind", ["room", "join", "memberJoined", "messageEdited", "beacon", "a kind of tomorrow"])
async def test_what_is_not_said_to_us_alone_is_passed_over(line: Account, kind: str) -> None:
    assert await line.deliver(EVERY_KIND[kind]) == 200
    assert line.notebook.heard == []


@pytest.mark.parametrize("data", ["", "c|x|q|A", "a button of last year", "c|1", "\0", "\ud800"])
async def test_a_button_of_another_version_is_stale_but_heard(line: Account, data: str) -> None:
    assert await line.deliver(event("postback", postback={"data": data})) == 200
    assert line.notebook.deeds == [Stale()]


async def test_a_postback_without_data_is_stale_but_heard(line: Account) -> None:
    assert await line.deliver(event("postback", postback={}), event("postback", 2)) == 200
    assert line.notebook.deeds == [Stale(), Stale()]


async def test_an_answer_keeps_its_question_even_with_bars_in_it(line: Account) -> None:
    await line.deliver(event("postback", postback={"data": "c|7|q3|A|B"}))
    assert line.notebook.deeds == [Pressed(Choose(7, "q3", "A|B"))]


@pytest.mark.parametrize("broken", BROKEN, ids=repr)
async def test_one_broken_event_never_loses_the_others(line: Account, broken: Any) -> None:
    assert await line.deliver(said("前", 1), broken, said("後", 2)) == 200
    assert [deed.text for deed in line.notebook.deeds if isinstance(deed, Said)] == ["前", "後"]


async def test_a_standby_bot_listens_to_nothing(line: Account) -> None:
    assert await line.deliver(said("x", mode="standby"), said("y", mode="hypnosis"), said("z", mode=None)) == 200
    assert [deed.text for deed in line.notebook.deeds if isinstance(deed, Said)] == ["y", "z"]


@pytest.mark.parametrize("digit", ["0", "f"])
async def test_the_consoles_dummy_events_are_passed_over(line: Account, digit: str) -> None:
    assert await line.deliver(said("Hello, world", replyToken=digit * 32)) == 200
    assert line.notebook.heard == []


async def test_the_consoles_verify_button_is_answered(line: Account) -> None:
    delivered = (await line.town.door("line/verify"))["delivered"]
    assert [delivery["status"] for delivery in delivered] == [200]
    assert await line.post('{"destination":"U1"}') == 200


async def test_text_that_no_database_takes_is_mended_and_the_rest_kept(line: Account) -> None:
    raw = json.dumps({"destination": "Ub", "events": [said("か\0な \ud83d|\ud83d\ude00 \u202eえ")]})
    assert await line.post(raw) == 200
    assert line.notebook.deeds == [Said("か\ufffdな \ufffd|😀 \u202eえ", "468789577898262530")]


async def test_what_could_not_be_stored_is_asked_for_again_after_the_rest_is_kept(line: Account) -> None:
    first = said("前", 1)
    line.notebook.refuses.add(first["webhookEventId"])
    assert await line.deliver(first, said("後", 2)) == 500
    assert line.notebook.deeds == [Said("後", "468789577898262530")]


async def test_an_account_nobody_knows_is_no_reason_to_deliver_again(line: Account) -> None:
    line.notebook.strange = True
    assert await line.deliver(said("今日")) == 200


async def test_people_in_the_sandbox_are_heard_through_every_door(line: Account) -> None:
    assert await line.door("follow") == [200]
    assert await line.door("say", text="はい") == [200]
    assert await line.door("sticker") == [200]
    assert await line.door("press", data="today", display_text="今日") == [200]
    assert await line.door("block") == [200]
    kinds = [type(deed) for deed in line.notebook.deeds]
    assert kinds == [Followed, Said, Sent, Pressed, Left]
    assert {incoming.who for incoming in line.notebook.heard} == {line.hana}


async def test_a_redelivery_keeps_its_id(line: Account) -> None:
    await line.door("say", text="はい")
    await line.door("redeliver")
    first, again = line.notebook.heard
    assert (first.id, first.reply_to) == (again.id, again.reply_to)


@pytest.mark.parametrize("signed", ["", "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=", "not base64 é"])
async def test_an_unsigned_request_is_turned_away_and_nothing_stored(line: Account, signed: str) -> None:
    assert await line.post(json.dumps({"destination": "Ub", "events": [said("今日")]}), signed=signed) == 401
    assert line.notebook.heard == []


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '"events"', "[" * 100_000, "7" * 5_000])
async def test_a_signed_body_that_is_no_object_is_a_bad_request(line: Account, body: str) -> None:
    assert await line.post(body) == 400


@pytest.mark.parametrize("body", ["{}", '{"events":null}', '{"events":{"a":1}}', '{"destination":7,"events":[]}'])
async def test_an_object_without_events_is_taken_as_none(line: Account, body: str) -> None:
    assert await line.post(body) == 200


async def test_bytes_that_are_no_text_are_turned_away(line: Account) -> None:
    assert await line.post(b'{"events":["\xff\xfe"]}') == 401


async def test_lines_published_signature_opens_the_door(line: Account) -> None:
    body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
    app = Starlette(routes=[Route("/", Webhook("8c570fa6dd201bb328f1c1eac23a96d8", Notebook()), methods=["POST"])])
    headers = {"X-Line-Signature": "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs="}
    async with serving(app) as address:
        async with line.town.http.post(address, data=body, headers=headers) as signed:
            assert signed.status == 200
        async with line.town.http.post(address, data=body + " ", headers=headers) as tampered:
            assert tampered.status == 401
