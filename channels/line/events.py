"""Reads one webhook event, by ourselves: nothing a platform may add tomorrow makes us lose today's deed."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from messages.actions import Unreadable, unpack
from messages.incoming import ChannelName, Deed, Followed, Incoming, Left, Pressed, Said, Sent, Stale, Unsent

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_DUMMY_TOKENS: Final = ("0" * 32, "f" * 32)  # the console's Verify button (line-bot-sdk-python#287)
_LONGEST_WORD: Final = 256


class Skipped(Exception):
    """This event is not for us; the argument says why."""


def read(event: Any, destination: Any) -> Incoming:  # raw JSON
    """The deed of one event; raises Skipped for what is no deed of one person towards us."""
    if not isinstance(event, dict):
        raise Skipped("no object")
    if event.get("mode") == "standby":
        raise Skipped("standby")
    if event.get("replyToken") in _DUMMY_TOKENS:
        raise Skipped("verification")
    return Incoming(
        id=_word(event.get("webhookEventId")) or _missing("webhookEventId"),
        channel=ChannelName.LINE,
        account=_word(destination),
        who=_who(event.get("source")),
        deed=_deed(event),
        at=_moment(event.get("timestamp")),
        reply_to=_word(event.get("replyToken")),
    )


def _who(source: Any) -> str:
    match source:
        case {"type": "user", "userId": str(user)} if _word(user):
            return user
        case {"type": "group" | "room"}:
            raise Skipped("not a chat with one person")
        case _:
            return _missing("userId")


def _deed(event: dict[str, Any]) -> Deed:
    match event:
        case {"type": "message", "message": dict(message)}:
            return _message(message)
        case {"type": "postback"}:
            return _pressed(event.get("postback"))
        case {"type": "follow"}:
            return Followed(again=_is_unblocked(event.get("follow")))
        case {"type": "unfollow"}:
            return Left()
        case {"type": "unsend", "unsend": {"messageId": str(message)}}:
            return Unsent(_clean(message))
        case _:
            raise Skipped("unknown type")


def _message(message: dict[str, Any]) -> Deed:
    match message:
        case {"type": "text", "text": str(text)}:
            return Said(_clean(text), _word(message.get("id")))
        case {"type": str(kind)}:
            return Sent(_clean(kind))
        case _:
            raise Skipped("message without a type")


def _pressed(postback: Any) -> Deed:
    match postback:
        case {"params": {"newRichMenuAliasId": str()}}:
            raise Skipped("looked at another tab of the menu")
        case {"data": str(packed)}:
            try:
                return Pressed(unpack(_clean(packed)))
            except Unreadable:
                return Stale()
        case _:
            return Stale()


def _is_unblocked(follow: Any) -> bool:
    return isinstance(follow, dict) and follow.get("isUnblocked") is True


def _moment(milliseconds: Any) -> datetime:
    if not isinstance(milliseconds, int):
        raise Skipped("no timestamp")
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError as error:
        raise Skipped("no timestamp") from error


def _word(value: Any) -> str:
    """An id or a token: printable ASCII; anything else is none."""
    fits = isinstance(value, str) and value.isascii() and value.isprintable() and len(value) <= _LONGEST_WORD
    return value if fits else ""


def _clean(text: str) -> str:
    """Without what no database and no encoder takes: NUL, and halves of surrogate pairs."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _missing(name: str) -> str:
    raise Skipped(f"no {name}")
