"""A message: what is shown to a person, in no platform's words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from messages.actions import Action


class Tone(StrEnum):
    """How a piece of text is meant. Renderers may colour it; the words must carry the meaning alone."""

    PLAIN = "plain"
    QUIET = "quiet"  # small and grey: an eyebrow, a source, a hint
    GOOD = "good"  # a right answer, something done
    GENTLE = "gentle"  # nearly, or please look: never an alarm


class Weight(StrEnum):
    """How much a button asks to be pressed."""

    MAIN = "main"
    PLAIN = "plain"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Heading:
    """A title. `eyebrow` is the small line above it, `aside` stands at the eyebrow's right end."""

    text: str
    eyebrow: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph of plain text; line breaks are kept, no markup is read."""

    body: str
    tone: Tone = Tone.PLAIN
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A tinted box with a title: the one concrete sentence to take along."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a name and a value, one a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """A thin bar. `label` says the same in words, for those who cannot see it."""

    done: int
    total: int
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer. `label` is what a person may also type (A, B, ○, ×); `text` is of any length."""

    label: str
    text: str
    action: Action


@dataclass(frozen=True, slots=True)
class Choices:
    """Answers to pick from, each a tappable box with wrapped text.

    With `submit` several may be picked before it is pressed: a platform that has checkboxes shows them and presses
    `submit.action` with the labels picked; one that has not lets each choice's own action toggle it.
    """

    options: tuple[Choice, ...]
    submit: "Button | None" = None
    picked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """Things to put in order; nothing counts before `submit` is pressed.

    `picked` are the labels placed so far, the first one first. A platform that has selects shows one for each place
    and presses `submit.action` with the labels in the order chosen; one that has not lets each choice's own action
    place it next, or take it back. `places` are the places in words, "1番目" first; where they end, numbers stand.
    """

    options: tuple[Choice, ...]
    submit: "Button"
    picked: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """Steps in a row, as 1 to 5; `low` and `high` say in words what the two ends mean."""

    steps: tuple[Choice, ...]
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press. `label` is at most 20 graphemes, so that every platform shows it whole.

    After `typing` a person goes on by typing: a platform that can opens the keyboard.
    """

    label: str
    action: Action
    weight: Weight = Weight.PLAIN
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Buttons:
    """A row of buttons."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture at an https address; `alt` says what it shows; `ratio` is width to height, as in "20:13".

    `own` is the secret of one of our own pictures, for a platform that takes it as a file; where there is no address
    either, nothing is shown, so its words must stand in the message.
    """

    url: str
    alt: str
    ratio: str = "20:13"
    own: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A place to read on. `note` stands behind it, small: an edition, a date."""

    label: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A button that opens a page of ours. `label` is at most 20 graphemes; the address may work for one person only."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A thin line."""


@dataclass(frozen=True, slots=True)
class Break:
    """What follows stands on a card of its own."""


Block: TypeAlias = (
    Heading
    | Text
    | Box
    | Facts
    | Progress
    | Choices
    | Ranking
    | Scale
    | Buttons
    | Image
    | Link
    | Page
    | Divider
    | Break
)


@dataclass(frozen=True, slots=True)
class Message:
    """What one letter says. `summary` is the line a notification or a screen reader gets: never empty."""

    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class InPlace:
    """An answer that belongs where the person pressed.

    Where the platform can edit, `now` takes the place of the message acted on, under what it keeps of it (`kept`),
    and `then` follows as a message of its own. Elsewhere `now` and `then` go out as one answer.
    """

    kept: tuple[Block, ...]
    now: Message
    then: Message | None = None


def joined(first: Message, second: Message | None) -> Message:
    """Both as one message: the first one's summary, the second on a card of its own."""
    if second is None:
        return first
    return Message(summary=first.summary, blocks=(*first.blocks, Break(), *second.blocks))


def plain(text: str) -> Message:
    """A message of one paragraph, which is also its summary (cut at 200 characters)."""
    return Message(summary=text[:200], blocks=(Text(text),))
