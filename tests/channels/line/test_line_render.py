"""How messages look on LINE."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linebot.v3.messaging import Message as LineMessage

from channels.line.measure import cut, graphemes, utf16
from channels.line.wire import written
from messages.actions import Choose, Finish, Today, Write, pack
from messages.message import (
    Break,
    Button,
    Buttons,
    Choice,
    Choices,
    Divider,
    Facts,
    Heading,
    Image,
    Link,
    Message,
    Page,
    Progress,
    Text,
    Tone,
    Weight,
    plain,
)
from tests.channels.line.account import Account
from tests.channels.line.cards import LESSON, QUESTION, RICH, in_order, of_kind, several, steps, texts, times


def test_plain_words_are_a_plain_message() -> None:
    assert written(plain("おはよう\nございます")) == ({"type": "text", "text": "おはよう\nございます"},)
    two = Message("あ", (Text("一つ目"), Text(""), Text("二つ目")))
    assert [each["text"] for each in written(two)] == ["一つ目\n\n二つ目"]


def test_a_message_of_nothing_but_its_summary_says_that() -> None:
    for blocks in ((), (Text("  "),), (Break(),), (Facts(()), Buttons(()), Break())):
        assert written(Message("休講です", blocks)) == ({"type": "text", "text": "休講です"},)


def test_each_card_is_a_bubble_of_its_own_and_never_a_carousel() -> None:
    drawn = written(RICH)
    assert [each["type"] for each in drawn] == ["flex"] * 3
    assert {each["contents"]["type"] for each in drawn} == {"bubble"}
    assert {each["contents"]["size"] for each in drawn} == {"giga"}


def test_breaks_that_part_nothing_make_no_empty_cards() -> None:
    message = Message("x", (Break(), Divider(), Break(), Break(), Text("y", Tone.QUIET), Break()))
    assert len(written(message)) == 2


def test_everything_written_is_there_to_be_read_in_order() -> None:
    read = "".join(texts(written(Message("x", (*LESSON, Break(), *QUESTION)))))
    for part in (
        "第3週",
        "12日目/40",
        "ペルソナ――",
        "窓口に来た",
        "あなたの課では",
        "最初のひと言",
        "出典",
        "2018年",
        "問1/2",
        "最初にすること",
        "B",
        "3人の話",
        "ボタンを押すか",
    ):
        assert part in read
        read = read[read.index(part) :]


def test_the_notification_tells_what_it_is_about() -> None:
    assert {each["altText"] for each in written(RICH)} == {"12日目 ペルソナ(3分)"}


def test_a_long_notification_is_cut_between_whole_characters() -> None:
    family = "👨‍👩‍👧‍👦"
    alt = written(Message(family * 100, (Divider(),)))[0]["altText"]
    assert utf16(alt) <= 400
    assert set(alt.removesuffix("…").split(family)) == {""}
    assert len(alt) > len(family) * 30


@settings(deadline=None)  # the machine may be busy
@given(st.text(st.characters()), st.integers(1, 50))
def test_a_cut_text_fits_and_is_a_beginning(text: str, units: int) -> None:
    kept = cut(text, units)
    assert utf16(kept) <= units
    assert kept == text or text.startswith(kept.removesuffix("…"))


def test_every_text_wraps_and_grows_with_the_readers_font() -> None:
    for text in of_kind(written(RICH), "text"):
        assert (text["wrap"], text["scaling"]) == (True, True)


def test_a_choice_is_a_tappable_box_that_shows_all_its_words() -> None:
    boxes = [box for box in of_kind(written(RICH), "box") if box.get("action", {}).get("type") == "postback"]
    assert [box["action"]["data"] for box in boxes] == [pack(Choose(7, "d12q1", label)) for label in "ABC"]
    assert [box["action"]["displayText"] for box in boxes] == ["A", "B", "C"]
    assert "先進自治体の案内をそのまま使う" * 3 in texts(boxes[0])
    assert all(box["borderWidth"] and box["cornerRadius"] for box in boxes)


def test_quick_replies_repeat_the_last_question_on_the_last_object_only() -> None:
    first, second, last = written(RICH)
    assert "quickReply" not in first
    assert "quickReply" not in second
    items = last["quickReply"]["items"]
    assert [item["action"]["label"] for item in items] == ["A", "B", "C"]
    assert [item["action"]["data"] for item in items] == [pack(Choose(7, "d12q1", label)) for label in "ABC"]


def test_a_message_without_a_question_repeats_nothing() -> None:
    assert "quickReply" not in written(times("8:40"))[-1]


def test_quick_replies_offer_all_answers_or_none() -> None:
    twelve = written(several(labels="ABCDEFGHIJKL"))[0]
    assert [item["action"]["label"] for item in twelve["quickReply"]["items"]] == [*"ABCDEFGHIJKL", "答える"]
    assert "quickReply" not in written(several(labels="ABCDEFGHIJKLM"))[0]


def test_what_is_picked_is_checked_not_only_tinted() -> None:
    boxes = [box for box in of_kind(written(several("B")), "box") if "action" in box]
    assert [("✓" in texts(box)) for box in boxes] == [False, True, False, False]
    assert len({box["backgroundColor"] for box in boxes}) == 2


def test_what_is_put_in_order_carries_the_number_of_its_place_and_keeps_its_letter() -> None:
    boxes = [box for box in of_kind(written(in_order("C", "A")), "box") if "action" in box]
    assert [texts(box) for box in boxes] == [["A", "Aの文", "2"], ["B", "Bの文"], ["C", "Cの文", "1"]]
    assert [box["borderWidth"] for box in boxes] == ["2px", "1px", "2px"]


def test_an_order_is_given_by_its_button_and_repeated_under_the_thumb() -> None:
    drawn = written(in_order("C"))
    [button] = of_kind(drawn, "button")
    assert button["action"]["data"] == pack(Finish(7, "q"))
    assert [item["action"]["label"] for item in drawn[0]["quickReply"]["items"]] == ["A", "B", "C", "答える"]


def test_a_scale_is_a_row_of_equal_boxes_over_words_for_its_ends() -> None:
    drawn = written(steps())
    boxes = [box for box in of_kind(drawn, "box") if "action" in box]
    assert [texts(box) for box in boxes] == [["1"], ["2"], ["3"], ["4"], ["5"]]
    assert {box["flex"] for box in boxes} == {1}
    assert texts(drawn)[5:] == ["そう思わない", "そう思う"]
    assert [item["action"]["data"] for item in drawn[0]["quickReply"]["items"]] == [
        pack(Choose(7, "q", str(number))) for number in range(1, 6)
    ]


def test_a_scale_whose_ends_say_nothing_shows_its_steps_alone() -> None:
    assert texts(written(steps("", " "))) == ["1", "2", "3", "4", "5"]


def test_a_button_before_typing_opens_the_keyboard_and_no_other_does() -> None:
    drawn = written(Message("x", (Buttons((Button("書く", Write(7, "q"), typing=True), Button("今日", Today()))),)))
    actions = [button["action"] for button in of_kind(drawn, "button")]
    assert [action.get("inputOption") for action in actions] == ["openKeyboard", None]


def test_a_page_opens_by_its_button() -> None:
    [button] = of_kind(written(Message("x", (Page("ページで書く", "https://kotsu.example/p/1"),))), "button")
    assert button["action"] == {"type": "uri", "label": "ページで書く", "uri": "https://kotsu.example/p/1"}


def test_several_answers_are_given_by_the_main_button() -> None:
    [button] = of_kind(written(several()), "button")
    assert (button["style"], button["action"]["label"], button["action"]["displayText"]) == (
        "primary",
        "答える",
        "答える",
    )


def test_buttons_say_how_much_they_ask_for() -> None:
    styles = [button["style"] for button in of_kind(written(RICH), "button")]
    assert styles == ["secondary", "primary", "link"]


@pytest.mark.parametrize(
    ("labels", "in_rows"),
    [
        (("8:40", "12:10", "16:30"), [3]),
        (("8:40", "12:10", "16:30", "17:00"), [2, 2]),
        (("進捗を見る", "質問する", "はじめる"), [2, 1]),
        (("プライバシーについて読む", "参加しない"), [1, 1]),
    ],
)
def test_short_buttons_stand_side_by_side_and_long_ones_are_never_cut(
    labels: tuple[str, ...], in_rows: list[int]
) -> None:
    drawn = written(times(*labels))
    rows = [box for box in of_kind(drawn, "box") if box["layout"] == "horizontal"]
    assert [len(row["contents"]) for row in rows] == in_rows
    assert {button["adjustMode"] for button in of_kind(drawn, "button")} == {"shrink-to-fit"}


@pytest.mark.parametrize(
    ("done", "total", "width"), [(12, 40, "30%"), (40, 40, "100%"), (50, 40, "100%"), (1, 3, "33%")]
)
def test_a_bar_is_as_long_as_what_is_done(done: int, total: int, width: str) -> None:
    drawn = written(Message("x", (Progress(done, total, "進み"),)))
    assert [box["width"] for box in of_kind(drawn, "box") if "width" in box] == [width]


@pytest.mark.parametrize(("done", "total"), [(0, 40), (0, 0), (-1, 40), (3, 0)])
def test_a_bar_with_nothing_done_is_empty(done: int, total: int) -> None:
    drawn = written(Message("x", (Progress(done, total, "進み"),)))
    assert [box for box in of_kind(drawn, "box") if "width" in box] == []


def test_a_bar_is_told_in_words_once() -> None:
    assert texts(written(Message("x", LESSON))).count("12日目/40") == 1
    assert texts(written(Message("x", (Progress(1, 2, "半分"),)))) == ["半分"]


def test_a_source_opens_where_it_is_touched() -> None:
    [link] = [box for box in of_kind(written(RICH), "box") if box.get("action", {}).get("type") == "uri"]
    assert link["action"]["uri"] == "https://www.example.go.jp/guide?a=1"
    assert texts(link) == ["出典 サービスデザイン実践ガイドブック", "  (β版) 2018年3月時点"]


def test_a_picture_is_also_told_in_words() -> None:
    drawn = written(Message("x", (Image("https://a.example/b.png", alt="地図", ratio="3:2"),)))
    assert (of_kind(drawn, "image")[0]["aspectRatio"], texts(drawn)) == ("3:2", ["地図"])


async def test_line_takes_everything_we_draw(line: Account) -> None:
    drawn = [
        RICH,
        Message("x", LESSON),
        Message("x", QUESTION),
        several("A", "C"),
        several(labels="ABCDEFGHIJKLM"),
        in_order("C", "A"),
        in_order(labels="ABCDEFGHIJKLM"),
        steps(),
        steps("低" * 200, "", most=10),
        Message("x", (Page("あ" * 20, "https://kotsu.example/" + "p" * 900),)),
        Message("x", (Buttons((Button("書く", Write(7, "q"), typing=True),)),)),
        times("8:40", "9:00"),
        times("プライバシーについて読む"),
        Message("x" * 900, (Heading("題" * 300, aside="だけ"), Facts((("", "x"), ("名", ""))), Divider())),
        Message("x", (Choices((Choice("とてもながい名札", "", Today()), Choice("○", "", Today()))),)),
        Message("x", (Buttons((Button("あ" * 20, Today(), Weight.DANGER),)),)),
        Message("x", (Link("", "tel:0312345678"), Link("x", "HTTP://a.example", note="n"))),
        Message("x", (Text("あ\n\n" * 500, Tone.QUIET), Text("👨‍👩‍👧‍👦" * 200, Tone.GOOD))),
        Message("x", tuple(part for number in range(5) for part in (Heading(str(number)), Break()))),
        plain("あ" * 5000),
    ]
    for number, message in enumerate(drawn, start=1):
        receipt = await line.sender.send(line.parcel(message, number=number))
        assert receipt.via == "push"
    sent = [each for message in drawn for each in written(message)]
    assert await line.shown() == [{part: each[part] for part in each if part != "quickReply"} for each in sent]


def test_what_leaves_is_what_the_sdks_models_take_and_would_write_themselves() -> None:
    for message in (RICH, several("A"), in_order("B"), steps(), times("8:40"), plain("はい")):
        assert [LineMessage.from_dict(each).to_dict() for each in written(message)] == list(written(message))


def test_labels_are_measured_as_a_reader_sees_them() -> None:
    assert (graphemes("👨‍👩‍👧‍👦が"), utf16("👨‍👩‍👧‍👦が")) == (2, 12)
