"""Slack's Web API: which method does what, and how every call is let in."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.gate import Gate, Manners
from sandbox.slack import messages, people, replies, uploads, views
from sandbox.slack.args import read
from sandbox.slack.errors import BROKEN, FATAL, SlackRefusedError, ratelimited
from sandbox.slack.platform import Slack
from sandbox.wire import Answer, Call, Json

Method = Callable[[Slack, Json], Awaitable[Json]]


async def _nothing(_slack: Slack, args: Json) -> Json:
    return {"args": {name: value for name, value in args.items() if name != "token"}}


_METHODS: dict[str, Method] = {
    "api.test": _nothing,
    "apps.connections.open": uploads.open_connection,
    "auth.test": people.auth_test,
    "blocks.validate": uploads.validate_blocks,
    "bots.info": people.bot,
    "chat.delete": messages.delete,
    "chat.postEphemeral": messages.post_ephemeral,
    "chat.postMessage": messages.post_message,
    "chat.update": messages.update,
    "conversations.history": messages.history,
    "conversations.info": messages.conversation,
    "conversations.replies": messages.replies,
    "conversations.open": messages.open_conversation,
    "files.completeUploadExternal": uploads.complete_upload,
    "files.getUploadURLExternal": uploads.upload_url,
    "team.info": people.team,
    "users.info": people.user,
    "users.list": people.users,
    "users.lookupByEmail": people.user_by_email,
    "views.open": views.open_view,
    "views.publish": views.publish,
    "views.push": views.push,
    "views.update": views.update,
}
_OPEN_TO_ALL = frozenset({"api.test", "blocks.validate"})
_FOR_APP_TOKENS = frozenset({"apps.connections.open"})


def _shown(call: Call) -> Any:
    try:
        return read(call)
    except SlackRefusedError:
        return {"bytes": len(call.raw)}


_MANNERS = Manners(
    platform="slack", id_header="x-slack-req-id", busy=ratelimited(), broken=BROKEN, fatal=FATAL, shown=_shown
)
_FILES = replace(_MANNERS, shown=lambda call: {"file": call.params["file_id"], "bytes": len(call.raw)})


def routes(slack: Slack, gate: Gate) -> list[Route]:
    async def web_api(request: Request) -> Response:
        return await gate.pass_through(request, _MANNERS, partial(_called, slack))

    async def response_url(request: Request) -> Response:
        return await gate.pass_through(request, _MANNERS, partial(replies.respond, slack))

    async def upload(request: Request) -> Response:
        return await gate.pass_through(request, _FILES, partial(uploads.receive, slack))

    async def download(request: Request) -> Response:
        return await gate.pass_through(request, _FILES, partial(uploads.download, slack))

    async def file(request: Request) -> Response:  # asked for by the page that draws the chats, not by the bot
        content = slack.files.content(request.path_params["file_id"])
        return Response(content, 200 if content else 404, media_type="image/png")

    return [
        Route("/slack/files-pri/{file_id}", download, methods=["GET"]),
        Route("/slack/files/{file_id}", file, methods=["GET"]),
        Route("/slack/upload/{file_id}", upload, methods=["POST"]),
        Route("/api/{method}", web_api, methods=["GET", "POST"]),
        Route("/slack/response/{name}", response_url, methods=["POST"]),
    ]


async def _called(slack: Slack, call: Call) -> Answer:
    slack.origin = call.origin
    name = call.params["method"]
    try:
        args = read(call)
        _let_in(slack, name, call.bearer or str(args.get("token", "")))
        if slack.faults.on("slack", "tiers") and (wait := slack.tiers.wait(name, str(args.get("channel", "")))):
            return ratelimited(wait)
        return Answer(
            200,
            {"ok": True, **await _METHODS[name](slack, args)},
            {"x-oauth-scopes": ",".join(slack.settings.slack_scopes)},
        )
    except SlackRefusedError as refused:
        return refused.answer
    except ValueError:  # a number or a moment that is none
        return SlackRefusedError("invalid_arguments").answer


def _let_in(slack: Slack, name: str, token: str) -> None:
    if name not in _METHODS:
        raise SlackRefusedError("unknown_method")
    if name in _OPEN_TO_ALL:
        return
    if not token:
        raise SlackRefusedError("not_authed")
    is_app = name in _FOR_APP_TOKENS
    if token != (slack.settings.slack_app_token if is_app else slack.settings.slack_bot_token):
        known = token in (slack.settings.slack_app_token, slack.settings.slack_bot_token)
        raise SlackRefusedError("not_allowed_token_type" if known else "invalid_auth")
