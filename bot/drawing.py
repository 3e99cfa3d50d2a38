"""What a platform really says of a message: drawn with the platforms' SDKs, which take a second to load."""

from collections.abc import Iterator

from channels.channel import Refused
from channels.line.wire import written
from channels.slack.forms import Origin, modal
from channels.slack.limits import check as check_slack
from channels.slack.render import render as render_slack
from messages.form import Form
from messages.message import Message


def refused(shown: Message | Form) -> Iterator[tuple[str, str]]:
    """The platform that would refuse it, and why; nothing if both would take it."""
    try:
        if isinstance(shown, Message):
            written(shown)
    except Refused as why:
        yield "LINE", str(why)
    try:
        if isinstance(shown, Message):
            check_slack(render_slack(shown))
        else:
            modal(shown, Origin())
    except Refused as why:
        yield "Slack", str(why)
