"""Which column of a dropped roster is what: the question, and a form with a list for each of our columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lessons.phrases import Phrases
from messages.actions import ChooseColumns, LeaveRoster, pack
from messages.form import Field, Form
from messages.message import Button, Buttons, Message, Text, Tone, Weight

NONE: Final = "-"  # the file has no such column


@dataclass(frozen=True, slots=True)
class Wanted:
    """One of our columns, by its name in the form; `chosen` is one of the file's columns, or nothing yet."""

    name: str
    needed: bool
    chosen: str


def ask(there: str, upload: int, say: Phrases) -> Message:
    """Nobody knows which column is what; these headings were found."""
    told = say("roster.columns_ask")
    found = say("roster.columns_found", headings=there)
    return Message(told, (Text(told), Text(found), Text(say("roster.columns_hint"), Tone.QUIET), _ways(upload, say)))


def again(upload: int, say: Phrases) -> Message:
    """The columns were chosen, and it may be that which is wrong."""
    told = say("roster.columns_again")
    return Message(told, (Text(told), Text(say("roster.columns_hint"), Tone.QUIET), _ways(upload, say)))


def hint(lines: tuple[str, ...], there: str, upload: int, say: Phrases) -> Message:
    """What is wrong with what was written, if anything was, the headings, and how it is written."""
    told = lines or (say("roster.columns_which"),)
    found = say("roster.columns_found", headings=there)
    hinted = Text(say("roster.columns_hint"), Tone.QUIET)
    return Message(told[0], (Text("\n".join(told)), Text(found), hinted, _ways(upload, say)))


def form(
    wanted: Sequence[Wanted],
    there: tuple[tuple[str, str], ...],
    upload: int,
    say: Phrases,
    *,
    errors: tuple[tuple[str, str], ...] = (),
) -> Form:
    """A list for each column of ours; `there` are the file's columns and how they are called."""
    return Form(
        name="roster_columns",
        title=say("roster.choose"),
        submit=say("roster.columns_read"),
        close=say("settings.close"),
        intro=say("roster.columns_intro"),
        fields=tuple(_field(each, there, say) for each in wanted),
        about=pack(ChooseColumns(upload)),
        errors=errors,
    )


def _field(wanted: Wanted, there: tuple[tuple[str, str], ...], say: Phrases) -> Field:
    label = say(f"roster.field_{wanted.name}")
    if wanted.needed:
        return Field(wanted.name, say("roster.columns_needed", field=label), there, wanted.chosen)
    return Field(wanted.name, label, ((NONE, say("roster.columns_none")), *there), wanted.chosen or NONE)


def _ways(upload: int, say: Phrases) -> Buttons:
    choose = Button(say("roster.choose"), ChooseColumns(upload), Weight.MAIN)
    return Buttons((choose, Button(say("roster.leave"), LeaveRoster(upload))))
