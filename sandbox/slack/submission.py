"""What happens to a modal after it was submitted: the bot's `response_action`."""

from typing import Any

from sandbox.slack.chat import SlackChat, View
from sandbox.slack.checks import checked_view
from sandbox.slack.platform import Slack
from sandbox.slack.views import revise, stack
from sandbox.wire import Json


def obey(slack: Slack, chat: SlackChat, view: View, answer: Any) -> None:
    """Nothing said = this view closes; raises SlackRefusedError for a view Slack would not take."""
    said: Json = answer if isinstance(answer, dict) else {}
    match said.get("response_action"):
        case "errors":
            pass
        case "update":
            revise(slack, view, checked_view(said.get("view"), surface="modal"))
        case "push":
            stack(slack, chat, checked_view(said.get("view"), surface="modal"))
        case "clear":
            chat.views = []
        case _:
            chat.views = [one for one in chat.views if one is not view]
    slack.changed()
