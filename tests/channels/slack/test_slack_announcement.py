"""An announcement in Slack's words."""

import re

from channels.slack.render import render
from lessons.cards.announcement import announcement_message
from lessons.notice import Notice
from lessons.phrases import phrases
from tests.acceptance.learner import walk


def test_an_announcement_can_call_nobody_and_hide_no_link() -> None:
    tricks = "<!channel> <@U1> <https://evil.example|町役場> &lt;!here&gt;"
    notice = Notice(tricks, tricks, "https://example.com/?a=1&b=<x>", tricks, question=tricks, options=(tricks, "*B*"))
    shown = render(announcement_message(notice, announcement=1, sender=tricks, say=phrases("ja")))
    read = [each["text"] for each in walk([*shown.blocks]) if each.get("type") == "mrkdwn"]
    assert read
    for text in (*read, shown.text):
        assert re.findall(r"<(?!https://example\.com/)[^>]*", text) == []
