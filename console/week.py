"""The page that shows a learner their own week: every question that was hard, and why its answer is what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from console.templating import drawn
from console.writing import Back
from lessons.cards import dates
from lessons.cards.answered import given_answer
from lessons.cards.digest.learner import LearnerWeek, Missed, coming, greeting, lines, week_named
from lessons.cards.verdict import verdict_message
from lessons.phrases import Phrases
from messages.message import Link, Text


@dataclass(frozen=True, slots=True)
class _Hard:
    """A question as the page shows it: what was answered, the explanation in lines, the source with its address."""

    lesson: str
    question: str
    given: str
    why: tuple[str, ...]
    source: str
    url: str


def week_page(seen: LearnerWeek, back: Back, say: Phrases, *, until: time) -> str:
    """For the person alone, until that local time."""
    return drawn(
        "week.html",
        language=say.language,
        title=say("digest.page_title"),
        course=seen.course.title,
        week=week_named(seen.week, say),
        thanks=say(greeting(seen)),
        lines=tuple(lines(seen, say)),
        hard_title=say("digest.hard"),
        hard=tuple(_hard(each, say) for each in seen.missed),
        none=say("digest.page_none"),
        coming=coming(seen, say),
        expiry=say("digest.page_expiry", time=dates.clock(until)),
        line=back.line,
        line_label=say("page.back_line_open"),
    )


def _hard(each: Missed, say: Phrases) -> _Hard:
    blocks = verdict_message(each.quiz, each.verdict, say).blocks
    source = next((block for block in blocks if isinstance(block, Link)), None)
    return _Hard(
        lesson=say("digest.lesson", day=each.lesson.number, title=each.lesson.title),
        question=each.quiz.text,
        given=say("digest.page_yours", answer=given_answer(each.quiz, each.verdict)),
        why=tuple(_lines(each, say)),
        source=f"{source.label} {source.note}".strip() if source else "",
        url=source.url if source else "",
    )


def _lines(each: Missed, say: Phrases) -> Iterator[str]:
    yield from (block.body for block in verdict_message(each.quiz, each.verdict, say).blocks if isinstance(block, Text))
