"""The doors a person in Slack comes through: say, press, command, submit and the rest."""

from base64 import b64decode
from collections.abc import Awaitable, Callable
from html import escape
from mimetypes import guess_type

from sandbox.postman import Delivery
from sandbox.slack import payloads
from sandbox.slack.chat import Room, SlackChat, SlackMessage, elements_of
from sandbox.slack.errors import SlackRefusedError
from sandbox.slack.once import ResponseUrl
from sandbox.slack.platform import Slack
from sandbox.slack.replies import answer_with
from sandbox.slack.submission import obey
from sandbox.wire import Json

Door = Callable[[Slack, SlackChat, Json], Awaitable[list[Delivery]]]


async def say(slack: Slack, chat: SlackChat, wish: Json) -> list[Delivery]:
    """In the direct message; or in a `channel`, and there under the message `thread_ts`."""
    room = _room(slack, chat, wish)
    author, thread = ("" if room is chat else chat.user.id), str(wish.get("thread_ts") or "")
    at = slack.now().isoformat(timespec="seconds")
    text = escape(str(wish["text"]), quote=False)
    said = SlackMessage(ts=slack.stamp(), sender="user", at=at, text=text, author=author, thread=thread)
    message = slack.show(room, said)
    return await slack.outlet.event(payloads.event(slack, payloads.said(slack, room, message)))


async def upload(slack: Slack, chat: SlackChat, wish: Json) -> list[Delivery]:
    """Drop a file (`content` in base64, or the `id` of one that is there) into the direct message, with `text` beside
    it; its event may tell another `size` than the file has.
    """
    text = escape(str(wish.get("text", "")), quote=False)
    file = slack.files.uploads.get(str(wish.get("id", "")))
    if file is None:
        content = b64decode(str(wish["content"]))
        kind = guess_type(str(wish["name"]))[0] or "application/octet-stream"
        file = slack.files.share(str(wish["name"]), content, kind)
    at = slack.now().isoformat(timespec="seconds")
    shown = "\n".join(filter(None, [text, f"📎 {file.name}"]))
    message = slack.show(chat, SlackMessage(ts=slack.stamp(), sender="user", at=at, text=shown))
    told = {**file.as_json(slack.origin), **({"size": wish["size"]} if "size" in wish else {})}
    said = {**payloads.said(slack, chat, message), "text": text, "subtype": "file_share", "files": [told]}
    return await slack.outlet.event(payloads.event(slack, said))


async def home(slack: Slack, chat: SlackChat, _wish: Json) -> list[Delivery]:
    return await slack.outlet.event(payloads.event(slack, payloads.home_opened(slack, chat)))


async def event(slack: Slack, _chat: SlackChat, wish: Json) -> list[Delivery]:
    """Any inner event at all, in a valid envelope."""
    return await slack.outlet.event({**payloads.event(slack, dict(wish["event"])), **wish.get("envelope", {})})


async def command(slack: Slack, chat: SlackChat, wish: Json) -> list[Delivery]:
    """What the bot answers at once is shown as Slack shows it: to this person alone, unless it says otherwise."""
    name = str(wish["command"])
    deliveries = await slack.outlet.command(payloads.command(slack, chat, name, str(wish.get("text", ""))))
    for delivery in deliveries:
        _show_answer(slack, chat, name, delivery)
    return deliveries


async def press(slack: Slack, chat: SlackChat, wish: Json) -> list[Delivery]:
    """On a message (`ts`), or on a modal or the home (`view_id`); `state` is what stands in the inputs beside it."""
    if view_id := wish.get("view_id"):
        _, view = slack.view(str(view_id))
        element, given = _element(view.body["blocks"], wish)
        _fill_in(view.values, wish, given)
        action = payloads.action(slack, wish["block_id"], element, given)
        return await slack.outlet.interaction(payloads.pressed_on_view(slack, chat, view, action))
    room = _room(slack, chat, wish)
    message = room.message(str(wish["ts"]))
    if message is None:
        raise SlackRefusedError("message_not_found")
    element, given = _element(message.blocks or [], wish)
    _fill_in(message.inputs, wish, given)
    action = payloads.action(slack, wish["block_id"], element, given)
    return await slack.outlet.interaction(payloads.pressed_on_message(slack, chat, room, message, action))


async def submit(slack: Slack, chat: SlackChat, wish: Json) -> list[Delivery]:
    """The bot's `response_action` is obeyed; errors leave the view open and are in the delivery's body."""
    _, view = slack.view(str(wish["view_id"]))
    for block_id, given in dict(wish.get("values") or {}).items():
        view.values.setdefault(block_id, {}).update(given)
    deliveries = await slack.outlet.interaction(payloads.submitted(slack, chat, view))
    for delivery in deliveries:
        if delivery.status == 200:
            obey(slack, chat, view, delivery.body)
    return deliveries


async def close(slack: Slack, chat: SlackChat, wish: Json) -> list[Delivery]:
    _, view = slack.view(str(wish["view_id"]))
    payload = payloads.closed(slack, chat, view)
    chat.views = [one for one in chat.views if one is not view]
    slack.changed()
    return await slack.outlet.interaction(payload) if view.body.get("notify_on_close") else []


def _room(slack: Slack, chat: SlackChat, wish: Json) -> Room:
    """The channel that is named, else the person's direct message."""
    return slack.channels.get(str(wish.get("channel", "")), chat)


def _fill_in(inputs: dict[str, Json], wish: Json, given: object) -> None:
    """What stands in the other inputs at the time of the press (`state`), and what was pressed or picked."""
    for block_id, values in dict(wish.get("state") or {}).items():
        inputs.setdefault(block_id, {}).update(values)
    inputs.setdefault(wish["block_id"], {})[wish["action_id"]] = given


def _element(blocks: list[Json], wish: Json) -> tuple[Json, object]:
    """The element pressed and what the person gave it; raises KeyError when there is none such."""
    for block in blocks:
        for element in elements_of(block):
            if (block.get("block_id"), element["action_id"]) == (wish["block_id"], wish["action_id"]):
                return element, wish.get("selected", wish.get("value"))
    raise KeyError("no such element")


def _show_answer(slack: Slack, chat: SlackChat, name: str, delivery: Delivery) -> None:
    if delivery.status != 200:
        sorry = (
            f"{name} failed with the error “{'operation_timeout' if delivery.status is None else 'dispatch_failed'}”"
        )
        answer: Json = {"text": sorry}
    elif isinstance(delivery.body, dict):
        answer = delivery.body
    else:
        answer = {"text": str(delivery.body)}
    if answer.get("text") or answer.get("blocks"):
        answer_with(slack, ResponseUrl(chat.user.id, None, slack.now()), answer)


DOORS: dict[str, Door] = {
    "say": say,
    "upload": upload,
    "home": home,
    "event": event,
    "command": command,
    "press": press,
    "submit": submit,
    "close": close,
}
