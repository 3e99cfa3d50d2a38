"""Pressed buttons, as Slack's block_actions tell of them."""

from datetime import datetime
from typing import Any

from channels.slack.answers import RANK
from channels.slack.raw import dig, items, leaves, moment, word
from channels.slack.rooms import is_shared
from messages.actions import Unreadable, unpack
from messages.incoming import ChannelName, Incoming, Pressed, Stale


def pressed(body: Any, *, now: datetime) -> Incoming | None:
    """The press of a button that means something; None for what only ticks, chooses or opens a link."""
    action = next(iter(items(body, "actions")), None)
    packed, who, account = word(action, "value"), word(body, "user", "id"), _account(body)
    if word(action, "type") != "button" or not (packed and who and account):
        return None
    message, stamp = word(body, "container", "message_ts"), word(action, "action_ts")
    at_home = word(body, "view", "type") == "home"
    room = word(body, "channel", "id") or word(body, "container", "channel_id")
    return Incoming(
        id=f"{who}:{message or word(body, 'container', 'view_id')}:{stamp}",
        channel=ChannelName.SLACK,
        account=account,
        who=who,
        deed=_deed(packed, body),
        at=moment(stamp) or now,
        reply_to=word(body, "response_url"),
        on=message,
        room=room,
        opens_forms=True,
        at_home=at_home,
        shared=is_shared(room),
    )


def _account(body: Any) -> str:
    """An installation for a whole enterprise names no team beside the user's."""
    return word(body, "team", "id") or word(body, "user", "team_id")


def _deed(packed: str, body: Any) -> Pressed | Stale:
    try:
        return Pressed(unpack(packed), picked=_picked(body))
    except Unreadable:
        return Stale()


def _picked(body: Any) -> tuple[str, ...]:
    """The labels ticked, or those chosen for each place, the first place first; a place left open makes it short."""
    held = [each for _, elements in leaves(body, "state", "values") for each in leaves(elements)]
    ticked = (option for _, element in held for option in _ticked(element))
    ranked = (dig(element, "selected_option") for name, element in sorted(held, key=_place) if name.startswith(RANK))
    return tuple(label for option in (*ticked, *ranked) if (label := word(option, "value")))


def _ticked(element: Any) -> list[Any]:
    return items(element, "selected_options") if word(element, "type") == "checkboxes" else []


def _place(held: tuple[str, Any]) -> tuple[int, str]:
    """Ten comes after nine: the longer id, of two that begin alike."""
    name, _ = held
    return len(name), name
