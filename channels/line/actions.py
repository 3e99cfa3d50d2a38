"""What a tap does: tell us, or open a page."""

from linebot.v3.messaging import PostbackAction, URIAction

from messages.actions import Action, pack
from messages.message import Button


def telling(label: str, action: Action, *, typing: bool = False) -> PostbackAction:
    """The tap comes back to us as a postback, and stands in the chat as if the label had been typed.

    With `typing` it opens the keyboard too (LINE 12.6 or newer; elsewhere it is an ordinary tap).
    """
    opens = "openKeyboard" if typing else None
    return PostbackAction(label=label, data=pack(action), displayText=label, inputOption=opens)


def pressing(button: Button) -> PostbackAction:
    return telling(button.label, button.action, typing=button.typing)


def opening(url: str, *, label: str | None = None) -> URIAction:
    return URIAction(label=label, uri=url)
