"""A letter to the home takes the place of whatever hung there."""

import pytest

from channels.channel import Busy, Receipt, Refused, Unknown
from channels.slack.home import view
from messages.actions import Today
from messages.letter import Surface
from messages.message import Button, Buttons, Divider, Heading, Message, Text
from tests.channels.slack.workspace import Workspace

PUBLISH = "/api/views.publish"


def hanging(title: str) -> Message:
    return Message(title, (Heading(title), Buttons((Button("今日", Today()),))))


async def test_the_newest_letter_is_the_home_and_no_message_comes_of_it(slack: Workspace) -> None:
    for number, title in enumerate(("月曜日", "火曜日"), start=1):
        receipt = await slack.sender().send(slack.parcel(hanging(title), number=number, surface=Surface.HOME))
        assert receipt == Receipt(via="home")
    assert [block["text"]["text"] for block in (await slack.home())["blocks"][:1]] == ["火曜日"]
    assert await slack.shown() == []
    assert await slack.calls() == ["views.publish"] * 2


@pytest.mark.parametrize("fault", ["drop_after", "error_500"])
async def test_a_doubtful_home_is_hung_once_more(slack: Workspace, fault: str) -> None:
    await slack.fail((PUBLISH, fault))
    with pytest.raises(Unknown):
        await slack.sender().send(slack.parcel(hanging("月曜日"), surface=Surface.HOME))
    await slack.sender().send(slack.parcel(hanging("月曜日"), doubtful=True, surface=Surface.HOME))
    assert (await slack.home())["blocks"][0]["text"]["text"] == "月曜日"
    assert await slack.calls() == ["views.publish"] * 2


async def test_slack_may_ask_for_a_pause(slack: Workspace) -> None:
    await slack.fail((PUBLISH, "rate_429"))
    with pytest.raises(Busy):
        await slack.sender().send(slack.parcel(hanging("月曜日"), surface=Surface.HOME))


async def test_a_room_has_no_home(slack: Workspace) -> None:
    with pytest.raises(Refused, match="only a person"):
        await slack.sender().send(slack.parcel(hanging("月曜日"), to=slack.room, surface=Surface.HOME))
    assert await slack.calls() == []


async def test_a_home_has_room_for_a_hundred_blocks_and_no_more(slack: Workspace) -> None:
    full = Message("家", tuple(Text("あ" * 300) for _ in range(100)))
    await slack.sender().send(slack.parcel(full, surface=Surface.HOME))
    assert len((await slack.home())["blocks"]) == 100
    with pytest.raises(Refused, match="101 blocks, at most 100"):
        view(Message("家", (*full.blocks, Divider())))
