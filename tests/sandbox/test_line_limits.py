"""Every limit of LINE's: the largest that passes, the smallest that does not."""

from typing import Any

import pytest
from linebot.v3.messaging import TextMessage, ValidateMessageRequest

from tests.sandbox.neighbours import Town

pytestmark = pytest.mark.asyncio(loop_scope="module")
Json = dict[str, Any]
FAMILY = "👨‍👩‍👧"
"""One grapheme cluster, eight UTF-16 units."""


def text(body: str, **more: Any) -> Json:
    return {"type": "text", "text": body, **more}


def postback(label: str | None = "A", **more: Any) -> Json:
    return {"type": "postback", "data": "x", **({} if label is None else {"label": label}), **more}


def quick(*actions: Json) -> Json:
    return text("?", quickReply={"items": [{"type": "action", "action": action} for action in actions]})


def bubble(*contents: Json, **more: Any) -> Json:
    return {"type": "bubble", "body": box(*contents), **more}


def box(*contents: Json, layout: str = "vertical", **more: Any) -> Json:
    return {"type": "box", "layout": layout, "contents": list(contents), **more}


def flex(contents: Json, alt: str = "今日の一問") -> Json:
    return {"type": "flex", "altText": alt, "contents": contents}


def carousel(number: int, **more: Any) -> Json:
    return flex({"type": "carousel", "contents": [bubble(text("a"), **more) for _ in range(number)]})


def buttons(body: str, actions: int = 1, **more: Any) -> Json:
    template = {"type": "buttons", "text": body, "actions": [postback()] * actions, **more}
    return {"type": "template", "altText": "a", "template": template}


def confirm(body: str, actions: int) -> Json:
    return {
        "type": "template",
        "altText": "a",
        "template": {"type": "confirm", "text": body, "actions": [postback()] * actions},
    }


TAKEN: list[Json] = [
    text("あ" * 5000),
    quick(*[postback()] * 13),
    quick(postback(FAMILY * 20)),
    quick({"type": "camera", "label": "写真"}),
    quick(postback(data="x" * 300, displayText=FAMILY * 300)),
    quick({"type": "message", "label": "A", "text": FAMILY * 300}),
    quick({"type": "uri", "label": "A", "uri": "https://example.jp/" + "x" * 981}),
    quick({"type": "datetimepicker", "label": "時刻", "data": "x", "mode": "time", "initial": "08:40"}),
    flex(bubble(text("a")), alt="a" * 1500),
    flex(bubble({"type": "button", "action": postback("あ" * 40)})),
    flex(bubble(box(text("a"), action=postback(None)))),
    flex(bubble(text("a", size="17px", weight="bold", color="#11223344", wrap=True, lineSpacing="6px"))),
    flex(bubble(box({"type": "icon", "url": "https://e.jp/i.png"}, text("a"), layout="baseline"))),
    flex(bubble({"type": "text", "contents": [{"type": "span", "text": "a", "size": "xs"}]})),
    flex(bubble({"type": "separator", "margin": "md"}, {"type": "filler"})),
    flex(bubble(text("あ" * 10_000))),
    carousel(12),
    buttons("a" * 160, 4),
    buttons("a" * 60, title="t"),
    confirm("a" * 240, 2),
    {"type": "sticker", "packageId": "446", "stickerId": "1988"},
]

