"""views.*: modals, one over another, and the home."""

from sandbox.slack.args import text_of
from sandbox.slack.chat import SlackChat, View, with_ids
from sandbox.slack.checks import checked_view
from sandbox.slack.errors import SlackRefusedError
from sandbox.slack.platform import Slack
from sandbox.wire import Json

_DEEPEST = 3


async def open_view(slack: Slack, args: Json) -> Json:
    body = checked_view(args.get("view"), surface="modal")
    chat = slack.chats[slack.triggers.spend(str(args.get("trigger_id")))]
    chat.views = []
    return {"view": as_slack(slack, stack(slack, chat, body))}


async def push(slack: Slack, args: Json) -> Json:
    body = checked_view(args.get("view"), surface="modal")
    chat = slack.chats[slack.triggers.spend(str(args.get("trigger_id")))]
    return {"view": as_slack(slack, stack(slack, chat, body))}


async def update(slack: Slack, args: Json) -> Json:
    body = checked_view(args.get("view"), surface="modal")
    _, view = slack.view(str(args.get("view_id") or args.get("external_id")))
    if args.get("hash") and args["hash"] != view.hash:
        raise SlackRefusedError("hash_conflict")
    revise(slack, view, body)
    return {"view": as_slack(slack, view)}


async def publish(slack: Slack, args: Json) -> Json:
    body = {**checked_view(args.get("view"), surface="home")}
    user_id = text_of(args, "user_id")
    if user_id not in slack.chats:
        raise SlackRefusedError("user_not_found")
    chat = slack.chats[user_id]
    if chat.home is not None and args.get("hash") and args["hash"] != chat.home.hash:
        raise SlackRefusedError("hash_conflict")
    if chat.home is None:
        chat.home = View(user_id, {})
    revise(slack, chat.home, body)
    return {"view": as_slack(slack, chat.home)}


def stack(slack: Slack, chat: SlackChat, body: Json) -> View:
    """Lays the modal over those already open; raises SlackRefusedError when there are three."""
    if len(chat.views) >= _DEEPEST:
        raise SlackRefusedError("push_limit_reached")
    view = View(chat.user.id, {**body, "blocks": with_ids(body["blocks"]) or []})
    chat.views.append(view)
    slack.changed()
    return view


def revise(slack: Slack, view: View, body: Json) -> None:
    view.revise({**body, "blocks": with_ids(body["blocks"]) or []})
    slack.changed()


def as_slack(slack: Slack, view: View, values: Json | None = None) -> Json:
    """The view object of Slack's API; `values` are what its inputs hold."""
    chat = slack.chats[view.user_id]
    place = chat.views.index(view) if view in chat.views else 0
    return {
        "private_metadata": "",
        "callback_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        "external_id": "",
        **view.body,
        "id": view.id,
        "team_id": slack.team.id,
        "app_id": slack.bot.app_id,
        "bot_id": slack.bot.bot_id,
        "app_installed_team_id": slack.team.id,
        "hash": view.hash,
        "state": {"values": values or {}},
        "root_view_id": chat.views[0].id if view in chat.views else view.id,
        "previous_view_id": chat.views[place - 1].id if place else None,
    }
