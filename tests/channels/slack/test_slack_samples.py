"""Everything Slack's SDK can take goes in without a 5xx, and what is none of ours stores nothing."""

from urllib.parse import urlencode

from messages.actions import Today, pack
from messages.incoming import Pressed, Said, Stale
from tests.channels.slack.samples import COMMAND, ELEMENTS, EVENTS, OTHERS, acted
from tests.channels.slack.workspace import Workspace

FORM = "application/x-www-form-urlencoded"


async def test_events_that_are_none_of_ours_are_acknowledged(slack: Workspace) -> None:
    for event in EVENTS:
        assert (await slack.event(**event))[0] == 200, event
    assert (slack.notebook.heard, slack.notebook.closed_accounts) == ([], [])


async def test_elements_without_meaning_are_acknowledged(slack: Workspace) -> None:
    for element in ELEMENTS:
        assert (await slack.interact(acted(element)))[0] == 200, element
    assert slack.notebook.heard == []


async def test_every_other_interaction_is_acknowledged(slack: Workspace) -> None:
    for payload in OTHERS:
        assert (await slack.interact(payload))[0] == 200, payload
    assert slack.notebook.heard == []


async def test_a_button_counts_in_a_message_in_a_modal_and_in_an_enterprise(slack: Workspace) -> None:
    press = acted({"type": "button", "value": pack(Today())})
    await slack.interact(press)
    await slack.interact({**press, "container": {"type": "view", "view_id": "V1"}, "channel": None, "team": None})
    await slack.interact(acted({"type": "button", "value": "?"}))
    assert [each.deed for each in slack.notebook.heard] == [Pressed(Today()), Pressed(Today()), Stale()]
    assert [each.id for each in slack.notebook.heard] == ["U1:1.0:2.0", "U1:V1:2.0", "U1:1.0:2.0"]
    assert {each.account for each in slack.notebook.heard} == {"T1"}


async def test_a_command_of_ours_is_taken_and_another_acknowledged(slack: Workspace) -> None:
    assert (await slack.post(urlencode(COMMAND), kind=FORM))[0] == 200
    assert (await slack.post(urlencode({**COMMAND, "command": "/other"}), kind=FORM))[0] == 200
    assert [each.deed for each in slack.notebook.heard] == [Said("help")]
