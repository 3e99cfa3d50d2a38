"""What is told with the next lesson: that a key was wrong, and what counts now; what became of a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lessons.cards.answered import given_answer, right_answer
from lessons.grading import Verdict
from lessons.model import Lesson, Quiz
from lessons.phrases import Phrases
from messages.message import Block, Break, Divider, Heading, Message, Text, Tone

Card: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Regraded:
    """An answer whose verdict has changed; `verdict` is the one that counts now."""

    lesson: Lesson
    quiz: Quiz
    verdict: Verdict


def regraded(cases: Sequence[Regraded], say: Phrases) -> Card:
    """What was wrong, that it was our mistake, and what counts now."""
    told = [block for case in cases for block in (Divider(), *_case(case, say))]
    return (
        Heading(text=say("regraded.title")),
        Text(say("regraded.sorry")),
        *told,
        Text(say("regraded.kept"), Tone.QUIET),
    )


@dataclass(frozen=True, slots=True)
class Answered:
    """What the editor says to somebody who found something wrong in this lesson."""

    lesson: Lesson
    answer: str


def answered(cases: Sequence[Answered], say: Phrases) -> Card:
    """Thanks, and the answer, lesson by lesson."""
    told = [block for case in cases for block in (Divider(), *_answer(case, say))]
    return (Heading(text=say("report.answered")), *told[1:])


def above(cards: Sequence[Card], message: Message) -> Message:
    """The message with these cards before it; its summary stays."""
    first = [block for card in cards for block in (*card, Break())]
    return Message(message.summary, (*first, *message.blocks))


def alone(cards: Sequence[Card], say: Phrases) -> Message:
    """The cards as a message of their own; there must be one."""
    first, *others = cards
    return Message(say("news.summary"), (*first, *(block for card in others for block in (Break(), *card))))


def _answer(case: Answered, say: Phrases) -> Card:
    thanks = say("report.thanks", day=case.lesson.number, title=case.lesson.title)
    return Text(thanks), Text(case.answer, strong=True)


def _case(case: Regraded, say: Phrases) -> Card:
    lesson, quiz, verdict = case.lesson, case.quiz, case.verdict
    number = lesson.quizzes.index(quiz) + 1
    facts = {"given": given_answer(quiz, verdict), "answer": right_answer(quiz)}
    told = Text(say("regraded.right", **facts), Tone.GOOD) if verdict.right else Text(say("regraded.wrong", **facts))
    return (
        Text(say("regraded.question", day=lesson.number, number=number), Tone.QUIET),
        Text(quiz.text, strong=True),
        told,
        *(Text(why) for why in (*(option.why for option in quiz.right), quiz.why) if why),
    )