REFUSED: list[tuple[str, Json]] = [
    ("messages[0].text", text("")),
    ("messages[0].text", text("a" * 5001)),
    ("messages[0].text", text("𠮷" * 2501)),
    ("messages[0].type", {"type": "poem", "text": "a"}),
    ("messages[0].quickReply.items", quick(*[postback()] * 14)),
    ("messages[0].quickReply.items[0].action.label", quick(postback("a" * 21))),
    ("messages[0].quickReply.items[0].action.label", quick(postback(None))),
    ("messages[0].quickReply.items[0].action.data", quick(postback(data="x" * 301))),
    ("messages[0].quickReply.items[0].action.data", quick({"type": "postback", "label": "A"})),
    ("messages[0].quickReply.items[0].action.displayText", quick(postback(displayText=FAMILY * 301))),
    ("messages[0].quickReply.items[0].action.text", quick({"type": "message", "label": "A", "text": "a" * 301})),
    ("messages[0].quickReply.items[0].action.uri", quick({"type": "uri", "label": "A", "uri": "ftp://example.jp"})),
    ("messages[0].quickReply.items[0].action.uri", quick({"type": "uri", "label": "A", "uri": "https://" + "x" * 993})),
    ("messages[0].quickReply.items[0].action.mode", quick({"type": "datetimepicker", "label": "A", "data": "x"})),
    ("messages[0].altText", flex(bubble(text("a")), alt="a" * 1501)),
    ("/contents", carousel(13)),
    ("/", flex(bubble(text("あ" * 10_240)))),
    ("/", flex({"type": "carousel", "contents": [bubble(text("あ" * 6_000)) for _ in range(3)]})),
    ("/contents", flex({"type": "carousel", "contents": [bubble(text("a"), size="kilo"), bubble(text("a"))]})),
    ("/", flex({"type": "bubble"})),
    ("/size", flex(bubble(text("a"), size="huge"))),
    ("/body/contents/0/text", flex(bubble(text("")))),
    ("/body/contents/0/txet", flex(bubble({**text("a"), "txet": "a"}))),
    ("/body/contents/0/size", flex(bubble(text("a", size="big")))),
    ("/body/contents/0/weight", flex(bubble(text("a", weight="heavy")))),
    ("/body/contents/0/color", flex(bubble(text("a", color="red")))),
    ("/body/contents/0/action", flex(bubble({"type": "button"}))),
    ("/body/contents/0/action/label", flex(bubble({"type": "button", "action": postback("a" * 41)}))),
    ("/body/contents/0/action/lable", flex(bubble({"type": "button", "action": postback(lable="A")}))),
    ("/body/contents/0/action/richMenuAliasId", flex(bubble(box(action={"type": "richmenuswitch", "data": "x"})))),
    ("/body/contents/0/layout", flex(bubble(box(layout="diagonal")))),
    ("/body/contents/0/contents", flex(bubble({"type": "box", "layout": "vertical"}))),
    ("/body/contents/0/contents/0/type", flex(bubble(box({"type": "separator"}, layout="baseline")))),
    ("/body/contents/0/type", flex(bubble({"type": "icon", "url": "https://e.jp/i.png"}))),
    ("/body/contents/0/url", flex(bubble({"type": "image", "url": "http://e.jp/i.png"}))),
    ("messages[0].template.text", buttons("a" * 161)),
    ("messages[0].template.text", buttons("a" * 61, title="t")),
    ("messages[0].template.actions", buttons("a", 5)),
    ("messages[0].template.actions", confirm("a", 3)),
    ("messages[0].template.text", confirm("a" * 241, 2)),
]


@pytest.mark.parametrize("message", TAKEN)
async def test_line_takes_what_just_fits(busy_town: Town, message: Json) -> None:
    status, answer = await busy_town.raw_push({"to": await busy_town.on_line(), "messages": [message]})
    assert (status, answer.get("details"), len(await busy_town.line_chat(-1))) == (200, None, 1)


@pytest.mark.parametrize(("place", "message"), REFUSED)
async def test_line_names_the_property_that_does_not_fit(busy_town: Town, place: str, message: Json) -> None:
    status, answer = await busy_town.raw_push({"to": await busy_town.on_line(), "messages": [message]})
    assert (status, await busy_town.line_chat(-1)) == (400, [])
    assert answer["message"]
    assert place in [detail["property"] for detail in answer["details"]]


@pytest.mark.parametrize("number", [0, 6])
async def test_a_call_carries_one_to_five_objects(busy_town: Town, number: int) -> None:
    status, answer = await busy_town.raw_push({"to": await busy_town.on_line(), "messages": [text("a")] * number})
    assert (status, answer["details"]) == (400, [{"message": "Size must be between 1 and 5", "property": "messages"}])


async def test_a_message_can_be_validated_without_being_sent(busy_town: Town) -> None:
    await busy_town.line.validate_push(ValidateMessageRequest(messages=[TextMessage(text="確かめるだけ")]))
    assert (await busy_town.record())[-1]["counted"] == 0
