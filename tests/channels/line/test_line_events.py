"""One event, read by itself: every kind LINE knows, and what it may become tomorrow."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.line.events import Skipped, read
from messages.actions import Choose, Today
from messages.incoming import ChannelName, Deed, Followed, Incoming, Left, Pressed, Said, Sent, Stale, Unsent
from tests.channels.line.events import AT, BROKEN, EVERY_KIND, HANA, event, said

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


def test_a_text_arrives_with_all_that_is_needed_to_answer_it() -> None:
    assert read(said("今日\nよろしく"), "U" + "b" * 32) == Incoming(
        id=said("")["webhookEventId"],
        channel=ChannelName.LINE,
        account="U" + "b" * 32,
        who=HANA,
        deed=Said("今日\nよろしく", "468789577898262530"),
        at=datetime.fromtimestamp(AT / 1000, UTC),
        reply_to=said("")["replyToken"],
    )


@pytest.mark.parametrize(
    ("kind", "deed"),
    [
        ("text", Said("今日", "468789577898262530")),
        ("sticker", Sent("sticker")),
        ("image", Sent("image")),
        ("video", Sent("video")),
        ("audio", Sent("audio")),
        ("file", Sent("file")),
        ("location", Sent("location")),
        ("postback", Pressed(Today())),
        ("follow", Followed(again=False)),
        ("follow again", Followed(again=True)),
        ("unfollow", Left()),
        ("unsend", Unsent("325708")),
    ],
)
def test_each_kind_of_deed_is_told_as_what_it_is(kind: str, deed: Deed) -> None:
    assert read(EVERY_KIND[kind], "Ub").deed == deed


@pytest.mark.parametrize(
    "kind",
    ["room", "join", "leave", "memberJoined", "messageEdited", "beacon", "accountLink", "botResumed", "telepathy"],
)
def test_what_is_not_done_to_us_by_one_person_is_passed_over(kind: str) -> None:
    with pytest.raises(Skipped):
        read(EVERY_KIND[kind], "Ub")


@pytest.mark.parametrize("data", ["", "c|x|q|A", "a button of last year", "c|1", "\0", "\ud800"])
def test_a_button_of_another_version_is_stale_but_heard(data: str) -> None:
    assert read(event("postback", postback={"data": data}), "Ub").deed == Stale()


@pytest.mark.parametrize("postback", [None, {}, {"data": 7}, "today"])
def test_a_postback_without_data_is_stale_but_heard(postback: object) -> None:
    assert read(event("postback", postback=postback), "Ub").deed == Stale()


def test_an_answer_keeps_its_bars() -> None:
    assert read(event("postback", postback={"data": "c|7|q3|A|B"}), "Ub").deed == Pressed(Choose(7, "q3", "A|B"))


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_event_is_skipped_and_says_why(broken: Any) -> None:
    with pytest.raises(Skipped, match=r"\w"):
        read(broken, "Ub")


def test_a_standby_bot_listens_to_nothing() -> None:
    with pytest.raises(Skipped):
        read(said("x", mode="standby"), "Ub")
    assert read(said("x", mode="hypnosis"), "Ub").deed == read(said("x", mode=None), "Ub").deed


@pytest.mark.parametrize("digit", ["0", "f"])
def test_the_consoles_dummy_events_are_passed_over(digit: str) -> None:
    with pytest.raises(Skipped):
        read(said("Hello, world", replyToken=digit * 32), "Ub")


def test_text_that_no_database_takes_is_mended_and_the_rest_kept() -> None:
    heard = read(said("か\0な \ud83d|\ud83d\ude00 \u202eえ"), "Ub").deed
    assert heard == Said("か\ufffdな \ufffd|😀 \u202eえ", "468789577898262530")


@settings(deadline=None)  # the machine may be busy
@given(st.sampled_from(sorted(EVERY_KIND)), st.sampled_from(sorted(said("x"))), json_values)
def test_whatever_stands_in_an_event_it_is_read_or_skipped(kind: str, part: str, instead: object) -> None:
    try:
        incoming = read({**EVERY_KIND[kind], part: instead}, "Ub")
    except Skipped:
        return
    assert incoming.who.isprintable()
    assert incoming.at.tzinfo is UTC
    repr(incoming.deed).encode()


@settings(deadline=None)  # the machine may be busy
@given(st.text(st.characters()))
def test_any_text_at_all_can_be_written_down(text: str) -> None:
    deed = read(said(text), "Ub").deed
    assert isinstance(deed, Said)
    assert "\0" not in deed.text
    assert deed.text.encode().decode() == deed.text
