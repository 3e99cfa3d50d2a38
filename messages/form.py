"""A form: a few fields a person fills in at once, where the platform has such a thing (Slack: a modal)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """Something to choose: (value, label) pairs, and the value chosen so far."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, slots=True)
class Form:
    """`name` comes back in Submitted; title, submit and close are at most 24 characters."""

    name: str
    title: str
    submit: str
    close: str
    fields: tuple[Field, ...]
    intro: str = ""
