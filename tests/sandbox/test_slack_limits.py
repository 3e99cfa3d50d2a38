"""Every limit of Block Kit's: the largest that passes, the smallest that does not."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.sandbox.neighbours import Town

pytestmark = pytest.mark.asyncio(loop_scope="module")
Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str = "a", **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(text: str = "A", **more: Any) -> Json:
    return {"type": "button", "text": plain(text), **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def option(value: str = "a", text: str = "A") -> Json:
    return {"text": plain(text), "value": value}


def options(number: int) -> list[Json]:
    return [option(str(place)) for place in range(number)]


def context(number: int) -> Json:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": "a"}] * number}


def image(alt: str) -> Json:
    return {"type": "image", "image_url": "https://example.jp/a.png", "alt_text": alt}


def asked(element: Json) -> Json:
    return {"type": "input", "label": plain("質問"), "element": element}


TAKEN: list[list[Json]] = [
    [section("a" * 3000)],
    [{"type": "section", "fields": [{"type": "mrkdwn", "text": "a" * 2000}] * 5}],
    [{"type": "header", "text": plain("a" * 150)}],
    [context(10), {"type": "divider"}],
    [actions(*[button(value="v" * 2000, action_id=str(place)) for place in range(25)])],
    [actions(button("a" * 75, action_id="x" * 255, style="primary"), block_id="y" * 255)],
    [actions({"type": "checkboxes", "options": options(10), "initial_options": options(1)})],
    [actions({"type": "static_select", "options": options(100), "placeholder": plain("選ぶ")})],
    [section(accessory={"type": "overflow", "options": options(5)})],
    [image("a" * 2000)],
    [asked({"type": "plain_text_input", "multiline": True, "max_length": 3000})],
    [{"type": "markdown", "text": "**a**"}],
    [section() for _ in range(50)],
]

REFUSED: list[tuple[str, list[Json]]] = [
    ("/blocks", [section() for _ in range(51)]),
    ("/blocks/0/text/text", [section("a" * 3001)]),
    ("/blocks/0/text/text", [section("")]),
    ("/blocks/0/text", [{"type": "section"}]),
    ("/blocks/0/fields", [{"type": "section", "fields": [plain("a")] * 11}]),
    ("/blocks/0/fields/0/text", [{"type": "section", "fields": [plain("a" * 2001)]}]),
    ("/blocks/0/text/text", [{"type": "header", "text": plain("a" * 151)}]),
    ("/blocks/0/text/type", [{"type": "header", "text": {"type": "mrkdwn", "text": "a"}}]),
    ("/blocks/0/elements", [context(11)]),
    ("/blocks/0/elements", [actions(*[button(action_id=str(place)) for place in range(26)])]),
    ("/blocks/0/elements/0/text/text", [actions(button("a" * 76))]),
    ("/blocks/0/elements/0/value", [actions(button(value="v" * 2001))]),
    ("/blocks/0/elements/0/action_id", [actions(button(action_id="x" * 256))]),
    ("/blocks/0/elements/0/style", [actions(button(style="loud"))]),
    ("/blocks/0/elements/0/colour", [actions(button(colour="red"))]),
    ("/blocks/0/block_id", [section(block_id="y" * 256)]),
    ("/blocks", [section(block_id="same"), section(block_id="same")]),
    ("/blocks", [actions(button(action_id="same")), actions(button(action_id="same"))]),
    ("/blocks/0/elements/0/options", [actions({"type": "radio_buttons", "options": options(11)})]),
    ("/blocks/0/elements/0/options", [actions({"type": "static_select", "options": options(101)})]),
    ("/blocks/0/elements/0/options", [actions({"type": "static_select"})]),
    ("/blocks/0/elements/0/options/0/value", [actions({"type": "checkboxes", "options": [option("v" * 76)]})]),
    ("/blocks/0/elements/0/options/0/text/text", [actions({"type": "checkboxes", "options": [option("v", "a" * 76)]})]),
    (
        "/blocks/0/elements/0",
        [actions({"type": "checkboxes", "options": options(2), "initial_options": [option("x")]})],
    ),
    ("/blocks/0/alt_text", [image("a" * 2001)]),
    ("/blocks/0/type", [{"type": "poem"}]),
]

VIEWS: list[tuple[str, Json]] = [
    ("/view/title/text", {"title": plain("a" * 25)}),
    ("/view/submit/text", {"submit": plain("a" * 25)}),
    ("/view/close/text", {"close": plain("a" * 25)}),
    ("/view/private_metadata", {"private_metadata": "a" * 3001}),
    ("/view/blocks", {"blocks": [section() for _ in range(101)]}),
    ("/view/blocks/0/type", {"blocks": [{"type": "markdown", "text": "a"}]}),
    ("/view/submit", {"blocks": [asked({"type": "plain_text_input"})]}),
]


@pytest.mark.parametrize("blocks", TAKEN)
async def test_slack_takes_what_just_fits(busy_town: Town, blocks: list[Json]) -> None:
    _, channel = await busy_town.in_slack()
    await busy_town.slack.chat_postMessage(channel=channel, text="a", blocks=blocks)
    assert len(await busy_town.slack_chat(-1)) == 1


@pytest.mark.parametrize(("place", "blocks"), REFUSED)
async def test_slack_points_at_what_does_not_fit(busy_town: Town, place: str, blocks: list[Json]) -> None:
    _, channel = await busy_town.in_slack()
    with pytest.raises(SlackApiError) as refused:
        await busy_town.slack.chat_postMessage(channel=channel, text="a", blocks=blocks)
    assert (refused.value.response["error"], await busy_town.slack_chat(-1)) == ("invalid_blocks", [])
    assert _points_at(refused.value, place)


@pytest.mark.parametrize(("place", "wrong"), VIEWS)
async def test_slack_points_at_what_does_not_fit_in_a_modal(busy_town: Town, place: str, wrong: Json) -> None:
    view = {"type": "modal", "title": plain("質問"), "blocks": [section()], **wrong}
    with pytest.raises(SlackApiError) as refused:
        await busy_town.slack.views_open(trigger_id="any", view=view)
    assert refused.value.response["error"] == "invalid_arguments"
    assert _points_at(refused.value, place)


@pytest.mark.parametrize(
    ("message", "error"),
    [
        ({"blocks": [section("a" * 2999) for _ in range(5)], "text": "a"}, "msg_blocks_too_long"),
        ({"text": ""}, "no_text"),
        ({"text": "a" * 40_001}, "msg_too_long"),
        ({"text": "a", "metadata": {"event_type": "letter"}}, "invalid_metadata_format"),
        ({"text": "a", "channel": "D404"}, "channel_not_found"),
    ],
)
async def test_slack_names_what_is_wrong_with_a_message(busy_town: Town, message: Json, error: str) -> None:
    _, channel = await busy_town.in_slack()
    with pytest.raises(SlackApiError) as refused:
        await busy_town.slack.api_call("chat.postMessage", json={"channel": channel, **message})
    assert refused.value.response["error"] == error


def _points_at(refused: SlackApiError, place: str) -> bool:
    return any(f"[json-pointer:{place}]" in line for line in refused.response["response_metadata"]["messages"])
