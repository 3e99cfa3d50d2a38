"""auth.*, users.*, bots.* and team.*: who is who in the workspace."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sandbox.slack.args import text_of
from sandbox.slack.chat import SlackUser
from sandbox.slack.errors import SlackRefusedError
from sandbox.slack.platform import Slack
from sandbox.wire import Json


async def auth_test(slack: Slack, _args: Json) -> Json:
    return {
        "url": f"{slack.origin}/",
        "team": slack.team.name,
        "user": slack.bot.name,
        "team_id": slack.team.id,
        "user_id": slack.bot.user_id,
        "bot_id": slack.bot.bot_id,
        "is_enterprise_install": False,
    }


async def user(slack: Slack, args: Json) -> Json:
    wanted = text_of(args, "user")
    if wanted == slack.bot.user_id:
        return {"user": _described(slack, SlackUser(wanted, slack.bot.name), is_bot=True)}
    if wanted not in slack.chats:
        raise SlackRefusedError("user_not_found")
    return {"user": _described(slack, slack.chats[wanted].user)}


async def user_by_email(slack: Slack, args: Json) -> Json:
    email = text_of(args, "email").lower()
    for chat in slack.chats.values():
        if (chat.user.email or "").lower() == email:
            return {"user": _described(slack, chat.user)}
    raise SlackRefusedError("users_not_found")


async def users(slack: Slack, _args: Json) -> Json:
    members = [_described(slack, chat.user) for chat in slack.chats.values()]
    return {"members": members, "response_metadata": {"next_cursor": ""}}


async def bot(slack: Slack, _args: Json) -> Json:
    bot = slack.bot
    return {"bot": {"id": bot.bot_id, "app_id": bot.app_id, "user_id": bot.user_id, "name": bot.name, "deleted": False}}


async def team(slack: Slack, _args: Json) -> Json:
    return {"team": {"id": slack.team.id, "name": slack.team.name, "domain": slack.team.domain}}


def _described(slack: Slack, user: SlackUser, *, is_bot: bool = False) -> Json:
    profile = {"real_name": user.name, "display_name": user.name}
    return {
        "id": user.id,
        "team_id": slack.team.id,
        "name": user.name,
        "real_name": user.name,
        "deleted": False,
        "is_bot": is_bot,
        "is_app_user": False,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": _offset(slack, user.tz),
        "locale": "ja-JP",
        "profile": {**profile, "email": user.email} if user.email else profile,
    }


def _offset(slack: Slack, zone: str) -> int:
    try:
        offset = datetime.now(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        offset = slack.now().utcoffset()
    return int(offset.total_seconds()) if offset else 0
