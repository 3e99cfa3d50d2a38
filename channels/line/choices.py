"""Blocks that are pressed: choices and buttons."""

from functools import lru_cache
from math import ceil
from typing import Final

from linebot.v3.messaging import FlexBox, FlexButton, FlexComponent, URIAction

from channels.line.actions import telling
from channels.line.flex import column, row, words
from channels.line.measure import cells, graphemes
from channels.line.palette import ACCENT, BUTTON, DANGER, EDGE, INK, PAPER, PICKED, TINT
from messages.message import Button, Buttons, Choice, Choices, Page, Ranking, Scale, Weight

_CHECK: Final = "✓"
_ROUND: Final = 2  # graphemes that fit into the circle
_ABREAST: Final = ((8, 3), (14, 2))  # labels up to so wide stand up to so many in a row


def choices(block: Choices) -> FlexBox:
    """A box for each choice with its whole text; picked ones are checked as well as tinted."""
    boxes: list[FlexComponent] = [_choice(each, picked=each.label in block.picked) for each in block.options]
    if block.submit:
        boxes.append(_button(block.submit))
    return column(*boxes, spacing="md")


def ranking(block: Ranking) -> FlexBox:
    """As choices, checked in the order in which they were picked."""
    return choices(Choices(block.options, block.submit, block.picked))


def scale(block: Scale) -> FlexBox:
    """The steps, and what the two ends mean."""
    steps = row(*(_step(each) for each in block.steps), spacing="sm")
    ends = row(words(block.low, size="sm", flex=1), words(block.high, size="sm", flex=1, align="end"))
    return column(steps, ends, spacing="sm")


def page(block: Page) -> FlexButton:
    """A button that opens a page."""
    return FlexButton(
        action=URIAction(label=block.label, uri=block.url), style="primary", color=ACCENT, height="sm", scaling=True
    )


def _step(step: Choice) -> FlexBox:
    return column(
        words(step.label, align="center"),
        action=telling(step.label, step.action),
        paddingAll="12px",
        cornerRadius="12px",
        borderWidth="1px",
        borderColor=EDGE,
    )


def buttons(block: Buttons) -> FlexBox:
    """Short labels stand beside each other, longer ones one below the other: none is cut."""
    many, widest = len(block.buttons), max(cells(each.label) for each in block.buttons)
    abreast = next((most for width, most in _ABREAST if widest <= width), 1)
    even = ceil(many / ceil(many / abreast))
    rows = (block.buttons[start : start + even] for start in range(0, many, even))
    return column(*(row(*map(_button, each), spacing="md") for each in rows), spacing="md")


def _choice(choice: Choice, *, picked: bool) -> FlexBox:
    return row(
        *_said(choice.label, choice.text, picked=picked),
        action=telling(choice.label, choice.action),
        spacing="md",
        paddingAll="12px",
        alignItems="center",
        cornerRadius="12px",
        borderWidth="2px" if picked else "1px",
        borderColor=ACCENT if picked else EDGE,
        backgroundColor=PICKED if picked else PAPER,
    )


@lru_cache(maxsize=512)
def _said(label: str, text: str, *, picked: bool) -> tuple[FlexComponent, ...]:
    """To be read only: the same for everybody, while the action is each person's own."""
    told = [words(text, flex=1)] if text.strip() else []
    check = [words(_CHECK, color=ACCENT, bold=True, flex=0)] if picked else []
    return _label(label, picked=picked), *told, *check


def _label(label: str, *, picked: bool) -> FlexComponent:
    """In a circle, if it is short enough for one."""
    if graphemes(label) > _ROUND:
        return words(label, color=ACCENT, bold=True, flex=0)
    letter = words(label, size="sm", color=PAPER if picked else INK, bold=True, align="center")
    return column(
        letter,
        flex=0,
        width="32px",
        height="32px",
        cornerRadius="16px",
        justifyContent="center",
        backgroundColor=ACCENT if picked else TINT,
    )


def _button(button: Button) -> FlexButton:
    style, color = _WEIGHTS[button.weight]
    action = telling(button.label, button.action)
    return FlexButton(action=action, style=style, color=color, height="sm", adjustMode="shrink-to-fit", scaling=True)


_WEIGHTS: Final = {
    Weight.MAIN: ("primary", ACCENT),
    Weight.PLAIN: ("secondary", BUTTON),
    Weight.DANGER: ("link", DANGER),
}
