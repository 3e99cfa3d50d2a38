"""A section's week, for its manager: how many finished it, thanks first, one sentence for Monday; never a name."""

from dataclasses import dataclass

from lessons.cards.digest.learner import week_named
from lessons.grouping import LEAST, Group
from lessons.phrases import Phrases
from lessons.weekly import Week
from messages.message import Box, Heading, Message, Text, Tone


@dataclass(frozen=True, slots=True)
class SectionWeek:
    """The learners of a section and of all below it; `past`: the week is over."""

    week: Week
    group: Group
    past: bool = False


def section_digest(seen: SectionWeek, say: Phrases) -> Message:
    """In so many words; nothing but thanks where a figure would tell of single people."""
    headline = finished(seen.group, say, past=seen.past)
    return Message(
        summary=say("digest.section_summary", section=seen.group.name, week=week_named(seen.week, say)),
        blocks=(
            Heading(say("digest.section_title"), eyebrow=seen.group.name, aside=week_named(seen.week, say)),
            Text(say("digest.section_thanks")),
            Text(headline, strong=True),
            Box(say("digest.monday"), _sentence(seen.group, say)),
            Text(say("digest.section_why"), Tone.QUIET),
        ),
    )


def finished(group: Group, say: Phrases, *, past: bool) -> str:
    """8人中7人が今週の学習を終えました, or that they are too few to be shown."""
    if group.small:
        return say("digest.few", least=LEAST)
    when = say("digest.that_week" if past else "digest.this_week")
    return say("digest.finished", learners=group.learners, completed=group.completed, when=when)


def _sentence(group: Group, say: Phrases) -> str:
    if group.small:
        return say("digest.monday_few")
    if group.completed == group.learners:
        return say("digest.monday_all")
    return say("digest.monday_most" if 2 * group.completed >= group.learners else "digest.monday_some")
