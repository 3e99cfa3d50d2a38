"""What is held about somebody, told in the chat: kinds and counts, never what is in them."""

from dataclasses import dataclass

from lessons.phrases import Phrases
from messages.message import Facts, Heading, Message, Page, Text, Tone


@dataclass(frozen=True, slots=True)
class Held:
    """How much there is of each kind."""

    addresses: int
    lessons: int
    answers: int
    words: int
    rests: int
    votes: int
    letters: int
    sittings: int
    listed: bool = False  # on the list of staff


def summary(held: Held, url: str, say: Phrases) -> Message:
    """The kinds, how long they stay, who sees them, and the way to the person's own page."""
    rows = (
        (say("record.settings"), say("record.settings_count", count=held.addresses)),
        (say("record.lessons"), say("record.lessons_count", count=held.lessons)),
        (say("record.answers"), say("record.count", count=held.answers)),
        (say("record.surveys"), say("record.surveys_count", count=held.sittings)),
        (say("record.words"), say("record.count", count=held.words)),
        (say("record.rests"), say("record.count", count=held.rests)),
        (say("record.votes"), say("record.count", count=held.votes)),
        (say("record.letters"), say("record.count", count=held.letters)),
        *(((say("record.roster"), say("record.roster_known")),) if held.listed else ()),
    )
    return Message(
        summary=say("record.title"),
        blocks=(
            Heading(text=say("record.title")),
            Facts(rows),
            Text(say("record.how_long")),
            Text(say("record.who")),
            Text(say("record.open_hint"), Tone.QUIET),
            Page(say("record.open"), url),
        ),
    )
