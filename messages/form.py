"""A form: a few fields a person fills in at once, where the platform has such a thing (Slack: a modal)."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Field:
    """Something to choose: (value, label) pairs, and the value chosen so far."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, slots=True)
class Pick:
    """The same with few options, all in sight; nothing is chosen yet if `value` is empty."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Several:
    """Any number to choose, none too; `values` are those chosen so far. They come back in one value, a line each."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    values: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to write: at most `most` characters, on several lines if `long`. `hint` stands below it, small; what is
    not `needed` may stay empty. `value` is what stands there already.
    """

    name: str
    label: str
    most: int
    hint: str = ""
    long: bool = False
    needed: bool = True
    value: str = ""


Part: TypeAlias = Field | Pick | Several | Entry


@dataclass(frozen=True, slots=True)
class Form:
    """`name` and `about` come back in Submitted; title, submit and close are at most 24 characters.

    `about` is an action, packed: what the form is filled in for. `errors`, by the names of fields, answer a form that
    was sent: it stays open as it was filled in, with each sentence at its field, and counts as not sent.
    """

    name: str
    title: str
    submit: str
    close: str
    fields: tuple[Part, ...]
    intro: str = ""
    about: str = ""
    errors: tuple[tuple[str, str], ...] = ()
