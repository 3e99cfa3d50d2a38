"""Requests that are not Slack's, or not readable: refused or let go, never a 5xx."""

import json
import time

from tests.channels.slack.workspace import Workspace

HELLO = json.dumps({"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": {"type": "hello"}})


async def test_a_wrong_signature_is_unauthorised(slack: Workspace) -> None:
    for signed in ("v0=00", "nonsense", "v0=\u00e9"):
        assert (await slack.post(HELLO, signed=signed))[0] == 401, signed


async def test_an_old_or_future_timestamp_is_unauthorised_however_well_signed(slack: Workspace) -> None:
    for seconds in (-301, 302):
        assert (await slack.post(HELLO, at=str(int(time.time()) + seconds)))[0] == 401, seconds


async def test_a_malformed_timestamp_is_unauthorised(slack: Workspace) -> None:
    for at in ("soon", "12.5", "-1", "1_0", "9" * 5000, "\u0661\u0662"):
        assert (await slack.post(HELLO, at=at, signed="v0=00"))[0] == 401, at


UNREADABLE: list[str | bytes] = [
    "{",
    "[]",
    "7",
    '"text"',
    "null",
    b"\xff\xfe{}",
    "[" * 100_000,
    '{"n": ' + "9" * 5000 + "}",
    '{"authorizations": 7}',
    '{"enterprise": 7}',
    '{"user": 7}',
    '{"channel": 7}',
    '{"response_urls": [7]}',
]


async def test_a_body_that_cannot_be_read_is_a_bad_request(slack: Workspace) -> None:
    for body in UNREADABLE:
        assert (await slack.post(body))[0] == 400, body[:40]


async def test_so_is_a_payload_that_cannot_be_read(slack: Workspace) -> None:
    for payload in ("{", "[]", "7"):
        status, _ = await slack.post(f"payload={payload}", kind="application/x-www-form-urlencoded")
        assert status == 400, payload


ODD: list[dict[str, object]] = [
    {},
    {"type": 7},
    {"type": "event_callback"},
    {"type": "event_callback", "event": None},
    {"type": "event_callback", "event": "hello"},
    {"type": "event_callback", "event": {"type": 7}},
    {"type": "event_callback", "event": {"type": "message", "channel_type": "im", "user": {"id": 7}}},
    {"type": "event_callback", "event_id": 7, "team_id": [], "event": {"type": "message", "channel_type": "im"}},
    {"type": "event_callback", "event": {"type": "message", "subtype": "message_deleted", "previous_message": 7}},
    {"type": "event_callback", "event": {"type": "tokens_revoked", "tokens": ["bot"]}},
    {"type": "event_callback", "event": {"type": "app_uninstalled"}},
    {"type": "block_actions", "actions": []},
    {"type": "block_actions", "actions": None},
    {"type": "block_actions", "actions": [7]},
    {"type": "block_actions", "actions": [{}]},
    {"type": "block_actions", "actions": [{"action_id": "a", "type": "button", "value": 7}], "user": {"id": "U1"}},
    {"type": "block_actions", "actions": [{"action_id": "a"}], "state": {"values": [1]}},
    {"type": "view_submission", "view": None},
    {"type": "view_submission", "view": {"callback_id": 7}},
    {"type": "view_submission", "view": {"callback_id": "form:x", "state": {"values": {"a": 7}}}},
    {"type": "view_closed", "view": {"callback_id": "form:x", "type": "modal"}},
    {"type": "workflow_step_edit", "callback_id": "x"},
    {"command": 7},
    {"command": "/kotsu"},
]


async def test_a_signed_request_of_an_odd_shape_is_let_go(slack: Workspace) -> None:
    for body in ODD:
        assert (await slack.post(json.dumps(body)))[0] == 200, body
    assert slack.notebook.heard == []


async def test_slack_verifies_the_address(slack: Workspace) -> None:
    status, body = await slack.post(json.dumps({"type": "url_verification", "token": "t", "challenge": "c123"}))
    assert (status, json.loads(body)["challenge"]) == (200, "c123")
    assert (await slack.post("ssl_check=1&token=t", kind="application/x-www-form-urlencoded"))[0] == 200


async def test_what_is_said_may_be_long_and_strange(slack: Workspace) -> None:
    texts = ["あ" * 5001, "👩🏽‍🚒" * 400, "\u202eمرحبا", "\0\0", "\ud800", "<" * 9000]
    for text in texts:
        await slack.event(type="message", channel_type="im", user=slack.ken, channel=slack.room, ts="1.0", text=text)
    assert len(slack.notebook.heard) == len(texts)
    assert all(incoming.who == slack.ken for incoming in slack.notebook.heard)


async def test_a_stamp_that_is_no_time_is_taken_as_now(slack: Workspace) -> None:
    for stamp in ("soon", "nan", "1e400", "9" * 30):
        await slack.event(type="message", channel_type="im", user=slack.ken, channel="D1", ts=stamp, text="今日")
    assert {incoming.at for incoming in slack.notebook.heard} == {slack.town.clock.now()}
