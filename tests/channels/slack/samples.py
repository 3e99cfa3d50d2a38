"""Our own samples of everything Slack's SDK can take: shapes as documented, contents made up."""

from typing import Any, Final

Json = dict[str, Any]

_PERSON: Final = {"id": "U1", "username": "ken", "name": "ken", "team_id": "T1"}
_TEAM: Final = {"id": "T1", "domain": "town"}
_WORDS: Final = {"type": "plain_text", "text": "x", "emoji": True}
_OPTION: Final = {"text": _WORDS, "value": "v"}

EVENTS: Final[list[Json]] = [
    {"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "messages", "event_ts": "1.0"},
    {"type": "app_mention", "user": "U1", "text": "<@U2> hi", "ts": "1.0", "channel": "C1", "event_ts": "1.0"},
    {"type": "app_rate_limited", "minute_rate_limited": 1},
    {"type": "assistant_thread_started", "assistant_thread": {"user_id": "U1", "channel_id": "D1", "thread_ts": "1.0"}},
    {"type": "channel_created", "channel": {"id": "C1", "name": "c", "created": 1, "creator": "U1"}},
    {"type": "file_shared", "channel_id": "D1", "file_id": "F1", "user_id": "U1", "file": {"id": "F1"}},
    {"type": "function_executed", "function": {"callback_id": "f"}, "function_execution_id": "Fx1", "inputs": {}},
    {"type": "im_created", "user": "U1", "channel": {"id": "D1"}},
    {
        "type": "link_shared",
        "channel": "C1",
        "user": "U1",
        "message_ts": "1.0",
        "links": [{"url": "https://a.example"}],
    },
    {"type": "member_joined_channel", "user": "U1", "channel": "C1", "channel_type": "C", "team": "T1"},
    {"type": "message", "channel": "C1", "user": "U1", "text": "x", "ts": "1.0", "channel_type": "channel"},
    {"type": "message", "subtype": "channel_join", "channel": "C1", "user": "U1", "text": "x", "ts": "1.0"},
    {"type": "message", "subtype": "bot_message", "bot_id": "B1", "channel": "D1", "channel_type": "im", "ts": "1.0"},
    {"type": "message", "subtype": "message_changed", "channel": "D1", "channel_type": "im", "message": {"user": "U1"}},
    {"type": "pin_added", "user": "U1", "channel_id": "C1", "item": {}, "event_ts": "1.0"},
    {
        "type": "reaction_added",
        "user": "U1",
        "reaction": "+1",
        "item": {"type": "message", "channel": "D1", "ts": "1.0"},
    },
    {"type": "team_join", "user": {"id": "U1", "name": "ken"}},
    {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}},
    {"type": "user_change", "user": {"id": "U1", "profile": {}}},
    {"type": "something_new", "event_ts": "1.0"},
]

ELEMENTS: Final[list[Json]] = [
    {"type": "button", "text": _WORDS},
    {"type": "button", "text": _WORDS, "url": "https://a.example"},
    {"type": "checkboxes", "selected_options": [_OPTION]},
    {"type": "radio_buttons", "selected_option": _OPTION},
    {"type": "static_select", "selected_option": _OPTION, "placeholder": _WORDS},
    {"type": "multi_static_select", "selected_options": [_OPTION]},
    {"type": "external_select", "selected_option": _OPTION},
    {"type": "users_select", "selected_user": "U1"},
    {"type": "multi_users_select", "selected_users": ["U1"]},
    {"type": "conversations_select", "selected_conversation": "C1"},
    {"type": "channels_select", "selected_channel": "C1"},
    {"type": "overflow", "selected_option": _OPTION},
    {"type": "datepicker", "selected_date": "2026-09-07"},
    {"type": "timepicker", "selected_time": "08:40"},
    {"type": "datetimepicker", "selected_date_time": 1757203200},
    {"type": "plain_text_input", "value": "text"},
    {"type": "number_input", "value": "7"},
    {"type": "email_text_input", "value": "a@b.example"},
    {"type": "rich_text_input", "rich_text_value": {"type": "rich_text", "elements": []}},
    {"type": "file_input", "files": []},
    {"type": "workflow_button", "text": _WORDS},
]


