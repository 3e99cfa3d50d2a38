"""Slack is asked what it would say, and nobody hears of it."""

from channels.slack.trial import objection
from messages.message import Heading, Message, Text
from tests.channels.slack.workspace import Workspace


async def test_a_lesson_is_taken(slack: Workspace) -> None:
    lesson = Message("1日目", (Heading("はじめの一歩", eyebrow="第1週"), Text("窓口の列が途切れた3分。")))
    assert await objection(slack.client, lesson) == ""


async def test_what_would_be_refused_is_told_in_words(slack: Workspace) -> None:
    assert "block" in await objection(slack.client, Message("長い", tuple(Text(f"{n}") for n in range(60))))
