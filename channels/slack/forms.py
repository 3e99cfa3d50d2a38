"""Forms as Slack's modals, and what comes back from them."""

import json
from typing import Final

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import InputBlock, Option, PlainTextInputElement, SectionBlock, StaticSelectElement
from slack_sdk.models.views import View

from channels.channel import Refused
from channels.slack import limits, marks
from channels.slack.measure import shortened
from channels.slack.raw import word
from channels.slack.rendering import Json
from messages.form import Entry, Field, Form

_PREFIX: Final = "form:"


def modal(form: Form, *, room: str) -> Json:
    """The view to open; `room` is told again when the form comes back. Raises Refused."""
    intro = [SectionBlock(text=marks.words(form.intro))] if form.intro else []
    view = View(
        type="modal",
        callback_id=_PREFIX + form.name,
        title=marks.plain(form.title),
        submit=marks.plain(form.submit),
        close=marks.plain(form.close),
        private_metadata=json.dumps({"room": room}),
        blocks=[*intro, *(_input(field) for field in form.fields)],
    )
    try:
        shown = view.to_dict()
    except SlackObjectFormationError as error:
        raise Refused(f"Slack would not take this form: {error}") from error
    limits.check_modal(shown)
    return shown


def name(callback_id: str) -> str:
    """The form's name, or nothing if the modal is none of ours."""
    return callback_id.removeprefix(_PREFIX) if callback_id.startswith(_PREFIX) else ""


def room(private_metadata: str) -> str:
    """What `modal` was told, or nothing."""
    try:
        return word(json.loads(private_metadata), "room")
    except ValueError:
        return ""


def _input(field: Field | Entry) -> InputBlock:
    """The block carries the field's name; the chosen value is there from the start."""
    if isinstance(field, Entry):
        return _entry(field)
    options = {value: _option(value, label) for value, label in field.options}
    select = StaticSelectElement(
        action_id=f"select:{field.name}", options=[*options.values()], initial_option=options.get(field.value)
    )
    return InputBlock(block_id=field.name, label=marks.plain(field.label), element=select)


def _entry(field: Entry) -> InputBlock:
    text = PlainTextInputElement(action_id=f"write:{field.name}", multiline=field.long, max_length=field.most)
    hint = marks.plain(field.hint) if field.hint else None
    return InputBlock(block_id=field.name, label=marks.plain(field.label), element=text, hint=hint)


def _option(value: str, label: str) -> Option:
    return Option(value=value, text=marks.plain(shortened(label, limits.OPTION_TEXT)))
