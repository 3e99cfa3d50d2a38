"""files.*, blocks.validate and apps.connections.open: the calls that stand beside messages."""

from sandbox.slack.args import text_of
from sandbox.slack.chat import SlackMessage
from sandbox.slack.checks import checked_blocks
from sandbox.slack.errors import SlackRefusedError
from sandbox.slack.files import Upload
from sandbox.slack.messages import compose
from sandbox.slack.platform import Slack
from sandbox.wire import Answer, Call, Json

_SIGN_IN = b"<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to your workspace</body></html>"


async def upload_url(slack: Slack, args: Json) -> Json:
    upload = slack.files.expect(text_of(args, "filename"), int(text_of(args, "length")))
    return {"upload_url": f"{slack.origin}/slack/upload/{upload.id}", "file_id": upload.id}


async def receive(slack: Slack, call: Call) -> Answer:
    """The bytes themselves; answers as Slack's file host does, in plain words."""
    upload = slack.files.uploads.get(call.params["file_id"])
    if upload is None:
        return Answer(404, "not found")
    if len(call.raw) != upload.length:
        return Answer(400, "length mismatch")
    upload.content = call.raw
    return Answer(200, f"OK - {upload.length}")


async def download(slack: Slack, call: Call) -> Answer:
    """What `url_private` gives: the file to who shows the bot's token, and to all others the page where people sign
    in, with status 200 as Slack has it. A file that was deleted is 404.
    """
    if slack.faults.on("slack", "no_files"):
        return Answer(403, "forbidden")
    upload = slack.files.uploads.get(call.params["file_id"])
    if call.bearer != slack.settings.slack_bot_token:
        return Answer(200, blob=_SIGN_IN, headers={"content-type": "text/html; charset=utf-8"})
    if upload is None or upload.content is None:
        return Answer(404, "not found")
    return Answer(200, blob=upload.content, headers={"content-type": upload.kind})


async def complete_upload(slack: Slack, args: Json) -> Json:
    """Shares the files as one message when a channel is named."""
    uploads = [_titled(slack, one) for one in args.get("files") or []]
    if not uploads:
        raise SlackRefusedError("invalid_arguments", ["missing required field: files"])
    files = [upload.as_json(slack.origin) for upload in uploads]
    if channel := args.get("channel_id") or args.get("channels"):
        text = str(args.get("initial_comment") or "")
        message = _about(slack, text, [upload.title or upload.name for upload in uploads])
        slack.show(slack.chat_of(str(channel)), message)
    return {"files": files}


async def validate_blocks(_slack: Slack, args: Json) -> Json:
    checked_blocks(args.get("blocks") or [])
    return {}


async def open_connection(slack: Slack, _args: Json) -> Json:
    host = slack.origin.removeprefix("http://").rsplit(":", 1)[0]
    return {"url": await slack.outlet.sockets.ticket(host)}


def _titled(slack: Slack, wish: Json) -> Upload:
    upload = slack.files.uploads.get(str(wish.get("id")))
    if upload is None or upload.content is None:
        raise SlackRefusedError("file_not_found")
    upload.title = str(wish.get("title") or "")
    upload.completed_at = upload.completed_at or slack.now()
    return upload


def _about(slack: Slack, text: str, names: list[str]) -> SlackMessage:
    return compose(slack, {"text": "\n".join(filter(None, [text, *(f"📎 {name}" for name in names)]))})
