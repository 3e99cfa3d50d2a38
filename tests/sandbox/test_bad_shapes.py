"""Whatever a bot sends, the platforms answer with a refusal, never with a crash."""

from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from sandbox.line.checks import flaws_of_messages
from sandbox.slack.checks import checked_blocks, checked_view
from sandbox.slack.errors import SlackRefusedError

NAMES = [
    *("type", "text", "contents", "layout", "action", "label", "data", "items", "quickReply", "template", "actions"),
    *("elements", "accessory", "element", "options", "option_groups", "initial_option", "initial_options", "title"),
    *("altText", "size", "url", "body", "fields", "blocks", "block_id", "action_id", "value", "columns", "submit"),
]
KINDS = [
    *("text", "flex", "bubble", "carousel", "box", "button", "template", "buttons", "postback", "uri", "span"),
    *("section", "actions", "input", "static_select", "checkboxes", "radio_buttons", "plain_text", "mrkdwn", "modal"),
]
plain = some.one_of(some.none(), some.booleans(), some.integers(-3, 3), some.sampled_from(KINDS), some.text(max_size=4))
anything = some.recursive(
    plain,
    lambda inner: some.one_of(
        some.lists(inner, max_size=3), some.dictionaries(some.sampled_from(NAMES), inner, max_size=6)
    ),
    max_leaves=30,
)


@settings(max_examples=300, deadline=None)
@given(anything)
def test_line_finds_words_for_anything(messages: Any) -> None:
    sentence, details = flaws_of_messages(messages)
    assert sentence
    assert all(detail["message"] and detail["property"] for detail in details)


@settings(max_examples=300, deadline=None)
@given(anything)
def test_slack_finds_words_for_anything(blocks: Any) -> None:
    with suppress(SlackRefusedError):
        checked_blocks(blocks)
    with suppress(SlackRefusedError):
        assert checked_view(blocks, surface="modal")["type"] == "modal"
