"""Response URLs: the bot answers a button or a command without asking for the channel."""

from sandbox.slack.args import flag, read
from sandbox.slack.chat import SlackMessage
from sandbox.slack.errors import SlackRefusedError
from sandbox.slack.messages import compose, rewrite
from sandbox.slack.once import ResponseUrl
from sandbox.slack.platform import Slack
from sandbox.wire import Answer, Call, Json


async def respond(slack: Slack, call: Call) -> Answer:
    """Five uses in half an hour; answers the plain word `ok`."""
    url = slack.response_urls.get(call.params["name"])
    if url is None:
        return Answer(404, {"ok": False, "error": "invalid_url"})
    try:
        url.use(slack.now())
    except SlackRefusedError as refused:
        return Answer(404, refused.answer.body)
    try:
        answer_with(slack, url, read(call))
    except SlackRefusedError as refused:
        return Answer(400, refused.answer.body)
    return Answer(200, "ok")


def answer_with(slack: Slack, url: ResponseUrl, args: Json) -> None:
    """Replaces or deletes the message acted on, or says something new; raises SlackRefusedError."""
    chat = slack.room_of(url.room)
    target = chat.message(url.ts) if url.ts else None
    if flag(args, "delete_original") and target is not None:
        chat.drop(target.ts)
    elif flag(args, "replace_original") and target is not None:
        _replace(target, args)
        chat.edits += 1
    else:
        message = compose(slack, args)
        message.ephemeral = args.get("response_type") != "in_channel"
        slack.show(chat, message)
    slack.changed()


def _replace(target: SlackMessage, args: Json) -> None:
    """Unlike chat.update, a response without blocks leaves none behind."""
    rewrite(target, {**args, "blocks": args.get("blocks") or []})
