"""A scene as the sandbox's own scripts draw it: what each platform would be sent, in the form in which the sandbox
keeps its chats.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias

from bot.preview.learner import ZONE
from bot.preview.scenes import Said, Scene, Turns
from channels.channel import Refused
from channels.line.wire import written
from channels.slack.forms import Origin, modal
from channels.slack.limits import check
from channels.slack.render import render
from messages.form import Form
from sandbox.line.chat import Message as LineMessage
from sandbox.slack.chat import SlackMessage, stamp

Json: TypeAlias = dict[str, Any]  # as it goes to the page

_BETWEEN: Final = timedelta(minutes=1)
_BOT: Final = "コツコツ"


def line_chat(scene: Scene, user: str, at: datetime) -> Json:
    """The chat of the person `user`, from that moment on."""
    messages = [each.as_json() for each in _line(scene.line, at)]
    return {"bot": {"displayName": _BOT}, "user": {"id": user}, "blocked": False, "messages": messages}


def slack_chat(scene: Scene, user: str, name: str, at: datetime) -> Json:
    """The same in Slack, with the form that is open."""
    messages = [each.as_json() for each in _slack(scene.slack, at)]
    person = {"id": user, "name": name}
    view = _view(scene.form) if scene.form else None
    return {"bot": {"name": _BOT}, "user": person, "channel": "D", "view": view, "messages": messages}


def _line(turns: Turns, at: datetime) -> Iterator[LineMessage]:
    for place, turn in enumerate(turns):
        said_at = _local(at + place * _BETWEEN)
        if isinstance(turn, Said):
            body = {"type": "text", "text": turn.text}
            yield LineMessage(id=f"{place}", sender="user", at=said_at, body=body)
            continue
        try:
            shown = written(turn)
        except Refused as why:
            yield LineMessage(id=f"{place}", sender="system", at=said_at, body={"type": "text", "text": str(why)})
            continue
        for part, body in enumerate(shown):
            yield LineMessage(id=f"{place}.{part}", sender="bot", at=said_at, body=body)


def _slack(turns: Turns, at: datetime) -> Iterator[SlackMessage]:
    for place, turn in enumerate(turns):
        moment = at + place * _BETWEEN
        name, said_at = stamp(moment), _local(moment)
        if isinstance(turn, Said):
            yield SlackMessage(ts=name, sender="user", at=said_at, text=turn.text)
            continue
        try:
            rendering = render(turn)
            check(rendering)
        except Refused as why:
            yield SlackMessage(ts=name, sender="bot", at=said_at, text=str(why), ephemeral=True)
        else:
            blocks = list(rendering.blocks)
            yield SlackMessage(ts=name, sender="bot", at=said_at, text=rendering.text, blocks=blocks)


def _view(form: Form) -> Json | None:
    try:
        return {**modal(form, Origin()), "id": form.about}
    except Refused:
        return None  # the findings tell


def _local(moment: datetime) -> str:
    return moment.astimezone(ZONE).isoformat(timespec="seconds")
