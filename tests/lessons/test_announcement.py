"""An announcement's text: headlines and lists, and nothing else is read into it."""

import pytest

from lessons.cards.announcement import announcement_message, paragraphs
from lessons.notice import Notice
from lessons.phrases import phrases
from messages.message import Text


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("来週です。\n午後から。", [("来週です。\n午後から。", False)]),
        ("■日時\n月曜\n■会場\n会議室", [("■日時", True), ("月曜", False), ("■会場", True), ("会議室", False)]),
        ("# 持ち物\n- 名札\n* 筆記用具", [("持ち物", True), ("・名札\n・筆記用具", False)]),
        ("*太字* -1 #1", [("*太字* -1 #1", False)]),
    ],
)
def test_headlines_are_strong_and_items_have_dots(body: str, shown: list[tuple[str, bool]]) -> None:
    card = announcement_message(Notice("題名", body), announcement=1, sender="町役場", say=phrases("ja"))
    assert [(block.body, block.strong) for block in card.blocks if isinstance(block, Text)] == shown
    assert len(paragraphs(body)) == len(shown), "each is a block, and a message has room for so many"
