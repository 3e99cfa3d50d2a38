"""The payloads Slack sends: events, block actions, submissions, commands."""

from sandbox import mint
from sandbox.slack.chat import Room, SlackChat, SlackMessage, View
from sandbox.slack.inputs import held_by, values_of
from sandbox.slack.messages import as_slack
from sandbox.slack.platform import Slack
from sandbox.slack.views import as_slack as view_as_slack
from sandbox.wire import Json


def event(slack: Slack, inner: Json) -> Json:
    """The `event_callback` around an event."""
    return {
        "token": "sandbox",
        "team_id": slack.team.id,
        "context_team_id": slack.team.id,
        "context_enterprise_id": None,
        "api_app_id": slack.bot.app_id,
        "event": inner,
        "type": "event_callback",
        "event_id": mint.slack_id("Ev"),
        "event_time": int(slack.now().timestamp()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": slack.team.id,
                "user_id": slack.bot.user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": mint.hexed("4-"),
    }


def said(slack: Slack, room: Room, message: SlackMessage) -> Json:
    """A message of a person as the `message` event."""
    under = {"thread_ts": message.thread} if message.thread else {}
    return {
        "user": message.author or room.owner,
        "type": "message",
        "ts": message.ts,
        "client_msg_id": mint.hexed(),
        "text": message.text,
        "team": slack.team.id,
        "blocks": [_rich(message.text)],
        "channel": room.channel,
        "event_ts": message.ts,
        "channel_type": "im" if room.owner else "channel",
        **under,
    }


def home_opened(slack: Slack, chat: SlackChat) -> Json:
    opened: Json = {
        "type": "app_home_opened",
        "user": chat.user.id,
        "channel": chat.channel,
        "tab": "home",
        "event_ts": slack.stamp(),
    }
    return {**opened, "view": view_as_slack(slack, chat.home)} if chat.home else opened


def command(slack: Slack, chat: SlackChat, name: str, text: str) -> Json:
    return {
        "token": "sandbox",
        "team_id": slack.team.id,
        "team_domain": slack.team.domain,
        "channel_id": chat.channel,
        "channel_name": "directmessage",
        "user_id": chat.user.id,
        "user_name": chat.user.name,
        "command": name,
        "text": text,
        "api_app_id": slack.bot.app_id,
        "is_enterprise_install": "false",
        "response_url": slack.response_url(chat.user.id),
        "trigger_id": slack.triggers.issue(chat.user.id),
    }


def pressed_on_message(slack: Slack, chat: SlackChat, room: Room, message: SlackMessage, action: Json) -> Json:
    return {
        **_interaction(slack, chat, "block_actions"),
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": room.channel,
            "is_ephemeral": message.ephemeral,
        },
        "channel": {"id": room.channel, "name": "directmessage" if room.owner else "channel"},
        "message": as_slack(slack, room, message, metadata=True),
        "state": {"values": values_of(message.blocks or [], message.inputs)},
        "response_url": slack.response_url(room.channel, message.ts),
        "actions": [action],
    }


def pressed_on_view(slack: Slack, chat: SlackChat, view: View, action: Json) -> Json:
    values = values_of(view.body["blocks"], view.values)
    return {
        **_interaction(slack, chat, "block_actions"),
        "container": {"type": "view", "view_id": view.id},
        "view": view_as_slack(slack, view, values),
        "state": {"values": values},
        "actions": [action],
    }


def submitted(slack: Slack, chat: SlackChat, view: View) -> Json:
    values = values_of(view.body["blocks"], view.values)
    return {
        **_interaction(slack, chat, "view_submission"),
        "view": view_as_slack(slack, view, values),
        "response_urls": [],
    }


def closed(slack: Slack, chat: SlackChat, view: View) -> Json:
    payload = _interaction(slack, chat, "view_closed")
    del payload["trigger_id"]
    return {**payload, "view": view_as_slack(slack, view), "is_cleared": False}


def action(slack: Slack, block_id: str, element: Json, given: object) -> Json:
    """One entry of `actions`: the element pressed and what it now holds."""
    kept: Json = {name: element[name] for name in ("text", "value", "style", "placeholder") if name in element}
    held = {"type": "button"} if element["type"] == "button" else held_by(element, given)
    return {"action_id": element["action_id"], "block_id": block_id, **kept, **held, "action_ts": slack.stamp()}


def _interaction(slack: Slack, chat: SlackChat, kind: str) -> Json:
    user = chat.user
    return {
        "type": kind,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": slack.team.id},
        "api_app_id": slack.bot.app_id,
        "token": "sandbox",
        "trigger_id": slack.triggers.issue(user.id),
        "team": {"id": slack.team.id, "domain": slack.team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _rich(text: str) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "block_id": mint.slack_id("b").lower(), "elements": [section]}
