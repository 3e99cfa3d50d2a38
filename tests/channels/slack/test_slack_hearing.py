"""What people do in Slack becomes a deed, once it is stored."""

from dataclasses import replace
from typing import Any

import pytest

from messages.actions import Choose, Finish, Today, Toggle, Write, pack
from messages.form import Entry, Field, Form, Pick
from messages.incoming import Attached, Deed, Opened, Pressed, Said, Sent, Stale, Submitted, Unsent
from messages.letter import Surface
from messages.message import Button, Buttons, Choice, Choices, Message, Page, Ranking
from tests.channels.slack.workspace import TEAM, Workspace

SETTINGS = Form(
    name="settings",
    title="設定",
    submit="保存",
    close="閉じる",
    fields=(Field("time", "届く時刻", (("08:40", "8:40"), ("12:10", "12:10")), "08:40"),),
)


def deeds(slack: Workspace) -> list[Deed]:
    return [incoming.deed for incoming in slack.notebook.heard]


async def test_what_is_said_arrives_with_who_where_and_when(slack: Workspace) -> None:
    [delivery] = await slack.door("say", text="今日 <A&B>")
    [incoming] = slack.notebook.heard
    [message] = await slack.shown()
    assert delivery["status"] == 200
    assert incoming.deed == Said("今日 <A&B>", message=message["ts"])
    assert (incoming.account, incoming.who, incoming.room) == (TEAM, slack.ken, slack.room)
    assert f"{incoming.at.timestamp():.6f}" == message["ts"]
    assert incoming.id.startswith("Ev")


async def test_links_and_names_are_read_as_they_were_typed(slack: Workspace) -> None:
    text = "see <https://example.com/a|example.com/a> and <https://example.com> &amp; go"
    await slack.event(type="message", channel_type="im", user=slack.ken, channel=slack.room, ts="1.0", text=text)
    assert deeds(slack) == [Said("see example.com/a and https://example.com & go", message="1.0")]


async def test_what_no_database_keeps_is_taken_out_of_what_is_said(slack: Workspace) -> None:
    await slack.event(
        type="message", channel_type="im", user=slack.ken, channel=slack.room, ts="1.0", text="a\0b\ud83d"
    )
    assert deeds(slack) == [Said("ab?", message="1.0")]


async def test_a_message_taken_back_is_told_with_its_own_id(slack: Workspace) -> None:
    await slack.event(
        type="message",
        subtype="message_deleted",
        channel_type="im",
        channel=slack.room,
        deleted_ts="1757203200.000100",
        ts="1757203300.000000",
        previous_message={"type": "message", "user": slack.ken, "ts": "1757203200.000100", "text": "…"},
    )
    [incoming] = slack.notebook.heard
    assert (incoming.deed, incoming.who) == (Unsent("1757203200.000100"), slack.ken)


async def test_a_file_is_something_sent_unless_words_come_with_it(slack: Workspace) -> None:
    shared = {"type": "message", "subtype": "file_share", "channel_type": "im", "user": slack.ken, "files": [{}]}
    await slack.event(**shared, channel=slack.room, ts="1.0", text="")
    await slack.event(**shared, channel=slack.room, ts="2.0", text="これです")
    assert deeds(slack) == [Sent("file"), Said("これです", message="2.0")]
    file = {"id": "F1", "name": "a.csv", "size": 9, "url_private": "https://files.slack.com/F1", "mode": "hosted"}
    linked = {"id": "F2", "name": "b", "size": True, "url_private": "https://files.slack.com/F2", "mode": "external"}
    await slack.event(**{**shared, "files": [file, linked]}, channel=slack.room, ts="3.0", text="これです")
    there = Attached("F1", "a.csv", 9, "https://files.slack.com/F1")
    assert deeds(slack)[-1] == Sent("file", (there,), beside=Said("これです", message="3.0"))


async def test_bots_edits_and_other_rooms_are_acknowledged_and_passed_over(slack: Workspace) -> None:
    said = {"type": "message", "channel_type": "im", "user": slack.ken, "channel": slack.room, "ts": "1.0", "text": "x"}
    for passed_over in (
        {**said, "bot_id": "B1"},
        {**said, "subtype": "message_changed", "message": said},
        {**said, "subtype": "bot_message"},
        {**said, "channel_type": "channel"},
        {**said, "user": None},
    ):
        assert (await slack.event(**passed_over))[0] == 200
    assert deeds(slack) == []


