"""What stands in threads, as it reaches us from Slack."""

from messages.incoming import Remarked
from tests.channels.slack.workspace import Workspace


async def test_what_stands_in_a_thread_is_a_remark_and_others_may_read_along(slack: Workspace) -> None:
    said = {"type": "message", "user": slack.ken, "ts": "2.0", "thread_ts": "1.0", "text": "はい"}
    for kind, room in (("channel", "C0QUESTION"), ("group", "G0QUESTION"), ("im", slack.room)):
        await slack.event(**said, channel_type=kind, channel=room)
    assert {each.deed for each in slack.notebook.heard} == {Remarked("はい", thread="1.0", message="2.0")}
    assert [each.shared for each in slack.notebook.heard] == [True, True, False]
