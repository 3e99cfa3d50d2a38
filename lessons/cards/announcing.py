"""An announcement as its makers see it: before it is sent, while it goes out, and afterwards."""

from dataclasses import dataclass
from typing import Final

from lessons.cards.announcement import as_text
from lessons.phrases import Phrases
from messages.actions.announcing import (
    Abort,
    Announce,
    Approve,
    Correct,
    Discard,
    GiveBack,
    Rewrite,
    Send,
    ShowAnnouncement,
    ShowAnnouncements,
    ShowLedger,
    Undo,
)
from messages.message import (
    Block,
    Box,
    Button,
    Buttons,
    Choice,
    Choices,
    Divider,
    Facts,
    Heading,
    Message,
    Progress,
    Text,
    Tone,
    Weight,
)

_GAP: Final = 200


@dataclass(frozen=True, slots=True)
class Seen:
    """An announcement that has not left: `card` is what people will read, `rows` whom it reaches and what it costs.

    `note` is what has just happened to it, and stands above everything.
    """

    number: int
    version: int
    title: str
    card: Message
    rows: tuple[tuple[str, str], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """One that has left, or is leaving: how many letters there are, and how many arrived, wait or are lost; `votes` are
    the answers to its question so far.
    """

    number: int
    title: str
    total: int
    sent: int
    waiting: int
    lost: int
    votes: tuple[tuple[str, str], ...] = ()
    note: str = ""


def begin(say: Phrases) -> Message:
    """Where no form opens by itself: a button that opens it."""
    told = say("announcing.begin")
    write = Button(say("announcing.write"), Announce(), Weight.MAIN)
    return Message(told, (Text(told), Buttons((write, _all(say)))))


def preview(seen: Seen, say: Phrases, *, own: bool, may_send: bool, asks_yes: bool) -> Message:
    """The draft as both platforms will show it, whom it reaches, and what can be done with it."""
    label = say("announcing.ask" if asks_yes else "announcing.send")
    send = Button(label, Send(seen.number, seen.version), Weight.MAIN)
    buttons = (
        *((send,) if may_send or asks_yes else ()),
        *((Button(say("announcing.mend"), Rewrite(seen.number)),) if own else ()),
        Button(say("announcing.recount"), ShowAnnouncement(seen.number)),
        *((Button(say("announcing.discard"), Discard(seen.number), Weight.DANGER),) if own else ()),
    )
    told = "announcing.send_by_word" if may_send or asks_yes else "announcing.others_send"
    last = Text(say(told, number=seen.number, version=seen.version), Tone.QUIET)
    title = say("announcing.draft", title=seen.title)
    first = Text(say("announcing.not_sent"), strong=True)
    return Message(title, (*_noted(seen.note), first, *_shown(seen, say), last, Buttons(buttons)))


def to_allow(seen: Seen, author: str, say: Phrases) -> Message:
    """For whoever may allow it."""
    told = say("announcing.please", author=author, title=seen.title)
    buttons = (
        Button(say("announcing.approve"), Approve(seen.number, seen.version), Weight.MAIN),
        Button(say("announcing.give_back"), GiveBack(seen.number, seen.version)),
    )
    by_word = Text(say("announcing.allow_by_word", number=seen.number, version=seen.version), Tone.QUIET)
    first = *_noted(seen.note), Text(told, strong=True)
    return Message(told[:_GAP], (*first, *_shown(seen, say), by_word, Buttons(buttons)))


def waits(seen: Seen, asked: int, say: Phrases) -> Message:
    """It waits for the yes of one of so many."""
    told = "announcing.waits" if asked else "announcing.waits_for_nobody"
    return _brief(seen, say(told, title=seen.title, count=asked), say)


def leaves(seen: Seen, when: str, say: Phrases) -> Message:
    """It leaves at that moment, unless it is undone."""
    return _brief(seen, say("announcing.leaves", title=seen.title, when=when), say)


def going(gone: Gone, say: Phrases) -> Message:
    """A bar that fills, the same in words, and the way to stop it."""
    stop = Button(say("announcing.abort"), Abort(gone.number), Weight.DANGER)
    return _gone(gone, say("announcing.going"), (stop,), say)


def ended(gone: Gone, say: Phrases, *, aborted: bool) -> Message:
    """How it ended, and what is left to do."""
    lost = (Button(say("announcing.lost"), ShowLedger(gone.number, 1)),) if gone.lost else ()
    buttons = (*lost, Button(say("announcing.correct"), Correct(gone.number)), _all(say))
    return _gone(gone, say("announcing.aborted" if aborted else "announcing.done"), buttons, say)


def discarded(title: str, say: Phrases) -> Message:
    """It was thrown away."""
    told = say("announcing.discarded", title=title)
    return Message(told[:_GAP], (Text(told), Buttons((_all(say),))))


def listed(rows: tuple[tuple[int, str], ...], say: Phrases) -> Message:
    """The newest ones, each by its number."""
    title = say("announcing.all")
    choices = tuple(Choice(str(number), said, ShowAnnouncement(number)) for number, said in rows)
    some: Block = Choices(choices) if choices else Text(say("announcing.none"))
    write = Button(say("announcing.write"), Announce(), Weight.MAIN)
    return Message(title, (Heading(title), some, Buttons((write,))))


def decided(told: str, comment: str, say: Phrases, *, number: int, granted: bool) -> Message:
    """What somebody said about it, for its author."""
    next_one = (
        Button(say("announcing.open"), ShowAnnouncement(number))
        if granted
        else Button(say("announcing.mend"), Rewrite(number), Weight.MAIN)
    )
    said = (Box(say("announcing.comment"), comment),) if comment else ()
    return Message(told[:_GAP], (Text(told, strong=True), *said, Buttons((next_one,))))


def _shown(seen: Seen, say: Phrases) -> tuple[Block, ...]:
    return (
        Text(say("announcing.in_slack"), Tone.QUIET),
        *seen.card.blocks,
        Divider(),
        Text(say("announcing.on_line"), Tone.QUIET),
        Box(seen.card.summary, as_text(seen.card)),
        Divider(),
        Facts(seen.rows),
    )


def _brief(seen: Seen, told: str, say: Phrases) -> Message:
    undo = Button(say("announcing.undo"), Undo(seen.number))
    return Message(told[:_GAP], (*_noted(seen.note), Text(told, strong=True), Facts(seen.rows), Buttons((undo,))))


def _gone(gone: Gone, state: str, buttons: tuple[Button, ...], say: Phrases) -> Message:
    label = say("announcing.bar", sent=gone.sent, total=gone.total)
    rows = (
        (say("announcing.arrived"), say("announcing.people", count=gone.sent)),
        (say("announcing.waiting"), say("announcing.people", count=gone.waiting)),
        (say("announcing.not_arrived"), say("announcing.people", count=gone.lost)),
    )
    return Message(
        summary=f"{state}: {gone.title}"[:_GAP],
        blocks=(
            *_noted(gone.note),
            Heading(gone.title, eyebrow=state),
            Progress(gone.sent, gone.total, label),
            Facts(rows),
            *((Facts(gone.votes),) if gone.votes else ()),
            Buttons(buttons),
        ),
    )


def _noted(note: str) -> tuple[Text, ...]:
    return (Text(note, Tone.GENTLE, strong=True),) if note else ()


def _all(say: Phrases) -> Button:
    return Button(say("announcing.all"), ShowAnnouncements())