async def test_the_command_says_what_stands_behind_it_and_may_be_answered_by_a_form(slack: Workspace) -> None:
    await slack.door("command", command="/kotsu", text=" join ABC123 ")
    await slack.door("command", command="/kotsu", text="")
    first, second = slack.notebook.heard
    assert (first.deed, first.opens_forms, first.room, first.reply_to) == (Said("join ABC123"), True, "", "")
    assert (second.deed, first.at) == (Said("help"), slack.town.clock.now())
    assert first.id != second.id
    assert await slack.shown() == []


async def test_a_pressed_button_tells_its_meaning_its_message_and_the_way_back(slack: Workspace) -> None:
    choose = Choose(enrolment=7, quiz="w1-1-1", option="B")
    sent = Message("問1", (Choices((Choice("A", "はい", Today()), Choice("B", "いいえ", choose))),))
    receipt = await slack.sender().send(slack.parcel(sent))
    message = (await slack.shown())[0]
    actions = message["blocks"][-1]
    await slack.door("press", ts=message["ts"], block_id=actions["block_id"], action_id="choose:0:1")
    [incoming] = slack.notebook.heard
    assert incoming.deed == Pressed(choose)
    assert (incoming.on, incoming.room, incoming.opens_forms) == (receipt.message, slack.room, True)
    assert incoming.reply_to.startswith(f"{slack.town.address}/slack/response/")
    assert incoming.id == f"{slack.ken}:{receipt.message}:{incoming.at.timestamp():.6f}"


async def test_ticks_count_only_when_the_button_beside_them_is_pressed(slack: Workspace) -> None:
    finish = Finish(7, "w1-1-2")
    options = tuple(Choice(label, "…", Toggle(7, "w1-1-2", label)) for label in "ABC")
    await slack.sender().send(slack.parcel(Message("問2", (Choices(options, submit=Button("回答する", finish)),))))
    message = (await slack.shown())[0]
    boxes, row = message["blocks"]
    ticked = await slack.door(
        "press", ts=message["ts"], block_id=boxes["block_id"], action_id="pick:0:0", selected=["A", "C"]
    )
    assert (ticked[0]["status"], deeds(slack)) == (200, [])
    await slack.door("press", ts=message["ts"], block_id=row["block_id"], action_id="finish:0")
    assert deeds(slack) == [Pressed(finish, picked=("A", "C"))]


async def test_things_put_in_order_are_told_by_place_whatever_was_chosen_first(slack: Workspace) -> None:
    finish = Finish(7, "w1-1-3")
    options = tuple(Choice(label, "…", Toggle(7, "w1-1-3", label)) for label in "ABCDEFGHIJKL")
    await slack.sender().send(slack.parcel(Message("問3", (Ranking(options, submit=Button("回答する", finish)),))))
    [message] = await slack.shown()
    for place, label in ((10, "A"), (9, "L"), (2, "C"), (0, "B")):
        name = f"rank:0:{place}"
        wish = {"ts": message["ts"], "block_id": name, "action_id": name, "selected": label}
        assert [each["status"] for each in await slack.door("press", **wish)] == [200]
    assert deeds(slack) == []
    await slack.door("press", ts=message["ts"], block_id=message["blocks"][-1]["block_id"], action_id="finish:0")
    assert deeds(slack) == [Pressed(finish, picked=("B", "C", "L", "A"))]


async def test_a_button_that_opens_a_page_tells_nothing_and_is_acknowledged(slack: Workspace) -> None:
    await slack.sender().send(slack.parcel(Message("ページ", (Page("書く", "https://kotsu.example/p/1"),))))
    [message] = await slack.shown()
    block = message["blocks"][0]["block_id"]
    [delivery] = await slack.door("press", ts=message["ts"], block_id=block, action_id="page:0")
    assert (delivery["status"], deeds(slack)) == (200, [])


