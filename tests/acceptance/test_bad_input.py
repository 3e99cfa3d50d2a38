"""What must not come in stays out, and what nobody expected harms nobody."""

import asyncio
import json

from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.wire import TEAM, Told, Wire, line_signed, press_in_slack, slack_signed, written

STRANGE_TEXTS = (
    "",
    " ",
    "あ" * 5001,
    "👩‍👩‍👧‍👦" * 700,
    "\u202eمرحبا بالعالم\u202c",
    "参加\0ABC234",
    "\0",
    "half \ud83d a character",
    "\udc00\ud800",
    "参加 " + "Z" * 4000,
    "1" * 4300,
    "z̷̡͓̝͇̀͑͜" * 300,
    "%s %(x)s {0} {x!r} '; DROP TABLE people; --",
    "<script>alert(1)</script>",
)
STRANGE_BUTTONS = (
    *("", "c", "c|", "c|1", "c|x|y|z", "c|" + "9" * 250 + "|d01-q1|A", "c|-1|d01-q1|A", "c|1|d01-q1|Z", "leave|x"),
    *("leave", "erase|", "time|99:99", "lang|tlh", "section|nobody", "agree|", "name|", "x|y", "\0", "f|1|nope"),
    *("c|" + "あ" * 5000, "|" * 3000, "half \ud83d", "stay|more", "TODAY", "time|8:40\0", "name|" + "は" * 2000),
)


async def test_what_line_did_not_sign_is_refused_and_leaves_nothing(bot: TestBot) -> None:
    wire, hana = Wire(bot), Told((await bot.on_line()).user)
    raw = written({"destination": "U1", "events": [hana.said(f"参加 {bot.cohort.code}")]})
    before = wire.rows()

    assert await wire.line(raw, {}) == 401
    assert await wire.line(raw, {"x-line-signature": "nonsense"}) == 401
    assert await wire.line(raw, {"x-line-signature": "=é"}) == 401
    assert await wire.line(raw, line_signed(raw, "another secret")) == 401
    assert await wire.line(raw + b" ", line_signed(raw)) == 401
    assert await wire.line(b"\xff\xfe", line_signed(b"\xff\xfe")) == 401

    await bot.settled()
    assert wire.rows() == before


async def test_what_slack_did_not_sign_or_is_old_is_refused_and_leaves_nothing(bot: TestBot) -> None:
    wire, taro = Wire(bot), await bot.in_slack()
    inner = {"type": "message", "user": taro.user, "text": f"参加 {bot.cohort.code}", "channel_type": "im"}
    raw = written({"type": "event_callback", "team_id": TEAM, "event_id": "Ev1", "event": inner})
    good, before = slack_signed(raw), wire.rows()

    for headers in (
        {},
        {"x-slack-request-timestamp": good["x-slack-request-timestamp"]},
        {"x-slack-signature": good["x-slack-signature"]},
        {**good, "x-slack-request-timestamp": "yesterday"},
        {**good, "x-slack-request-timestamp": "9" * 400},
        {**good, "x-slack-signature": "v0=é"},
        slack_signed(raw, secret="another secret"),
        slack_signed(raw, age=301),
        slack_signed(raw, age=-600),
    ):
        assert await wire.slack(raw, headers) in {400, 401}, headers

    await bot.settled()
    assert wire.rows() == before


async def test_broken_json_that_is_signed_rightly_is_never_a_5xx(bot: TestBot) -> None:
    wire, before = Wire(bot), Wire(bot).rows()
    deep = b'{"events":' + b"[" * 50_000 + b"]" * 50_000 + b"}"
    bodies = (b"", b"{", b"null", b"[]", b"7", b'"text"', b'{"events":{}}', b'{"events":[7,null,[],"x"]}', b"\0", deep)

    assert {await wire.line(raw) for raw in bodies} <= {200, 400, 401}
    assert {await wire.slack(raw) for raw in bodies} <= {200, 400, 401, 404}
    assert await wire.line(b'{"destination":"U1","events":[]}') == 200, "the console's Verify button"
    assert wire.rows() == before


async def test_one_strange_event_takes_nothing_of_its_batch_with_it(bot: TestBot) -> None:
    wire, hana = Wire(bot), await bot.on_line()
    told, before = Told(hana.user), Wire(bot).rows()
    strange = (
        told.event(type="something_new", content={"a": 1}),
        told.event(type="message", message={"type": "hologram"}),
        told.event(type="message", message=None),
        told.event(type="message", message={"type": "text", "text": 7}),
        told.event(type="postback"),
        {**told.said("x"), "source": {"type": "user"}},
        {**told.said("x"), "source": None},
        {**told.said("x"), "source": {"type": "group", "groupId": "C1", "userId": told.who}},
        {**told.said("x"), "webhookEventId": None},
        {**told.said("x"), "timestamp": 10**30},
        {**told.said("x"), "mode": "standby"},
        {**told.said("x"), "replyToken": "0" * 32},
    )

    assert await wire.line_events(*strange, told.said(f"参加 {bot.cohort.code}"), *strange) == 200

    after = wire.rows()
    assert after["prompts"] == before["prompts"] + 1, "the one good event among them was heard"
    assert after["people"] == before["people"]


