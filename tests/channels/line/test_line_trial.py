"""LINE is asked what it would say, and nobody hears of it."""

from channels.line.trial import objection
from messages.message import Message, Text, plain
from tests.channels.line.account import Account
from tests.channels.line.cards import LESSON, QUESTION


async def test_a_lesson_is_taken_and_reaches_nobody(line: Account) -> None:
    assert await objection(line.api, Message("12日目", (*LESSON, *QUESTION))) == ""


async def test_what_would_be_refused_is_told_in_words(line: Account) -> None:
    assert "5000" in (await objection(line.api, plain("あ" * 5001))).replace(",", "")


async def test_an_empty_message_is_told_too(line: Account) -> None:
    assert await objection(line.api, Message("", (Text(""),))) != ""
