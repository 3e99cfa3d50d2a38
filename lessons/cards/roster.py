"""The list of staff in the chat: what a file would change, what it has changed, and how that is taken back."""

from lessons.phrases import Phrases
from messages.actions import ChooseColumns, LeaveRoster, TakeRoster, UndoRoster
from messages.message import Button, Buttons, Facts, Heading, Message, Text, Tone, Weight


def preview(
    read: str,
    counts: tuple[tuple[str, str], ...],
    *,
    warnings: tuple[str, ...],
    lines: tuple[str, ...],
    unread: str,
    upload: int,
    say: Phrases,
) -> Message:
    """How it was read, how many changes of each kind, what to look at, the first ones; then yes or no, and where some
    columns were not read, a way to say what they are.
    """
    other = Button(say("roster.choose"), ChooseColumns(upload))
    return Message(
        summary=read,
        blocks=(
            Heading(text=say("roster.title")),
            Text(read),
            Facts(counts),
            *((Text("\n".join(warnings), Tone.GENTLE),) if warnings else ()),
            Text("\n".join(lines)),
            *((Text(say("roster.unread", headings=unread), Tone.QUIET),) if unread else ()),
            Text(say("roster.ask"), Tone.QUIET),
            Buttons(
                (
                    Button(say("roster.take"), TakeRoster(upload), Weight.MAIN),
                    Button(say("roster.leave"), LeaveRoster(upload)),
                    *((other,) if unread else ()),
                )
            ),
        ),
    )


def taken(counts: tuple[tuple[str, str], ...], say: Phrases) -> Message:
    """It is so from now on."""
    done = say("roster.done")
    return Message(done, (Text(done, Tone.GOOD, strong=True), Facts(counts), Text(say("roster.undo_hint"), Tone.QUIET)))


def refused(lines: tuple[str, ...], say: Phrases) -> Message:
    """What is wrong, line by line."""
    told = say("roster.refused")
    return Message(told, (Text(told), Text("\n".join(lines), Tone.GENTLE)))


def ask_undo(imported: int, people: int, say: Phrases) -> Message:
    """Whether really."""
    asked = say("roster.undo_ask", people=people)
    button = Button(say("roster.undo"), UndoRoster(imported), Weight.DANGER)
    return Message(asked, (Text(asked), Buttons((button,))))
