"""Our pictures in Slack: uploaded once, shown where their words stand, and never in a letter's way."""

import pytest

from channels.channel import Busy
from channels.slack.pictures import TRIES
from messages.message import Image, Message, Text
from tests.channels.slack.workspace import Workspace

PNG = b"\x89PNG chart"
CHART = Message("図", (Text("8人中7人"), Image("", "課ごとの図", own="secret")))
OFFER, COMPLETE = "/api/files.getUploadURLExternal", "/api/files.completeUploadExternal"


async def pictures(secret: str) -> bytes | None:
    return PNG if secret == "secret" else None


async def shown(slack: Workspace) -> list[list[str]]:
    return [[block["type"] for block in message["blocks"]] for message in await slack.shown()]


async def test_a_picture_is_uploaded_once_and_shown_as_soon_as_slack_knows_it(slack: Workspace) -> None:
    sender = slack.sender(pictures)
    with pytest.raises(Busy, match="looks the picture over"):
        await sender.send(slack.parcel(CHART))
    slack.later(seconds=3)
    for number in (1, 2):
        await sender.send(slack.parcel(CHART, number=number))
    assert await shown(slack) == [["section", "image"]] * 2
    assert (await slack.calls()).count("files.completeUploadExternal") == 1
    image = (await slack.shown())[0]["blocks"][1]
    async with slack.town.http.get(f"{slack.town.address}/slack/files/{image['slack_file']['id']}") as answer:
        assert await answer.read() == PNG
    assert image["alt_text"] == "課ごとの図"


async def test_what_slack_never_takes_leaves_the_words(slack: Workspace) -> None:
    gone = Message("図", (Text("8人中7人"), Image("", "課ごとの図", own="too old")))
    await slack.sender(pictures).send(slack.parcel(gone))
    await slack.sender(pictures).send(slack.parcel(CHART, number=2, attempts=TRIES))
    assert await shown(slack) == [["section"]] * 2


@pytest.mark.parametrize("fault", ["drop_before", "drop_after", "error_500", "rate_429"])
async def test_an_upload_that_breaks_sends_nothing_and_is_tried_again(slack: Workspace, fault: str) -> None:
    sender = slack.sender(pictures)
    for path in (OFFER, COMPLETE):
        await slack.fail((path, fault))
        with pytest.raises(Busy):
            await sender.send(slack.parcel(CHART))
    with pytest.raises(Busy, match="looks the picture over"):
        await sender.send(slack.parcel(CHART))
    slack.later(seconds=3)
    await sender.send(slack.parcel(CHART))
    assert await shown(slack) == [["section", "image"]]
