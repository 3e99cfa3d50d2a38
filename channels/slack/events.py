"""Direct messages, remarks in threads and looks at the home, as Slack's Events API tells of them."""

import re
from datetime import datetime
from typing import Any, Final

from channels.slack.raw import dig, items, moment, number, word
from channels.slack.rooms import is_shared
from messages.incoming import Attached, ChannelName, Deed, Incoming, Opened, Remarked, Said, Sent, Unsent

_SPOKEN: Final = frozenset({"", "file_share", "me_message", "thread_broadcast"})
_ROOMS: Final = frozenset({"channel", "group"})
_REFERENCE: Final = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")


def heard(body: Any, *, now: datetime) -> Incoming | None:
    """What a person wrote to us, or in a thread, or took back; None for edits, bots, what stands in a channel under
    nothing, and what names nobody.
    """
    event = dig(body, "event")
    author = dig(event, "previous_message") if _is_taken_back(event) else event
    deed, key = _deed(event), word(body, "event_id")
    account, who = word(body, "team_id"), word(author, "user")
    if deed is None or dig(author, "bot_id") or not (key and account and who):
        return None
    if not _is_for_us(deed, word(event, "channel_type")):
        return None
    return Incoming(
        id=key,
        channel=ChannelName.SLACK,
        account=account,
        who=who,
        deed=deed,
        at=moment(word(event, "event_ts") or word(event, "ts")) or now,
        room=word(event, "channel"),
        shared=is_shared(word(event, "channel")),
    )


def opened(body: Any, *, now: datetime) -> Incoming | None:
    """Somebody looks at their home; None for the other tabs, of which Slack tells in the same event."""
    event = dig(body, "event")
    key, account, who = word(body, "event_id"), word(body, "team_id"), word(event, "user")
    if word(event, "tab") != "home" or not (key and account and who):
        return None
    return Incoming(
        id=key,
        channel=ChannelName.SLACK,
        account=account,
        who=who,
        deed=Opened(),
        at=moment(word(event, "event_ts")) or now,
        room=word(event, "channel"),
        at_home=True,
    )


def spoken(text: str) -> str:
    """What a person typed, out of what Slack makes of it: `<url|label>` and the three escaped characters."""
    text = _REFERENCE.sub(lambda found: found[2] or found[1], text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _is_for_us(deed: Deed, kind: str) -> bool:
    """Whatever stands in a direct message; in a channel, what stands in a thread, which may be one of ours."""
    return kind == "im" or (kind in _ROOMS and isinstance(deed, Remarked))


def _is_taken_back(event: Any) -> bool:
    return word(event, "subtype") == "message_deleted"


def _deed(event: Any) -> Deed | None:
    if _is_taken_back(event):
        return Unsent(word(event, "deleted_ts"))
    if word(event, "subtype") not in _SPOKEN:
        return None
    text, message, thread = spoken(word(event, "text")), word(event, "ts"), word(event, "thread_ts")
    if text.strip() and thread not in {"", message}:
        return Remarked(text, thread, message)
    said, files = Said(text, message) if text.strip() else None, _files(event)
    if files:
        return Sent("file", files, beside=said)
    return said or Sent("file" if items(event, "files") else "message")


def _files(event: Any) -> tuple[Attached, ...]:
    """Those that lie with Slack itself; what is only linked there is none of ours to fetch."""
    found = (each for each in items(event, "files") if word(each, "id") and word(each, "mode") != "external")
    return tuple(
        Attached(word(each, "id"), word(each, "name"), number(each, "size"), word(each, "url_private"))
        for each in found
    )
