"""How a message looks in Slack."""

from dataclasses import replace
from typing import Any

import pytest

from channels.channel import Refused
from channels.slack.limits import check, problems
from channels.slack.render import render
from messages.actions import Choose, Finish, Leave, Stay, Today, Toggle, pack
from messages.message import (
    Block,
    Box,
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
    Ranking,
    Scale,
    Text,
    Tone,
    Weight,
)
from tests.channels.slack.workspace import Workspace


def shown(*blocks: Block) -> list[dict[str, Any]]:
    return list(render(Message("要約", blocks)).blocks)


def texts(*blocks: Block) -> list[str]:
    return [block["text"]["text"] for block in shown(*blocks)]


def letters(count: int, *, text: str = "選択肢") -> tuple[Choice, ...]:
    names = [chr(ord("A") + number) for number in range(count)]
    return tuple(Choice(name, text, Toggle(7, "q", name)) for name in names)


def test_a_heading_is_a_small_line_and_a_header() -> None:
    small, header = shown(Heading("ペルソナ", eyebrow="第3週", aside="12日目/40"))
    assert small["elements"][0]["text"] == "第3週 · 12日目/40"
    assert (header["type"], header["text"]["text"]) == ("header", "ペルソナ")


def test_a_heading_too_long_for_a_header_is_bold_and_whole() -> None:
    [section] = shown(Heading("長" * 151))
    assert section["text"]["text"] == f"*{'長' * 151}*"


@pytest.mark.parametrize("text", ["*強調*", "_x_", "~x~", "`x`", "> 引用", "a\n>b", "朝:smile:"])
def test_what_looks_like_markup_stays_as_it_was_written(text: str) -> None:
    assert shown(Text(text), Text(text, strong=True), Text(text, Tone.QUIET)) == [
        {"type": "section", "text": {"type": "plain_text", "text": text, "emoji": False}},
        {"type": "section", "text": {"type": "plain_text", "text": text, "emoji": False}},
        {"type": "context", "elements": [{"type": "plain_text", "text": text, "emoji": False}]},
    ]


def test_the_three_characters_with_a_meaning_are_escaped_everywhere() -> None:
    wild = "<!channel> & <@U1>"
    tame = "&lt;!channel&gt; &amp; &lt;@U1&gt;"
    rendering = render(Message(wild, (Text(wild), Box(wild, wild), Link(wild, "https://example.com/", wild))))
    paragraph, box, link = rendering.blocks
    assert rendering.text == tame
    assert paragraph["text"]["text"] == tame
    assert box["text"]["text"] == f"*{tame}*\n> {tame}"
    assert link["elements"][0]["text"] == f"<https://example.com/|{tame}> {tame}"


def test_bold_text_is_bold_on_each_of_its_lines() -> None:
    assert texts(Text("一行目\n\n 二行目 ", strong=True)) == ["*一行目*\n\n*二行目*"]


def test_a_box_is_a_bold_title_over_quoted_lines() -> None:
    assert texts(Box("あなたの課では", "一つ\n二つ")) == ["*あなたの課では*\n> 一つ\n> 二つ"]


def test_facts_stand_in_two_columns_while_they_fit() -> None:
    [section] = shown(Facts((("時刻", "8:40"), ("言語", "日本語"))))
    assert [field["text"] for field in section["fields"]] == ["*時刻*\n8:40", "*言語*\n日本語"]
    assert texts(Facts(tuple((f"n{number}", "v") for number in range(11))))[0].splitlines()[0] == "n0  v"


@pytest.mark.parametrize(("done", "total", "bar"), [(0, 40, "▱" * 10), (12, 40, "▰▰▰▱▱▱▱▱▱▱"), (9, 0, "▱" * 10)])
def test_a_bar_says_the_same_in_words(done: int, total: int, bar: str) -> None:
    [context] = shown(Progress(done, total, "12日目/40"))
    assert context["elements"][0]["text"] == f"{bar} 12日目/40"


def test_a_choice_is_its_whole_text_and_a_button_with_its_letter() -> None:
    long = "あ" * 400
    options = (Choice("A", long, Choose(7, "q", "A")), Choice("B", "い", Choose(7, "q", "B")))
    first, second, row = shown(Choices(options))
    assert first["text"]["text"] == f"*A*  {long}"
    assert second["text"]["text"] == "*B*  い"
    assert [button["text"]["text"] for button in row["elements"]] == ["A", "B"]
    assert [button["value"] for button in row["elements"]] == [pack(Choose(7, "q", name)) for name in "AB"]
    assert len({button["action_id"] for button in row["elements"]}) == 2


