"""Forms sent back, as Slack's view_submission tells of them."""

from datetime import datetime
from typing import Any

from channels.slack import forms
from channels.slack.raw import dig, items, leaves, word
from channels.slack.rooms import is_shared
from messages.incoming import ChannelName, Incoming, Submitted


def submitted(body: Any, *, now: datetime) -> Incoming | None:
    """One of our forms, filled in `now` (Slack does not tell when); None for any other."""
    view = dig(body, "view")
    form, key = forms.name(word(view, "callback_id")), word(view, "id")
    account = word(body, "team", "id") or word(body, "user", "team_id")
    who = word(body, "user", "id")
    if not (form and key and account and who):
        return None
    asked = forms.origin(word(view, "private_metadata"))
    return Incoming(
        id=f"{key}:{word(view, 'hash')}",
        channel=ChannelName.SLACK,
        account=account,
        who=who,
        deed=Submitted(form, _values(view), about=asked.about),
        at=now,
        on=asked.on,
        room=asked.room,
        at_home=asked.at_home,
        shared=is_shared(asked.room),
    )


def _values(view: Any) -> tuple[tuple[str, str], ...]:
    """What was chosen or written in each field, a line each where several were; nothing where nothing was."""
    return tuple(
        (field, _several(element) or word(element, "selected_option", "value") or word(element, "value"))
        for field, elements in leaves(view, "state", "values")
        for _, element in leaves(elements)
    )


def _several(element: Any) -> str:
    return "\n".join(filter(None, (word(option, "value") for option in items(element, "selected_options"))))
