"""What somebody answered to questionnaires and announcements, as their record shows it and as JSON."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from lessons.cards import dates
from lessons.phrases import Phrases
from school.given import GivenResponse, GivenSitting, Knowledge
from school.voted import GivenVote

Told = tuple[str, tuple[tuple[str, str], ...]]


def told(given: GivenSitting, day: Callable[[datetime], date], say: Phrases) -> Told:
    """The occasion's name and day, and (question, answer) pairs."""
    title = say(f"sitting.title_{given.sitting.occasion.value}")
    on = dates.short(day(given.responses[0].response.at), say)
    pairs = tuple((each.question, _answer(each, say)) for each in given.responses)
    return say("record.survey_line", title=title, date=on), pairs


def counts(knowledge: Knowledge | None, say: Phrases) -> str:
    """How many answers were right before and after; empty until both forms are in."""
    if knowledge is None:
        return ""
    return say("record.knowledge", before=knowledge.before, after=knowledge.after, of=knowledge.of)


def as_json(given: GivenSitting) -> dict[str, Any]:  # raw JSON
    """The same for machines."""
    sitting = given.sitting
    return {
        "occasion": sitting.occasion.value,
        "form": sitting.form.value,
        "finished_at": sitting.finished_at.isoformat() if sitting.finished_at else None,
        "responses": [
            {
                "item": each.response.item,
                "question": each.question,
                "chosen": list(each.response.chosen),
                "given": list(each.given),
                "right": each.right,
                "at": each.response.at.isoformat(),
            }
            for each in given.responses
        ],
    }


def voted(given: GivenVote, day: Callable[[datetime], date], say: Phrases) -> tuple[str, str]:
    """The question, and what was answered on which day."""
    on = dates.short(day(given.vote.at), say)
    return given.asked.question, say("record.vote_line", answer=given.given, date=on, title=given.asked.title)


def vote_as_json(given: GivenVote) -> dict[str, Any]:  # raw JSON
    """The same for machines."""
    return {
        "announcement": given.asked.title,
        "question": given.asked.question,
        "chosen": [given.vote.option],
        "given": [given.given],
        "at": given.vote.at.isoformat(),
    }


def _answer(given: GivenResponse, say: Phrases) -> str:
    answer = say("record.given", answer="・".join(given.given)) if given.given else say("record.skipped")
    if given.right is None:
        return answer
    return f"{answer} — {say('record.right') if given.right else say('record.wrong')}"