async def test_who_looks_at_the_home_is_told_with_the_room_to_answer_in(slack: Workspace) -> None:
    [delivery] = await slack.door("home")
    [incoming] = slack.notebook.heard
    assert (delivery["status"], incoming.deed, incoming.at_home) == (200, Opened(), True)
    assert (incoming.account, incoming.who, incoming.room, incoming.on) == (TEAM, slack.ken, slack.room, "")
    assert incoming.id.startswith("Ev")


@pytest.mark.parametrize("event", [{"tab": "messages"}, {}, {"tab": "home", "user": None}])
async def test_the_other_tabs_and_nobody_are_passed_over(slack: Workspace, event: dict[str, Any]) -> None:
    told = {"type": "app_home_opened", "user": slack.ken, "channel": slack.room, "event_ts": "1.0", **event}
    assert (await slack.event(**told))[0] == 200
    assert deeds(slack) == []


async def test_a_look_that_is_not_stored_is_not_acknowledged(slack: Workspace) -> None:
    slack.notebook.full = True
    assert {each["status"] for each in await slack.door("home")} == {503}


async def test_a_press_at_home_is_on_no_message_and_in_no_room(slack: Workspace) -> None:
    home = Message("コツコツ", (Buttons((Button("今日", Today()),)),))
    await slack.sender().send(slack.parcel(home, surface=Surface.HOME))
    view = await slack.home()
    block = view["blocks"][0]["block_id"]
    await slack.door("press", view_id=view["id"], block_id=block, action_id="press:0:0")
    [incoming] = slack.notebook.heard
    assert (incoming.deed, incoming.at_home, incoming.opens_forms) == (Pressed(Today()), True, True)
    assert (incoming.on, incoming.room, incoming.reply_to) == ("", "", "")


async def test_a_button_of_another_version_is_stale(slack: Workspace) -> None:
    button = {"type": "button", "action_id": "old", "value": "v0|?", "text": {"type": "plain_text", "text": "旧"}}
    await slack.client.chat_postMessage(
        channel=slack.room, text="旧", blocks=[{"type": "actions", "block_id": "b", "elements": [button]}]
    )
    [message] = await slack.shown()
    await slack.door("press", ts=message["ts"], block_id="b", action_id="old")
    assert deeds(slack) == [Stale()]


async def test_a_form_opens_and_comes_back_with_what_was_chosen(slack: Workspace) -> None:
    slack.notebook.form = SETTINGS
    await slack.sender().send(slack.parcel(Message("設定", (Buttons((Button("設定", Today()),)),))))
    [message] = await slack.shown()
    await slack.door("press", ts=message["ts"], block_id=message["blocks"][0]["block_id"], action_id="press:0:0")
    view = (await slack.town.state())["slack"]["chats"][0]["view"]
    slack.notebook.form = None
    await slack.door("submit", view_id=view["id"], values={"time": {"select:time": "12:10"}})
    incoming = slack.notebook.heard[-1]
    assert incoming.deed == Submitted("settings", (("time", "12:10"),))
    assert (incoming.room, incoming.id.split(":")[0]) == (slack.room, view["id"])
    assert (await slack.town.state())["slack"]["chats"][0]["view"] is None


async def test_where_more_is_asked_the_next_form_takes_its_place(slack: Workspace) -> None:
    slack.notebook.form = SETTINGS
    await slack.sender().send(slack.parcel(Message("設定", (Buttons((Button("設定", Today()),)),))))
    [message] = await slack.shown()
    await slack.door("press", ts=message["ts"], block_id=message["blocks"][0]["block_id"], action_id="press:0:0")
    view = (await slack.town.state())["slack"]["chats"][0]["view"]
    slack.notebook.form = Form(
        "more", "つづき", "送る", "閉じる", (Pick("how", "どうですか", (("1", "よい"), ("2", "まだ"))),)
    )
    await slack.door("submit", view_id=view["id"], values={"time": {"select:time": "12:10"}})
    following = (await slack.town.state())["slack"]["chats"][0]["view"]
    assert following["id"] == view["id"]
    assert following["title"]["text"] == "つづき"
    slack.notebook.form = None
    await slack.door("submit", view_id=view["id"], values={"how": {"pick:how": "2"}})
    assert slack.notebook.heard[-1].deed == Submitted("more", (("how", "2"),))
    assert slack.notebook.heard[-1].id != slack.notebook.heard[-2].id
    assert (await slack.town.state())["slack"]["chats"][0]["view"] is None


