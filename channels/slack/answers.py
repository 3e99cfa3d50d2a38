"""Blocks that are pressed: buttons and choices. `place` keeps their ids apart within one message."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    CheckboxesElement,
    Option,
    SectionBlock,
    StaticSelectElement,
)

from channels.slack import marks
from channels.slack.cleaning import clean
from channels.slack.drawn import Drawn
from channels.slack.limits import ACTIONS, BUTTON_TEXT, CHECKBOXES, OPTION_TEXT, SECTION_TEXT, measured
from channels.slack.measure import pieces, shortened, size
from channels.slack.rendering import Json, Measured
from channels.slack.texts import section, small
from messages.actions import pack
from messages.message import Button, Buttons, Choice, Choices, Page, Ranking, Scale, Weight

T = TypeVar("T")
_STYLE: Final[dict[Weight, str | None]] = {Weight.MAIN: "primary", Weight.PLAIN: None, Weight.DANGER: "danger"}
RANK: Final = "rank:"
"""How the id of a list begins that asks which thing comes at one place."""

_GAP: Final = "  "
_APART: Final = "  ···  "
_IN_LIST: Final = 30  # characters that a list shows on a phone; each list repeats them all
_ROOM: Final = 100  # kept free for the label and the markup before a text


def buttons(block: Buttons, place: int) -> Iterator[Drawn]:
    yield from _rows([_button(each, f"press:{place}:{number}") for number, each in enumerate(block.buttons)])


def choices(block: Choices, place: int) -> Iterator[Drawn]:
    """Checkboxes and a button where several may be picked; else a button for each choice under their texts."""
    if block.submit is None:
        yield from _texts(block.options)
        yield from _rows([_letter(each, f"choose:{place}:{number}") for number, each in enumerate(block.options)])
        return
    if any(size(_line(each)) > OPTION_TEXT for each in block.options):
        yield from _texts(block.options)
    yield from _boxes(tuple((each.label, _line(each)) for each in block.options), block.picked, place)
    yield from _rows([_button(block.submit, f"finish:{place}")])


def ranking(block: Ranking, place: int) -> Iterator[Drawn]:
    """The texts, a list to choose from for each place, and the button."""
    yield from _texts(block.options)
    options = {each.label: _option(each.label, _line(each), most=_IN_LIST) for each in block.options}
    for number in range(len(options)):
        name, said = f"{RANK}{place}:{number}", _nth(block.places, number) or str(number + 1)
        chosen = options.get(_nth(block.picked, number))
        select = StaticSelectElement(
            action_id=name, placeholder=marks.plain(said), options=[*options.values()], initial_option=chosen
        )
        yield SectionBlock(block_id=name, text=marks.words(said, strong=True), accessory=select).to_dict()
    yield from _rows([_button(block.submit, f"finish:{place}")])


def scale(block: Scale, place: int) -> Iterator[Drawn]:
    """What the two ends mean, and a button for each step."""
    first, last = block.steps[:1], block.steps[-1:]
    ends = [*zip(first, [block.low], strict=False), *zip(last, [block.high], strict=False)]
    if told := _APART.join(f"{step.label} = {text}" for step, text in ends if text.strip()):
        yield small(marks.words(told))
    yield from _rows([_letter(each, f"step:{place}:{number}") for number, each in enumerate(block.steps)])


def page(block: Page, place: int) -> Iterator[Drawn]:
    """A button that opens a page; its press tells us nothing, so it carries no value."""
    opens = ButtonElement(text=marks.plain(block.label), action_id=f"page:{place}", url=block.url, style="primary")
    yield from _rows([opens.to_dict()])


def _nth(words: Sequence[str], number: int) -> str:
    """Nothing where there are not so many."""
    return words[number] if number < len(words) else ""


def _texts(options: Sequence[Choice]) -> Iterator[Drawn]:
    """The whole text stands here: a button would cut it near 30 characters on the screen."""
    for option in options:
        for number, piece in enumerate(pieces(option.text, SECTION_TEXT - _ROOM)):
            yield _told("" if number else option.label, piece)


@lru_cache(maxsize=512)
def _told(label: str, piece: str) -> Measured:
    return measured(section(marks.titled(label, piece, between=_GAP)))


def _letter(option: Choice, name: str) -> Json:
    said = shortened(clean(_line(option)), BUTTON_TEXT)
    return {**_pressed(option.label, name, said=said), "value": pack(option.action)}


def _button(button: Button, name: str) -> Json:
    return {**_pressed(button.label, name, style=_STYLE[button.weight]), "value": pack(button.action)}


@lru_cache(maxsize=512)
def _pressed(label: str, name: str, *, style: str | None = None, said: str | None = None) -> Json:
    """To be read only: the same for everybody, but for the action, which is each person's own."""
    return ButtonElement(text=marks.plain(label), action_id=name, style=style, accessibility_label=said).to_dict()


@lru_cache(maxsize=256)
def _boxes(lines: tuple[tuple[str, str], ...], picked: tuple[str, ...], place: int) -> tuple[Measured, ...]:
    """The same for everybody: a tick says its label only."""
    return tuple(
        measured(_ticked(some, picked, f"pick:{place}:{number}"))
        for number, some in enumerate(_parted(lines, CHECKBOXES))
    )


def _ticked(lines: Sequence[tuple[str, str]], picked: tuple[str, ...], name: str) -> Json:
    options = {label: _option(label, line) for label, line in lines}
    ticked = [option for label, option in options.items() if label in picked]
    boxes = CheckboxesElement(action_id=name, options=[*options.values()], initial_options=ticked or None)
    return ActionsBlock(block_id=name, elements=[boxes]).to_dict()


def _option(label: str, line: str, *, most: int = OPTION_TEXT) -> Option:
    return Option(value=label, text=marks.plain(shortened(line, most)))


def _line(option: Choice) -> str:
    return f"{option.label}{_GAP}{option.text}"


def _rows(elements: Sequence[Json]) -> Iterator[Json]:
    for some in _parted(elements, ACTIONS):
        yield {"type": ActionsBlock.type, "elements": [*some]}


def _parted(things: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    return (things[start : start + most] for start in range(0, len(things), most))
