"""What a tap does: tell us, or open a page."""

from functools import lru_cache

from linebot.v3.messaging import PostbackAction, URIAction

from channels.line.formed import Json, formed
from messages.actions import Action, pack
from messages.message import Button


@lru_cache(maxsize=512)
def telling(label: str, action: Action, *, typing: bool = False) -> Json:
    """The tap comes back to us as a postback, and stands in the chat as if the label had been typed.

    With `typing` it opens the keyboard too (LINE 12.6 or newer; elsewhere it is an ordinary tap). To be read only: most
    stand in the card and once more under the thumb.
    """
    opens = "openKeyboard" if typing else None
    return {**formed(PostbackAction, inputOption=opens), "label": label, "data": pack(action), "displayText": label}


def pressing(button: Button) -> Json:
    return telling(button.label, button.action, typing=button.typing)


def opening(url: str, *, label: str | None = None) -> Json:
    named = {} if label is None else {"label": label}
    return {**formed(URIAction), **named, "uri": url}
