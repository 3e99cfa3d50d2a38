"""What people do on LINE arrives once and whole, and nothing strange loses a neighbour's deed."""

import json

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from channels.line.webhook import Webhook
from messages.incoming import Followed, Left, Pressed, Said, Sent
from sandbox.server import serving
from tests.channels.line.account import Account, Notebook
from tests.channels.line.events import BROKEN, EVERY_KIND, HANA, said


async def test_no_kind_of_event_that_line_knows_makes_us_stumble(line: Account) -> None:
    answers = {kind: await line.deliver(sample) for kind, sample in EVERY_KIND.items()}
    assert set(answers.values()) == {200}
    assert {incoming.who for incoming in line.notebook.heard} == {HANA}


async def test_broken_events_never_lose_the_others(line: Account) -> None:
    assert await line.deliver(said("前", 1), *BROKEN, said("後", 2)) == 200
    assert [deed.text for deed in line.notebook.deeds if isinstance(deed, Said)] == ["前", "後"]


async def test_the_consoles_verify_button_is_answered(line: Account) -> None:
    delivered = (await line.town.door("line/verify"))["delivered"]
    assert [delivery["status"] for delivery in delivered] == [200]
    assert line.notebook.heard == []


async def test_what_could_not_be_stored_is_asked_for_again_after_the_rest_is_kept(line: Account) -> None:
    first = said("前", 1)
    line.notebook.refuses.add(first["webhookEventId"])
    assert await line.deliver(first, said("後", 2)) == 500
    assert line.notebook.deeds == [Said("後", "468789577898262530")]
    line.notebook.refuses.clear()
    assert await line.deliver(first) == 200


async def test_an_account_nobody_knows_is_no_reason_to_deliver_again(line: Account) -> None:
    line.notebook.strange = True
    assert await line.deliver(said("今日")) == 200


async def test_people_in_the_sandbox_are_heard_through_every_door(line: Account) -> None:
    assert await line.door("follow") == [200]
    assert await line.door("say", text="はい") == [200]
    assert await line.door("sticker") == [200]
    assert await line.door("press", data="today", display_text="今日") == [200]
    assert await line.door("block") == [200]
    assert [type(deed) for deed in line.notebook.deeds] == [Followed, Said, Sent, Pressed, Left]
    assert {incoming.who for incoming in line.notebook.heard} == {line.hana}


async def test_a_redelivery_keeps_its_id(line: Account) -> None:
    await line.door("say", text="はい")
    await line.door("redeliver")
    first, again = line.notebook.heard
    assert (first.id, first.reply_to) == (again.id, again.reply_to)


async def test_an_unsigned_request_is_turned_away_and_nothing_stored(line: Account) -> None:
    body = json.dumps({"destination": "Ub", "events": [said("今日")]})
    for signed in ("", "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=", "not base64 é"):
        assert await line.post(body, signed=signed) == 401
    assert await line.post(b'{"events":["\xff\xfe"]}') == 401
    assert line.notebook.heard == []


async def test_a_signed_body_that_is_no_object_is_a_bad_request(line: Account) -> None:
    for body in ("", "{", "[]", "null", '"events"', "[" * 100_000, "7" * 5_000):
        assert await line.post(body) == 400


async def test_an_object_without_events_is_taken_as_none(line: Account) -> None:
    for body in ("{}", '{"events":null}', '{"events":{"a":1}}', '{"destination":7,"events":[]}'):
        assert await line.post(body) == 200


async def test_lines_published_signature_opens_the_door(line: Account) -> None:
    body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
    app = Starlette(routes=[Route("/", Webhook("8c570fa6dd201bb328f1c1eac23a96d8", Notebook()), methods=["POST"])])
    headers = {"X-Line-Signature": "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs="}
    async with serving(app) as address:
        async with line.town.http.post(address, data=body, headers=headers) as signed:
            assert signed.status == 200
        async with line.town.http.post(address, data=body + " ", headers=headers) as tampered:
            assert tampered.status == 401


@pytest.mark.parametrize("method", ["GET", "PUT"])
async def test_only_posts_are_heard(line: Account, method: str) -> None:
    async with line.town.http.request(method, line.webhook) as answer:
        assert answer.status == 405