def test_several_choices_are_ticked_before_one_button() -> None:
    boxes, row = shown(Choices(letters(3), submit=Button("回答する", Finish(7, "q"), Weight.MAIN), picked=("B",)))
    element = boxes["elements"][0]
    assert [option["value"] for option in element["options"]] == ["A", "B", "C"]
    assert [option["value"] for option in element["initial_options"]] == ["B"]
    assert (row["elements"][0]["value"], row["elements"][0]["style"]) == (pack(Finish(7, "q")), "primary")


def test_a_choice_too_long_for_a_checkbox_stands_above_it_in_full() -> None:
    blocks = shown(Choices(letters(2, text="長" * 80), submit=Button("回答する", Finish(7, "q"))))
    assert [block["type"] for block in blocks] == ["section", "section", "actions", "actions"]
    assert blocks[0]["text"]["text"] == f"*A*  {'長' * 80}"
    assert all(len(option["text"]["text"]) <= 75 for option in blocks[2]["elements"][0]["options"])


def test_more_than_ten_choices_take_a_second_row_of_checkboxes() -> None:
    rendering = render(Message("問", (Choices(letters(12), submit=Button("回答する", Finish(7, "q"))),)))
    assert [len(block["elements"][0]["options"]) for block in rendering.blocks[:2]] == [10, 2]
    assert problems(rendering) == []


def test_buttons_show_how_much_they_ask_to_be_pressed() -> None:
    weighty = (Button("今日", Today(), Weight.MAIN), Button("やめる", Leave(1), Weight.DANGER))
    [row] = shown(Buttons((*weighty, Button("いいえ", Stay()))))
    assert [button.get("style") for button in row["elements"]] == ["primary", "danger", None]


def test_a_link_keeps_its_address_whatever_is_in_it() -> None:
    [context] = shown(Link("手引き|β版\n改", "https://example.com/手引き?a=1&b=<|>", "2018年3月"))
    address = "https://example.com/%E6%89%8B%E5%BC%95%E3%81%8D?a=1&amp;b=%3C%7C%3E"
    assert context["elements"][0]["text"] == f"<{address}|手引き¦β版 改> 2018年3月"


def test_a_picture_says_what_it_shows() -> None:
    [image] = shown(Image("https://example.com/a.png", "棒グラフ"))
    assert (image["image_url"], image["alt_text"]) == ("https://example.com/a.png", "棒グラフ")


def test_cards_are_parted_by_one_line_and_never_begin_with_one() -> None:
    kinds = [block["type"] for block in shown(Break(), Text("一"), Break(), Divider(), Text("二"))]
    assert kinds == ["section", "divider", "section"]


def test_a_message_without_blocks_says_its_summary() -> None:
    assert texts() == ["要約"]


def test_a_long_paragraph_is_split_and_loses_nothing() -> None:
    sections = texts(Text("あいうえお。" * 900))
    assert all(len(section) <= 3000 for section in sections)
    assert "".join(sections) == "あいうえお。" * 900


def test_a_message_that_slack_would_refuse_is_refused_with_every_reason() -> None:
    rendering = render(Message("要約", tuple(Text("あ" * 300) for _ in range(51))))
    with pytest.raises(Refused, match=r"51 blocks.*at most 50.*fewer than 10000"):
        check(rendering)


@pytest.mark.parametrize(
    ("block", "why"),
    [
        (Buttons((Button("長" * 76, Today()),)), "text attribute cannot exceed 75"),
        (Image("https://example.com/a.png", "長" * 2001), "alt_text attribute cannot exceed 2000"),
        (Image("https://example.com/" + "a" * 3000, "絵"), "image_url attribute cannot exceed 3000"),
        (Page("書く", "https://a.example/" + "p" * 3000), "url attribute cannot exceed 3000"),
        (Ranking(letters(101), Button("回答", Today())), "options attribute cannot exceed 100 elements"),
    ],
)
def test_what_the_sdk_would_not_form_is_refused_in_its_words(block: Block, why: str) -> None:
    with pytest.raises(Refused, match=why):
        check(render(Message("要約", (block,))))


@pytest.mark.parametrize(
    ("block", "why"),
    [
        (Buttons((Button("😀" * 40, Today()),)), "button text has 80 characters"),
        (Buttons((Button(" ", Today()),)), "button text is empty"),
        (Image("https://example.com/a.png", ""), "image alt_text is empty"),
        (Heading(" "), "header text is empty"),
    ],
)
def test_what_the_sdk_lets_pass_is_refused_by_ourselves(block: Block, why: str) -> None:
    assert why in "; ".join(problems(render(Message("要約", (block,)))))


