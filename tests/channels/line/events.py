"""Webhook events as LINE writes them: one of every kind its documentation knows (2026-08), in our own words."""

from typing import Any, Final

HANA: Final = "U" + "0123456789abcdef" * 2
AT: Final = 1_788_738_000_000
"""08:40 on Monday 7 September 2026 in Tokyo, in milliseconds."""


def event(kind: str, number: int = 1, **more: Any) -> dict[str, Any]:
    """An event of Hana's with its whole envelope; `more` replaces parts of it, None leaves a part out."""
    whole = {
        "type": kind,
        "mode": "active",
        "timestamp": AT,
        "source": {"type": "user", "userId": HANA},
        "webhookEventId": f"01HZZZZZZZZZZZZZZZZZZZ{number:04d}",
        "deliveryContext": {"isRedelivery": False},
        "replyToken": f"{number:032x}".replace("0", "a"),
        **more,
    }
    return {name: part for name, part in whole.items() if part is not None}


def message(kind: str, **content: Any) -> dict[str, Any]:
    return event("message", message={"id": "468789577898262530", "type": kind, **content})


def said(text: str, number: int = 1, **more: Any) -> dict[str, Any]:
    content = {"id": "468789577898262530", "type": "text", "text": text, "quoteToken": "q3Plxr4AgKd"}
    return event("message", number, message=content, **more)


_LINE_MADE: Final = {"type": "line"}
_GROUP: Final = {"type": "group", "groupId": "C" + "4" * 32, "userId": HANA}
_MEMBERS: Final = {"members": [{"type": "user", "userId": HANA}]}

EVERY_KIND: Final[dict[str, dict[str, Any]]] = {
    "text": said("今日"),
    "text with emoji and mention": message(
        "text",
        text="@コツコツ $ はい",
        emojis=[{"index": 6, "length": 1, "productId": "5ac1bfd5040ab15980c9b435", "emojiId": "001"}],
        mention={"mentionees": [{"index": 0, "length": 5, "type": "user", "userId": HANA, "isSelf": True}]},
    ),
    "image": message(
        "image", contentProvider=_LINE_MADE, imageSet={"id": "E005D41A7288F41B65", "index": 1, "total": 2}
    ),
    "video": message(
        "video", duration=60000, contentProvider={"type": "external", "originalContentUrl": "https://a.example"}
    ),
    "audio": message("audio", duration=60000, contentProvider=_LINE_MADE),
    "file": message("file", fileName="起案.docx", fileSize=2138),
    "location": message("location", title="役場", address="1-3", latitude=35.6, longitude=139.7),
    "sticker": message(
        "sticker", packageId="446", stickerId="1988", stickerResourceType="ANIMATION", keywords=["cony"]
    ),
    "unsend": event("unsend", unsend={"messageId": "325708"}, replyToken=None),
    "messageEdited": event("messageEdited", message={"id": "1", "type": "text", "text": "直した"}, source=_GROUP),
    "follow": event("follow", follow={"isUnblocked": False}),
    "follow again": event("follow", follow={"isUnblocked": True}),
    "unfollow": event("unfollow", replyToken=None),
    "join": event("join", source=_GROUP),
    "leave": event("leave", source=_GROUP, replyToken=None),
    "memberJoined": event("memberJoined", source=_GROUP, joined=_MEMBERS),
    "memberLeft": event("memberLeft", source=_GROUP, left=_MEMBERS, replyToken=None),
    "room": said("みなさん", source={"type": "room", "roomId": "R" + "5" * 32, "userId": HANA}),
    "postback": event("postback", postback={"data": "today"}),
    "postback with a date": event("postback", postback={"data": "time|08:40", "params": {"time": "08:40"}}),
    "postback of a rich menu": event(
        "postback",
        postback={"data": "help", "params": {"newRichMenuAliasId": "menu-b", "status": "SUCCESS"}},
    ),
    "videoPlayComplete": event("videoPlayComplete", videoPlayComplete={"trackingId": "track-id"}),
    "beacon": event("beacon", beacon={"hwid": "d41d8cd98f", "type": "enter", "dm": "1234567890abcdef"}),
    "accountLink": event("accountLink", link={"result": "ok", "nonce": "AbcdefghijklmNopqrstuvwxyz"}),
    "membership": event("membership", membership={"type": "joined", "membershipId": 3189}),
    "delivery": event("delivery", delivery={"data": "15034552939884E28681A7D668CEA94C"}, replyToken=None),
    "module": event("module", module={"type": "attached", "botId": "U" + "6" * 32, "scopes": ["message:send"]}),
    "activated": event("activated", chatControl={"expireAt": AT + 60_000}),
    "deactivated": event("deactivated"),
    "botSuspended": event("botSuspended", source=None),
    "botResumed": event("botResumed", source=None),
    # a kind of tomorrow
    "telepathy": event("telepathy", thought={"loud": True}),
}

BROKEN: Final[list[Any]] = [
    None,
    7,
    "event",
    [],
    {},
    {"type": "message"},
    event("message", message=None),
    event("message", message="今日"),
    event("message", message={"type": 3}),
    event("message", message={"type": "text", "text": 5}, source=None),
    event("unsend", unsend={}),
    said("x", source={"type": "user"}),
    said("x", source={"type": "user", "userId": 12}),
    said("x", source={"type": "user", "userId": "U\0"}),
    said("x", source={"type": "user", "userId": ""}),
    said("x", source="Hana"),
    said("x", timestamp=None),
    said("x", timestamp="now"),
    said("x", timestamp=10**40),
    said("x", webhookEventId=None),
    said("x", webhookEventId=["01"]),
]