def acted(element: Json) -> Json:
    """A block_actions payload from a message."""
    return {
        "type": "block_actions",
        "user": _PERSON,
        "api_app_id": "A1",
        "token": "t",
        "container": {"type": "message", "message_ts": "1.0", "channel_id": "D1", "is_ephemeral": False},
        "trigger_id": "1.1.a",
        "team": _TEAM,
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": "D1", "name": "directmessage"},
        "message": {"type": "message", "ts": "1.0", "text": "x", "bot_id": "B1"},
        "state": {"values": {"b": {"a": element}}},
        "response_url": "https://hooks.example/actions/1",
        "actions": [{"action_id": "a", "block_id": "b", "action_ts": "2.0", **element}],
    }


_INTERACTION: Final = {"user": _PERSON, "team": _TEAM, "token": "t", "trigger_id": "1.1.a", "api_app_id": "A1"}
_ELSEWHERE: Final = {
    "channel": {"id": "C1", "name": "c"},
    "response_url": "https://hooks.example/1",
    "action_ts": "2.0",
}
_VIEW: Final[Json] = {"id": "V1", "type": "modal", "hash": "1.a", "private_metadata": "", "state": {"values": {}}}

OTHERS: Final[list[Json]] = [
    {**_INTERACTION, **_ELSEWHERE, "type": "message_action", "callback_id": "c", "message_ts": "1.0", "message": {}},
    {**_INTERACTION, "type": "shortcut", "callback_id": "c", "action_ts": "2.0"},
    {
        **_INTERACTION,
        **_ELSEWHERE,
        "type": "interactive_message",
        "callback_id": "c",
        "actions": [{"name": "n", "type": "button", "value": "v"}],
        "message_ts": "1.0",
        "attachment_id": "1",
        "original_message": {"text": "x"},
    },
    {
        **_INTERACTION,
        **_ELSEWHERE,
        "type": "interactive_message",
        "callback_id": "c",
        "actions": [{"name": "n", "type": "select", "selected_options": [{"value": "v"}]}],
    },
    {**_INTERACTION, **_ELSEWHERE, "type": "dialog_submission", "callback_id": "c", "submission": {"a": "b"}},
    {**_INTERACTION, **_ELSEWHERE, "type": "dialog_cancellation", "callback_id": "c"},
    {**_INTERACTION, **_ELSEWHERE, "type": "dialog_suggestion", "callback_id": "c", "name": "n", "value": "v"},
    {**_INTERACTION, "type": "block_suggestion", "action_id": "a", "block_id": "b", "value": "v", "container": {}},
    {**_INTERACTION, "type": "view_submission", "view": {**_VIEW, "callback_id": ""}, "response_urls": []},
    {**_INTERACTION, "type": "view_submission", "view": {**_VIEW, "callback_id": "another"}, "response_urls": []},
    {**_INTERACTION, "type": "view_closed", "view": {**_VIEW, "callback_id": "form:settings"}, "is_cleared": False},
    {**_INTERACTION, "type": "workflow_step_edit", "callback_id": "c", "workflow_step": {"workflow_id": "W1"}},
    {**acted(ELEMENTS[0]), "container": {"type": "view", "view_id": "V1"}, "message": None, "channel": None},
    {**acted(ELEMENTS[0]), "enterprise": {"id": "E1", "name": "e"}, "is_enterprise_install": True, "team": None},
]

COMMAND: Final = {
    "token": "t",
    "team_id": "T1",
    "team_domain": "town",
    "enterprise_id": "E1",
    "enterprise_name": "e",
    "channel_id": "C1",
    "channel_name": "c",
    "user_id": "U1",
    "user_name": "ken",
    "command": "/kotsu",
    "text": "",
    "api_app_id": "A1",
    "is_enterprise_install": "false",
    "response_url": "https://hooks.example/commands/1",
    "trigger_id": "1.1.a",
}
