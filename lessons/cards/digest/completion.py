"""How far a section is, when its manager or the office asks: three numbers, never a name."""

from collections.abc import Iterator
from dataclasses import dataclass

from lessons.cards.digest.learner import week_named
from lessons.cards.digest.section import finished
from lessons.grouping import LEAST, Group
from lessons.phrases import Phrases
from lessons.weekly import Week
from messages.message import Block, Facts, Heading, Message, Text, Tone


@dataclass(frozen=True, slots=True)
class Completion:
    """The learners of a section in a week; `past`: the week is over; `partial`: parts of it are too small to be in the
    figures.
    """

    week: Week
    group: Group
    past: bool = False
    partial: bool = False


def completion_card(seen: Completion, say: Phrases) -> Message:
    """How many began, learnt and finished, or that they are too few to be shown."""
    return Message(
        summary=say("completion.summary", section=seen.group.name, week=week_named(seen.week, say)),
        blocks=(
            Heading(say("completion.title"), eyebrow=seen.group.name, aside=week_named(seen.week, say)),
            Text(finished(seen.group, say, past=seen.past), strong=True),
            *_figures(seen.group, say),
            *((Text(say("completion.partial", least=LEAST), Tone.QUIET),) if seen.partial else ()),
            Text(say("completion.why"), Tone.QUIET),
        ),
    )


def _figures(group: Group, say: Phrases) -> Iterator[Block]:
    if not group.small:
        figures = {
            say("completion.started"): group.started,
            say("completion.active"): group.active,
            say("completion.completed"): group.completed,
        }
        yield Facts(tuple((name, say("completion.people", many=many)) for name, many in figures.items()))
