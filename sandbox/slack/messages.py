"""chat.* and conversations.*: what the bot posts, changes, takes back and reads again."""

from typing import Any

from sandbox.slack.args import flag, text_of
from sandbox.slack.chat import Room, SlackMessage, with_ids
from sandbox.slack.checks import checked_blocks, checked_metadata
from sandbox.slack.errors import SlackRefusedError
from sandbox.slack.platform import Slack
from sandbox.wire import Json

_LONGEST_TEXT = 40_000
_PAGE = 100
_LONGEST_PAGE = 999


async def post_message(slack: Slack, args: Json) -> Json:
    """With `thread_ts` it stands under that message, which must be there."""
    chat = slack.room_of(text_of(args, "channel"))
    message = compose(slack, args)
    if thread := str(args.get("thread_ts") or ""):
        if chat.message(thread) is None:
            raise SlackRefusedError("thread_not_found")
        message.thread = thread
    slack.show(chat, message)
    return {"channel": chat.channel, "ts": message.ts, "message": as_slack(slack, chat, message, metadata=True)}


async def post_ephemeral(slack: Slack, args: Json) -> Json:
    chat = slack.chat_of(text_of(args, "channel"))
    if text_of(args, "user") != chat.user.id:
        raise SlackRefusedError("user_not_in_channel")
    message = compose(slack, args)
    message.ephemeral = True
    slack.show(chat, message)
    return {"message_ts": message.ts}


async def update(slack: Slack, args: Json) -> Json:
    chat, message = _own(slack, args, "cant_update_message")
    checked_blocks(args.get("blocks"))
    _checked_files(slack, args.get("blocks"))
    rewrite(message, args)
    chat.edits += 1
    slack.changed()
    body = as_slack(slack, chat, message, metadata=True)
    return {"channel": chat.channel, "ts": message.ts, "text": message.text, "message": body}


async def delete(slack: Slack, args: Json) -> Json:
    chat, message = _own(slack, args, "cant_delete_message")
    chat.drop(message.ts)
    slack.changed()
    return {"channel": chat.channel, "ts": message.ts}


async def open_conversation(slack: Slack, args: Json) -> Json:
    people = args.get("users") or args.get("channel") or ""
    ids = people if isinstance(people, list) else str(people).split(",")
    if len(ids) != 1 or not any(ids[0] in (chat.user.id, chat.channel) for chat in slack.chats.values()):
        raise SlackRefusedError("user_not_found")
    chat = slack.chat_of(ids[0])
    channel: Json = {"id": chat.channel}
    if flag(args, "return_im"):
        channel |= {"is_im": True, "user": chat.user.id, "is_open": True}
    return {"no_op": True, "already_open": True, "channel": channel}


async def conversation(slack: Slack, args: Json) -> Json:
    chat = slack.chat_of(text_of(args, "channel"))
    return {"channel": {"id": chat.channel, "is_im": True, "user": chat.user.id, "is_org_shared": False}}


async def history(slack: Slack, args: Json) -> Json:
    """Newest first, as Slack gives it; `oldest` and `latest` are exclusive unless `inclusive`. Without what stands in
    threads.
    """
    chat = slack.room_of(text_of(args, "channel"))
    return _paged(slack, chat, args, [one for one in reversed(chat.messages) if not one.thread])


async def replies(slack: Slack, args: Json) -> Json:
    """A thread, its first message included, the oldest first."""
    chat, top = slack.room_of(text_of(args, "channel")), text_of(args, "ts")
    if chat.message(top) is None:
        raise SlackRefusedError("thread_not_found")
    return _paged(slack, chat, args, [one for one in chat.messages if top in (one.ts, one.thread)])


def _paged(slack: Slack, chat: Room, args: Json, messages: list[SlackMessage]) -> Json:
    limit = min(int(args.get("limit") or _PAGE), _LONGEST_PAGE)
    latest = str(args.get("cursor") or args.get("latest") or "")
    found = [one for one in messages if not one.ephemeral and _within(one.ts, latest, args)]
    page, more = found[:limit], len(found) > limit
    metadata = flag(args, "include_all_metadata")
    return {
        "messages": [as_slack(slack, chat, one, metadata=metadata) for one in page],
        "has_more": more,
        "pin_count": 0,
        "response_metadata": {"next_cursor": page[-1].ts if more else ""},
    }


def compose(slack: Slack, args: Json) -> SlackMessage:
    """A bot's message, every limit kept; raises SlackRefusedError."""
    text, blocks = str(args.get("text") or ""), args.get("blocks")
    checked_blocks(blocks)
    _checked_files(slack, blocks)
    if not text and not blocks and not args.get("attachments"):
        raise SlackRefusedError("no_text")
    if len(text) > _LONGEST_TEXT:
        raise SlackRefusedError("msg_too_long")
    at = slack.now().isoformat(timespec="seconds")
    metadata = checked_metadata(args.get("metadata"))
    return SlackMessage(ts=slack.stamp(), sender="bot", at=at, text=text, blocks=with_ids(blocks), metadata=metadata)


def rewrite(message: SlackMessage, args: Json) -> None:
    """What is not given stays: text, blocks and metadata each; raises SlackRefusedError."""
    blocks = args.get("blocks")
    checked_blocks(blocks)
    if not args.get("text") and blocks is None:
        raise SlackRefusedError("no_text")
    if args.get("text"):
        message.text = str(args["text"])
    if blocks is not None:
        message.blocks, message.inputs = with_ids(blocks), {}
    if args.get("metadata") is not None:
        message.metadata = checked_metadata(args["metadata"]) or None
    message.edited = True


def as_slack(slack: Slack, chat: Room, message: SlackMessage, *, metadata: bool) -> Json:
    """The message object of Slack's API."""
    body: dict[str, Any] = {"type": "message", "ts": message.ts, "text": message.text, "team": slack.team.id}
    if message.sender == "bot":
        body |= {"user": slack.bot.user_id, "bot_id": slack.bot.bot_id, "app_id": slack.bot.app_id}
    else:
        body["user"] = message.author or chat.owner
    if message.thread:
        body["thread_ts"] = message.thread
    if message.blocks:
        body["blocks"] = message.blocks
    if message.edited:
        body["edited"] = {"user": slack.bot.user_id, "ts": message.ts}
    if metadata and message.metadata:
        body["metadata"] = message.metadata
    return body


def _checked_files(slack: Slack, blocks: Any) -> None:
    """Every file that a picture names is there; raises SlackRefusedError."""
    for place, block in enumerate(blocks or []):
        file = block.get("slack_file") if block.get("type") == "image" else None
        if file and not slack.files.shows(file.get("id"), slack.now()):
            raise SlackRefusedError("invalid_blocks", [f"invalid slack file [json-pointer:/blocks/{place}/slack_file]"])


def _own(slack: Slack, args: Json, refusal: str) -> tuple[Room, SlackMessage]:
    chat = slack.room_of(text_of(args, "channel"))
    message = chat.message(text_of(args, "ts"))
    if message is None or message.ephemeral:
        raise SlackRefusedError("message_not_found")
    if message.sender != "bot":
        raise SlackRefusedError(refusal)
    return chat, message


def _within(ts: str, latest: str, args: Json) -> bool:
    at, inclusive = float(ts), flag(args, "inclusive")
    newest, oldest = float(latest or "inf"), float(args.get("oldest") or 0)
    return oldest < at < newest or (inclusive and at in (oldest, newest))
