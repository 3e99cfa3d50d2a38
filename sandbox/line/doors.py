"""The doors a person on LINE comes through: say, press, follow, block and the rest."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox import mint
from sandbox.line.platform import Line
from sandbox.postman import Delivery
from sandbox.wire import Json

Door = Callable[[Line, str, Json], Awaitable[list[Delivery]]]


async def follow(line: Line, user_id: str, _wish: Json) -> list[Delivery]:
    line.chats[user_id].blocked = False
    return await line.webhook.send(line.webhook.event("follow", user_id, follow={"isUnblocked": False}))


async def block(line: Line, user_id: str, _wish: Json) -> list[Delivery]:
    line.chats[user_id].blocked = True
    line.changed()
    return await line.webhook.send(line.webhook.event("unfollow", user_id, replyable=False))


async def unblock(line: Line, user_id: str, _wish: Json) -> list[Delivery]:
    line.chats[user_id].blocked = False
    line.changed()
    return await line.webhook.send(line.webhook.event("follow", user_id, follow={"isUnblocked": True}))


async def say(line: Line, user_id: str, wish: Json) -> list[Delivery]:
    return await _message(line, user_id, {"type": "text", "text": str(wish["text"])})


async def sticker(line: Line, user_id: str, wish: Json) -> list[Delivery]:
    content = {
        "type": "sticker",
        "packageId": str(wish.get("package_id", "446")),
        "stickerId": str(wish.get("sticker_id", "1988")),
        "stickerResourceType": "STATIC",
        "keywords": ["hello"],
    }
    return await _message(line, user_id, content)


async def press(line: Line, user_id: str, wish: Json) -> list[Delivery]:
    """A postback; its display text appears in the chat as if the person had said it."""
    if text := wish.get("display_text"):
        line.show(user_id, {"type": "text", "text": str(text)}, sender="user")
    postback: Json = {"data": str(wish["data"])}
    if params := wish.get("params"):
        postback["params"] = params
    return await line.webhook.send(line.webhook.event("postback", user_id, postback=postback))


async def switch(line: Line, user_id: str, wish: Json) -> list[Delivery]:
    """A tap on a rich menu's tab: this person sees the alias's menu from now on, and the bot is told."""
    alias = str(wish["alias"])
    menu = line.menus.aliases.get(alias)
    if menu in line.menus.menus:
        line.chats[user_id].rich_menu = menu
        line.changed()
    status = "SUCCESS" if menu else "RICHMENU_ALIAS_ID_NOTFOUND"
    params = {"newRichMenuAliasId": alias, "status": status}
    postback: Json = {"data": str(wish["data"]), "params": params}
    return await line.webhook.send(line.webhook.event("postback", user_id, postback=postback))


async def unsend(line: Line, user_id: str, wish: Json) -> list[Delivery]:
    message_id = str(wish["message_id"])
    if not line.chats[user_id].unsend(message_id):
        raise KeyError(message_id)
    line.changed()
    event = line.webhook.event("unsend", user_id, replyable=False, unsend={"messageId": message_id})
    return await line.webhook.send(event)


async def redeliver(line: Line, user_id: str, wish: Json) -> list[Delivery]:
    """The person's last event again, or the one named."""
    wanted = wish.get("event_id")
    theirs = [event for event in line.webhook.sent if event.get("source", {}).get("userId") == user_id]
    for event in reversed(theirs):
        if wanted in (None, event["webhookEventId"]):
            return [await line.webhook.redeliver(event)]
    raise KeyError("no such event")


async def raw(line: Line, user_id: str, wish: Json) -> list[Delivery]:
    """Any event at all, laid over a valid envelope."""
    wished: dict[str, Any] = dict(wish["event"])
    envelope = line.webhook.event(wished.get("type", "message"), user_id)
    return await line.webhook.send({**envelope, **wished})


async def _message(line: Line, user_id: str, content: Json) -> list[Delivery]:
    shown = line.show(user_id, content, sender="user")
    message = {**content, "id": shown.id, "quoteToken": mint.hexed(), "markAsReadToken": mint.hexed()}
    return await line.webhook.send(line.webhook.event("message", user_id, message=message))


DOORS: dict[str, Door] = {
    "follow": follow,
    "block": block,
    "unblock": unblock,
    "say": say,
    "sticker": sticker,
    "press": press,
    "switch": switch,
    "unsend": unsend,
    "redeliver": redeliver,
    "raw": raw,
}