def test_an_action_too_long_for_any_button_is_refused_at_once_and_not_tried_for_ever() -> None:
    with pytest.raises(Refused, match="Slack would not take this"):
        render(Message("要約", (Buttons((Button("答える", Choose(7, "q" * 300, "A")),)),)))


def test_a_summary_is_never_empty() -> None:
    assert problems(render(Message(" ", (Text("x"),)))) == ["text is empty"]


def test_things_to_put_in_order_stand_in_full_above_a_list_for_each_place() -> None:
    block = Ranking(letters(2, text="選" * 90), submit=Button("回答", Finish(7, "q")), places=("1番目", "2番目"))
    a, b, first, second, row = shown(replace(block, picked=("B",)))
    assert [each["text"]["text"] for each in (a, b)] == [f"*A*  {'選' * 90}", f"*B*  {'選' * 90}"]
    assert [each["text"]["text"] for each in (first, second)] == ["*1番目*", "*2番目*"]
    assert first["accessory"]["placeholder"]["text"] == "1番目"
    assert [option["value"] for option in first["accessory"]["options"]] == ["A", "B"]
    assert first["accessory"]["initial_option"]["value"] == "B"
    assert "initial_option" not in second["accessory"]
    assert row["elements"][0]["value"] == pack(Finish(7, "q"))


def test_places_without_words_are_numbers() -> None:
    *_, first, second, _ = shown(Ranking(letters(2), submit=Button("回答", Finish(7, "q"))))
    assert [each["text"]["text"] for each in (first, second)] == ["*1*", "*2*"]


def test_a_scale_is_five_buttons_in_a_row_under_words_for_its_ends() -> None:
    steps = tuple(Choice(str(number), text, Choose(7, "q", str(number))) for number, text in enumerate("低中高", 1))
    words, row = shown(Scale(steps, low="そう思わない", high="そう思う"))
    assert words["elements"][0]["text"] == "1 = そう思わない  ···  3 = そう思う"
    assert [each["text"]["text"] for each in row["elements"]] == ["1", "2", "3"]
    assert [each["accessibility_label"] for each in row["elements"]] == ["1  低", "2  中", "3  高"]
    [alone] = shown(Scale(steps, low="", high=""))
    assert alone["type"] == "actions"


def test_a_page_is_a_button_with_an_address_and_no_meaning() -> None:
    [row] = shown(Page("書く", "https://kotsu.example/p/1"))
    [button] = row["elements"]
    assert (button["text"]["text"], button["url"], "value" in button) == ("書く", "https://kotsu.example/p/1", False)


async def test_slack_takes_every_kind_of_block_at_its_largest(slack: Workspace) -> None:
    full = "あ<&>" * 150
    largest = Message(
        "要" * 400,
        (
            Heading("長" * 150, eyebrow="週" * 80, aside="日" * 80),
            Progress(12, 40, "12日目/40"),
            Text(full),
            Text(full, Tone.QUIET),
            Text("*_~`" * 300),
            Box("題" * 100, "行\n" * 100),
            Facts(tuple((f"名{number}", "値" * 20) for number in range(10))),
            Image("https://example.com/a.png", "絵" * 100),
            Link("出典" * 20, "https://example.com/" + "a" * 500, "2018年3月"),
            Break(),
            Choices(letters(10, text="選" * 90), submit=Button("回答", Finish(7, "q"), Weight.MAIN), picked=("A", "J")),
            Choices(letters(5, text="選" * 90)),
            Buttons(tuple(Button("長" * 20, Leave(number), Weight.DANGER) for number in range(5))),
        ),
    )
    asking = Message(
        "問",
        (
            *largest.blocks[:3],
            Ranking(letters(10, text="並" * 90), submit=Button("回答", Finish(7, "r")), places=("番" * 20,) * 10),
            Scale(letters(5), low="低" * 100, high="高" * 100),
            Page("開" * 20, "https://kotsu.example/" + "p" * 900),
        ),
    )
    for message in (largest, asking):
        assert problems(render(message)) == []
        receipt = await slack.sender().send(slack.parcel(message))
        assert (await slack.shown())[-1]["ts"] == receipt.message


async def test_slack_takes_a_text_of_any_length_wherever_it_stands(slack: Workspace) -> None:
    lengths = (1, 150, 151, 2000, 2901, 3001)
    for text in (*("あ" * length for length in lengths), "&" * 1900, "<\n" * 1000, "👩🏽‍🚒" * 1000):
        for block in (Heading(text), Text(text), Text(text, Tone.QUIET), Box("題", text), Facts((("名", text),))):
            await slack.sender().send(slack.parcel(Message("要約", (block,))))
    assert len(await slack.shown()) == 9 * 5
