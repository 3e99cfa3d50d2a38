"""What LINE would refuse never leaves, and the refusal names the limit."""

from typing import Any

import pytest

from channels.channel import Refused
from channels.line.limits import check
from channels.line.wire import written
from messages.actions import Choose, Today
from messages.message import (
    Block,
    Break,
    Button,
    Buttons,
    Choice,
    Choices,
    Heading,
    Image,
    Link,
    Message,
    Page,
    Ranking,
    Text,
    Tone,
)
from tests.channels.line.account import Account

Json = dict[str, Any]
EMOJI = "👨‍👩‍👧‍👦"
"""One grapheme, eleven UTF-16 units."""


def pressed(label: str = "A", **more: Any) -> Json:
    return {"type": "postback", "label": label, "data": "today", "displayText": "A", **more}


def flex(*contents: Json, alt: str = "x", quick: list[Json] | None = None) -> Json:
    body = {"type": "box", "layout": "vertical", "contents": list(contents)}
    message: Json = {"type": "flex", "altText": alt, "contents": {"type": "bubble", "body": body}}
    return (
        {**message, "quickReply": {"items": [{"type": "action", "action": each} for each in quick]}}
        if quick
        else message
    )


def word(text: str = "x") -> Json:
    return {"type": "text", "text": text}


def button(**more: Any) -> Json:
    return {"type": "button", "action": pressed(**more)}


def opens(uri: str) -> Json:
    return {**word(), "action": {"type": "uri", "uri": uri}}


def image(url: str) -> Json:
    return {"type": "image", "url": url}


# name: (what just fits, what does not, what the refusal speaks of)
TABLE: dict[str, tuple[list[Json], list[Json], str]] = {
    "objects": ([word()] * 5, [word()] * 6, "message objects"),
    "no object": ([word()], [], "message objects"),
    "text": ([word("あ" * 5_000)], [word("あ" * 5_001)], "text"),
    "text in units": ([word("😀" * 2_500)], [word("😀" * 2_500 + "x")], "text"),
    "empty text": ([word("x")], [word("")], "text"),
    "altText": ([flex(word(), alt="x" * 1_500)], [flex(word(), alt="x" * 1_501)], "altText"),
    "empty altText": ([flex(word())], [flex(word(), alt="")], "altText"),
    "bubble": ([flex(word("あ" * 10_150))], [flex(word("あ" * 10_250))], "Flex bubble"),
    "empty Flex text": ([flex(word("x"))], [flex(word(""))], "empty"),
    "button label": ([flex(button(label=EMOJI * 40))], [flex(button(label="x" * 41))], "label"),
    "no button label": ([flex(button(label="x"))], [flex(button(label=""))], "label"),
    "data": ([flex(button(data="x" * 300))], [flex(button(data="x" * 301))], "postback data"),
    "no data": ([flex(button(data="x"))], [flex(button(data=""))], "postback data"),
    "displayText": (
        [flex(button(displayText=EMOJI * 300))],
        [flex(button(displayText="x" * 301))],
        "displayText",
    ),
    "inputOption": (
        [flex(button(inputOption="openKeyboard"))],
        [flex(button(inputOption="openKeyBoard"))],
        "does not know",
    ),
    "URI": ([flex(opens("https://" + "x" * 992))], [flex(opens("https://" + "x" * 993))], "URI"),
    "scheme": ([flex(opens("tel:110"))], [flex(opens("javascript:alert(1)"))], "https://"),
    "image": ([flex(image("https://" + "x" * 1_992))], [flex(image("https://" + "x" * 1_993))], "image address"),
    "image scheme": ([flex(image("https://a.example"))], [flex(image("http://a.example"))], "https://"),
    "quick replies": ([flex(word(), quick=[pressed()] * 13)], [flex(word(), quick=[pressed()] * 14)], "quick replies"),
    "quick label": (
        [flex(word(), quick=[pressed(EMOJI * 20)])],
        [flex(word(), quick=[pressed("x" * 21)])],
        "quick reply label",
    ),
    "in a box in a box": (
        [flex({"type": "box", "layout": "vertical", "contents": [button(data="x" * 300)]})],
        [flex({"type": "box", "layout": "vertical", "contents": [button(data="x" * 301)]})],
        "postback data",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_what_just_fits_leaves_and_one_more_does_not(name: str) -> None:
    fits, breaks, spoken_of = TABLE[name]
    check(fits)
    with pytest.raises(Refused, match=spoken_of):
        check(breaks)


async def test_the_sandbox_draws_the_same_line(line: Account) -> None:
    answers = {
        name: [(await line.town.raw_push({"to": line.hana, "messages": each}))[0] for each in (fits, breaks)]
        for name, (fits, breaks, _) in TABLE.items()
    }
    assert {name: answer for name, answer in answers.items() if answer != [200, 400]} == {}


@pytest.mark.parametrize(
    ("blocks", "spoken_of"),
    [
        ([Text("あ" * 5_001)], "text"),
        ([Heading(str(number)) if number % 2 else Break() for number in range(12)], "message objects"),
        ([Text("あ" * 12_000, Tone.QUIET)], "Flex bubble"),
        ([Link("x", "ftp://a.example")], "https://"),
        ([Link("x", "https://" + "x" * 12_000)], "URI"),
        ([Page("x", "ftp://a.example")], "https://"),
        ([Page("x" * 41, "https://a.example")], "label"),
        ([Ranking((Choice("A" * 21, "x", Today()),), Button("x", Today()))], "quick reply label"),
        ([Image("http://a.example/b.png", "x")], "https://"),
        ([Buttons((Button("", Today()),))], "label"),
        ([Choices((Choice("A" * 21, "x", Today()),))], "quick reply label"),
        ([Choices((Choice("A", "x", Choose(1, "q" * 300, "A")),))], "q"),
    ],
)
async def test_a_letter_line_would_not_take_is_refused_before_it_leaves(
    line: Account, blocks: list[Block], spoken_of: str
) -> None:
    with pytest.raises(Refused, match=spoken_of):
        await line.sender.send(line.parcel(Message("x", tuple(blocks))))
    assert await line.calls() == []


def test_half_a_character_is_measured_without_stumbling() -> None:
    assert written(Message("\ud83d", (Heading("\ud83d"),)))[0]["altText"] == "\ud83d"
