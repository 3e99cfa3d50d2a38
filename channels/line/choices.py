"""Blocks that are pressed: choices and buttons."""

from functools import lru_cache, partial
from math import ceil
from typing import Final

from linebot.v3.messaging import FlexButton, PostbackAction

from channels.line.actions import opening, pressing, telling
from channels.line.flex import column, row, words
from channels.line.formed import Json, Style, formed
from channels.line.measure import cells, graphemes
from channels.line.palette import ACCENT, BUTTON, DANGER, EDGE, INK, PAPER, PICKED, QUIET, SMALL, TINT
from messages.message import Button, Buttons, Choice, Choices, Page, Ranking, Scale, Weight

_CHECK: Final = "✓"
_BUTTON: Final = partial(FlexButton, action=PostbackAction())
_ROUND: Final = 2  # graphemes that fit into the circle
_ABREAST: Final = ((8, 3), (14, 2))  # labels up to so wide stand up to so many in a row


def choices(block: Choices) -> Json:
    """A box for each choice with its whole text; picked ones are checked as well as tinted."""
    boxes = [_choice(each, picked=each.label in block.picked) for each in block.options]
    if block.submit:
        boxes.append(_button(block.submit))
    return column(*boxes, spacing="md")


def ranking(block: Ranking) -> Json:
    """As choices; what was picked carries the number of its place in the check's place."""
    places = {label: number for number, label in enumerate(block.picked, start=1)}
    boxes = (_ranked(each, places.get(each.label, 0)) for each in block.options)
    return column(*boxes, _button(block.submit), spacing="md")


def scale(block: Scale) -> Json:
    """The steps in a row, all of one width, and below its two ends what they mean."""
    steps = row(*(_step(each) for each in block.steps), spacing="sm")
    told = [words(text, size=SMALL, color=QUIET, flex=1, align=at) for text, at in _ends(block)]
    return column(steps, *([row(*told, spacing="md")] if told else []), spacing="sm")


def page(block: Page) -> Json:
    """A button that opens a page."""
    return {**_pressed("primary", ACCENT), "action": opening(block.url, label=block.label)}


def _ranked(choice: Choice, place: int) -> Json:
    """Its letter stays, for those who type; a place is a number in a filled circle, an empty circle waits for one."""
    inside = *_said(choice.label, choice.text, picked=False), _circle(str(place) if place else "", filled=bool(place))
    return {**row(*inside, **_tappable(picked=bool(place))), "action": telling(choice.label, choice.action)}


def _ends(block: Scale) -> tuple[tuple[str, str], ...]:
    ends = ((block.low, "start"), (block.high, "end"))
    return tuple((text, at) for text, at in ends if text.strip())


def _step(step: Choice) -> Json:
    box = column(
        words(step.label, bold=True, align="center"),
        flex=1,
        paddingTop="12px",
        paddingBottom="12px",
        cornerRadius="12px",
        borderWidth="1px",
        borderColor=EDGE,
        backgroundColor=PAPER,
    )
    return {**box, "action": telling(step.label, step.action)}


def buttons(block: Buttons) -> Json:
    """Short labels stand beside each other, longer ones one below the other: none is cut."""
    many, widest = len(block.buttons), max(cells(each.label) for each in block.buttons)
    abreast = next((most for width, most in _ABREAST if widest <= width), 1)
    even = ceil(many / ceil(many / abreast))
    rows = (block.buttons[start : start + even] for start in range(0, many, even))
    return column(*(row(*map(_button, each), spacing="md") for each in rows), spacing="md")


def _choice(choice: Choice, *, picked: bool) -> Json:
    box = row(*_said(choice.label, choice.text, picked=picked), **_tappable(picked=picked))
    return {**box, "action": telling(choice.label, choice.action)}


def _tappable(*, picked: bool) -> dict[str, Style]:
    """What every box that is tapped has: an edge of 3 to 1 on its paper, twice as thick once it is picked."""
    return {
        "spacing": "md",
        "paddingAll": "12px",
        "alignItems": "center",
        "cornerRadius": "12px",
        "borderWidth": "2px" if picked else "1px",
        "borderColor": ACCENT if picked else EDGE,
        "backgroundColor": PICKED if picked else PAPER,
    }


@lru_cache(maxsize=512)
def _said(label: str, text: str, *, picked: bool) -> tuple[Json, ...]:
    """To be read only: the same for everybody, while the action is each person's own."""
    told = [words(text, flex=1)] if text.strip() else []
    check = [words(_CHECK, color=ACCENT, bold=True, flex=0)] if picked else []
    return _label(label, picked=picked), *told, *check


def _label(label: str, *, picked: bool) -> Json:
    """In a circle, if it is short enough for one."""
    if graphemes(label) > _ROUND:
        return words(label, color=ACCENT, bold=True, flex=0)
    return _circle(label, filled=picked)


def _circle(sign: str, *, filled: bool) -> Json:
    """A sign in a circle; without one, its empty outline."""
    inside = [words(sign, size=SMALL, color=PAPER if filled else INK, bold=True, align="center")] if sign else []
    edge: dict[str, Style] = {} if sign else {"borderWidth": "1px", "borderColor": EDGE}
    return column(
        *inside,
        flex=0,
        width="32px",
        height="32px",
        cornerRadius="16px",
        justifyContent="center",
        backgroundColor=ACCENT if filled else TINT if sign else PAPER,
        **edge,
    )


def _button(button: Button) -> Json:
    return {**_pressed(*_WEIGHTS[button.weight]), "action": pressing(button)}


def _pressed(style: str, color: str) -> Json:
    return formed(_BUTTON, style=style, color=color, height="sm", adjustMode="shrink-to-fit", scaling=True)


_WEIGHTS: Final = {
    Weight.MAIN: ("primary", ACCENT),
    Weight.PLAIN: ("secondary", BUTTON),
    Weight.DANGER: ("link", DANGER),
}
