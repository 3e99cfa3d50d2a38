"""Forms as Slack's modals, and what they remember until they come back."""

import json
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Final, assert_never

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import (
    CheckboxesElement,
    DividerBlock,
    InputBlock,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
    StaticMultiSelectElement,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from channels.channel import Refused
from channels.slack import limits, marks
from channels.slack.cleaning import clean
from channels.slack.measure import shortened
from channels.slack.raw import dig, word
from channels.slack.rendering import Json, Measured
from channels.slack.texts import section
from messages.form import Entry, Field, Form, Part, Pick, Several

_PREFIX: Final = "form:"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a form was asked for: the room, the message acted on (its `ts`), whether it was at home; and what about."""

    room: str = ""
    on: str = ""
    at_home: bool = False
    about: str = ""


def modal(form: Form, asked: Origin) -> Json:
    """The view to open; `asked`, with what the form is about, is told again when it comes back. Raises Refused."""
    try:
        frame = {**_frame(form.name, form.title, form.submit, form.close), "private_metadata": _remembered(asked, form)}
        parts = [*([_intro(form.intro)] if form.intro else []), *map(_part, form.fields)]
    except SlackObjectFormationError as error:
        raise Refused(f"Slack would not take this form: {error}") from error
    if not parts:
        raise Refused("Slack takes no form with nothing in it")
    limits.check_view(frame, parts)
    return {**frame, "blocks": [part.json for part in parts]}


@lru_cache(maxsize=64)
def _frame(name: str, title: str, submit: str, close: str) -> Json:
    """All but what is asked, for which a line stands in: the SDK forms no view without a block."""
    frame = View(
        type="modal",
        callback_id=_PREFIX + name,
        title=marks.plain(title),
        submit=marks.plain(submit),
        close=marks.plain(close),
        blocks=[DividerBlock()],
    )
    return frame.to_dict()


@lru_cache(maxsize=64)
def _intro(text: str) -> Measured:
    return limits.measured(section(marks.words(text)))


@lru_cache(maxsize=256)
def _part(field: Part) -> Measured:
    """To be read only: drawn and measured once, however many people are asked the same."""
    return limits.measured(_input(field).to_dict())


def name(callback_id: str) -> str:
    """The form's name, or nothing if the modal is none of ours."""
    return callback_id.removeprefix(_PREFIX) if callback_id.startswith(_PREFIX) else ""


def origin(private_metadata: str) -> Origin:
    """What `modal` was told, or nothing at all."""
    try:
        told = json.loads(private_metadata)
    except (ValueError, RecursionError):
        return Origin()
    at_home = dig(told, "at_home") is True
    return Origin(room=word(told, "room"), on=word(told, "on"), at_home=at_home, about=word(told, "about"))


def _remembered(asked: Origin, form: Form) -> str:
    return json.dumps(asdict(replace(asked, about=form.about)), ensure_ascii=False, separators=(",", ":"))


def errors(form: Form) -> dict[str, str]:
    """What is wrong with a form that was sent, by the blocks its fields stand in; the first sentence of each."""
    known = {field.name for field in form.fields}
    return {field: clean(said) for field, said in reversed(form.errors) if field in known}


def _input(field: Part) -> InputBlock:
    """The block carries the field's name; the chosen value is there from the start."""
    match field:
        case Entry():
            return _entry(field)
        case Pick():
            return _pick(field)
        case Several():
            return _several(field)
        case Field():
            options = {value: _option(value, label) for value, label in field.options}
            select = StaticSelectElement(
                action_id=f"select:{field.name}", options=[*options.values()], initial_option=options.get(field.value)
            )
            return InputBlock(block_id=field.name, label=marks.plain(field.label), element=select)
        case _ as unreachable:
            assert_never(unreachable)


def _pick(field: Pick) -> InputBlock:
    options = {value: _option(value, label) for value, label in field.options}
    radio = RadioButtonsElement(
        action_id=f"pick:{field.name}", options=[*options.values()], initial_option=options.get(field.value)
    )
    return InputBlock(block_id=field.name, label=marks.plain(field.label), element=radio)


def _several(field: Several) -> InputBlock:
    """Boxes to tick while they are few, else a list to choose from."""
    options = {value: _option(value, label) for value, label in field.options}
    chosen = [options[value] for value in field.values if value in options] or None
    named = f"several:{field.name}"
    few = len(options) <= limits.CHECKBOXES
    element = (
        CheckboxesElement(action_id=named, options=[*options.values()], initial_options=chosen)
        if few
        else StaticMultiSelectElement(action_id=named, options=[*options.values()], initial_options=chosen)
    )
    hint = marks.plain(field.hint) if field.hint.strip() else None
    return InputBlock(block_id=field.name, label=marks.plain(field.label), element=element, hint=hint, optional=True)


def _entry(field: Entry) -> InputBlock:
    text = PlainTextInputElement(
        action_id=f"write:{field.name}",
        multiline=field.long,
        max_length=field.most,
        initial_value=field.value[: field.most] or None,
    )
    hint = marks.plain(field.hint) if field.hint.strip() else None
    return InputBlock(
        block_id=field.name, label=marks.plain(field.label), element=text, hint=hint, optional=not field.needed
    )


def _option(value: str, label: str) -> Option:
    return Option(value=value, text=marks.plain(shortened(label, limits.OPTION_TEXT)))