async def test_what_is_written_in_a_form_comes_back_with_the_question_it_was_asked_at(slack: Workspace) -> None:
    write = Entry("text", "あなたの課では", most=400, long=True)
    slack.notebook.form = replace(SETTINGS, name="write", fields=(write,), about=pack(Write(7, "w1-1-4")))
    question = Message("問4", (Buttons((Button("書く", Write(7, "w1-1-4"), typing=True),)),))
    receipt = await slack.sender().send(slack.parcel(question))
    [message] = await slack.shown()
    await slack.door("press", ts=message["ts"], block_id=message["blocks"][0]["block_id"], action_id="press:0:0")
    view = await slack.view()
    await slack.door("submit", view_id=view["id"], values={"text": {"write:text": "窓口で\n三人に聞いた"}})
    incoming = slack.notebook.heard[-1]
    assert incoming.deed == Submitted("write", (("text", "窓口で\n三人に聞いた"),), about="w|7|w1-1-4")
    assert (incoming.on, incoming.room, incoming.at_home) == (receipt.message, slack.room, False)


async def test_a_form_asked_for_at_home_comes_back_as_from_home(slack: Workspace) -> None:
    slack.notebook.form = SETTINGS
    await slack.sender().send(slack.parcel(Message("家", (Buttons((Button("設定", Today()),)),)), surface=Surface.HOME))
    home = await slack.home()
    await slack.door("press", view_id=home["id"], block_id=home["blocks"][0]["block_id"], action_id="press:0:0")
    await slack.door("submit", view_id=(await slack.view())["id"], values={})
    incoming = slack.notebook.heard[-1]
    assert incoming.deed == Submitted("settings", (("time", "08:40"),))
    assert (incoming.at_home, incoming.on, incoming.room) == (True, "", "")


async def test_a_form_that_is_not_stored_stays_open_under_an_error(slack: Workspace) -> None:
    slack.notebook.form = SETTINGS
    await slack.door("command", command="/kotsu", text="settings")
    view = (await slack.town.state())["slack"]["chats"][0]["view"]
    slack.notebook.full = True
    [delivery] = await slack.door("submit", view_id=view["id"], values={})
    assert delivery["body"]["response_action"] == "errors"
    assert list(delivery["body"]["errors"]) == ["time"]
    assert (await slack.town.state())["slack"]["chats"][0]["view"]["id"] == view["id"]


async def test_a_form_that_cannot_be_opened_does_not_bring_the_deed_back(slack: Workspace) -> None:
    slack.notebook.form = SETTINGS
    await slack.fail(("/api/views.open", "error_500"))
    [delivery] = await slack.door("command", command="/kotsu", text="settings")
    assert (delivery["status"], len(slack.notebook.heard)) == (200, 1)


async def test_what_is_not_stored_is_not_acknowledged_and_comes_again(slack: Workspace) -> None:
    slack.notebook.full = True
    failed = await slack.door("say", text="今日")
    command = await slack.door("command", command="/kotsu", text="")
    slack.notebook.full = False
    await slack.door("say", text="続き")
    assert [each["status"] for each in (*failed, *command)] == [503, 503, 503]
    assert [deed.text for deed in deeds(slack) if isinstance(deed, Said)] == ["続き"]


async def test_the_workspace_is_closed_by_its_own_tokens_and_not_by_a_persons(slack: Workspace) -> None:
    await slack.event(type="tokens_revoked", tokens={"oauth": ["U1"], "bot": []})
    assert slack.notebook.closed_accounts == []
    await slack.event(type="tokens_revoked", tokens={"oauth": [], "bot": ["U2"]})
    await slack.event(type="app_uninstalled")
    assert slack.notebook.closed_accounts == [f"slack:{TEAM}"] * 2


async def test_listening_costs_no_call_to_slack(slack: Workspace) -> None:
    for text in ("今日", "続き", "進捗"):
        await slack.door("say", text=text)
    assert await slack.calls() == []
