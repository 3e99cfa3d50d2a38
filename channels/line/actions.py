"""What a tap does: tell us, or open a page."""

from linebot.v3.messaging import PostbackAction, URIAction

from messages.actions import Action, pack


def telling(label: str, action: Action) -> PostbackAction:
    """The tap comes back to us as a postback, and stands in the chat as if the label had been typed."""
    return PostbackAction(label=label, data=pack(action), displayText=label)


def opening(url: str) -> URIAction:
    return URIAction(uri=url)