async def test_another_organisations_account_is_answered_200_and_nothing_is_stored(bot: TestBot) -> None:
    wire, hana, taro = Wire(bot), Told((await bot.on_line()).user), await bot.in_slack()
    inner = {"type": "message", "user": taro.user, "text": "ヘルプ", "channel": "D1", "channel_type": "im", "ts": "1.0"}
    before = wire.rows()

    for destination in ("U" + "f" * 32, None, 7, ""):
        assert await wire.line_events(hana.said("ヘルプ"), destination=destination) == 200
    for number, team in enumerate(("T9STRANGER", None, 7, "")):
        assert await wire.slack_event(inner, event_id=f"Ev{number}", team=team) == 200

    await bot.settled()
    assert wire.rows() == before


async def test_anything_may_be_said_and_pressed_and_none_of_it_is_a_5xx(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await bot.join(taro, nickname="たろう")
    await bot.move_to(MONDAY, "8:40")
    wire, told = Wire(bot), Told(hana.user)

    room = (await taro.chat())["channel"]

    for text in STRANGE_TEXTS:
        assert await wire.line_events(told.said(text)) == 200, ascii(text[:40])
        event = {"type": "message", "user": taro.user, "text": text, "channel": room, "channel_type": "im", "ts": "1.0"}
        assert await wire.slack_event(event, event_id=f"Ev{hash(text)}") == 200, ascii(text[:40])
        assert await wire.slack_form(_command(taro.user, text)) == 200, ascii(text[:40])
    for packed in STRANGE_BUTTONS:
        assert await wire.line_events(told.pressed(packed)) == 200, ascii(packed[:40])
        assert await wire.slack_form({"payload": json.dumps(press_in_slack(taro.user, room, packed))}) == 200, ascii(
            packed[:40]
        )
    await bot.settled()

    assert not bot.attempts(), "nothing of this was an answer"
    refused = [call for call in await bot.calls("/") if call["status"] == 400 and "Invalid reply" not in str(call)]
    assert not refused, "and nothing said in return broke a platform's rule"
    await hana.press("B")
    await taro.press("B")
    assert [attempt.right for attempt in bot.attempts()] == [True, True], "life goes on"


async def test_an_event_that_comes_twice_counts_once(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await bot.join(taro, nickname="たろう")
    await bot.move_to(MONDAY, "8:40")
    plan = [{"path": "/line/webhook", "fault": "duplicate"}, {"path": "/slack/events", "fault": "duplicate"}]
    await bot.door("faults", {"next": plan})
    heard = len(await hana.seen()), len(await taro.seen())

    assert [each["status"] for each in await hana.say("B")] == [200, 200]
    assert [each["status"] for each in await taro.say("B")] == [200, 200]
    await bot.door(f"line/users/{hana.user}/redeliver")
    await bot.settled()

    assert [attempt.chosen for attempt in bot.attempts()] == [("B",), ("B",)]
    assert len(await hana.seen()) == heard[0] + 2, "one verdict, one next question"
    assert len(await taro.seen()) == heard[1] + 1


async def test_two_presses_at_the_same_moment_in_line_are_one_answer_and_a_kind_word(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    before = len(await hana.seen())

    delivered = await asyncio.gather(hana.press("A"), hana.press("B"))

    assert [each["status"] for deliveries in delivered for each in deliveries] == [200, 200]
    said = "\n".join((await hana.seen())[before:])
    assert said.count("問2/2") == 1
    assert said.count("回答済み") == 1
    assert len(bot.attempts()) == 1


async def test_three_presses_at_the_same_moment_in_slack_are_one_answer_and_kind_words(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro, nickname="たろう")
    await bot.move_to(MONDAY, "8:40")
    before, wire, room = await taro.messages(), Wire(bot), (await taro.chat())["channel"]
    answers = [each.press["value"] for each in taro.buttons(before[-1]) if each.press["value"].startswith("c|")]
    presses = [press_in_slack(taro.user, room, answer, before[-1]["ts"]) for answer in answers]

    assert await asyncio.gather(*(wire.slack_form({"payload": json.dumps(each)}) for each in presses)) == [200] * 3

    await bot.settled()
    after = await taro.messages()
    assert "あなたの答え" in taro.words(after[len(before) - 1]), "the question turned into its verdict"
    said = "\n".join(await taro.seen())
    assert said.count("問2/2") == 1
    assert said.count("回答済み") == 2
    assert len(bot.attempts()) == 1


def _command(user: str, text: str) -> dict[str, str]:
    whole = text.encode(errors="replace").decode()
    trigger = f"{abs(hash(text))}.1"
    known = {"command": "/kotsu", "team_id": TEAM, "user_id": user, "trigger_id": trigger, "channel_id": "D0"}
    return {**known, "text": whole, "response_url": "http://127.0.0.1:9/none"}
