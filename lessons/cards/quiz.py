"""A question that waits for its answer."""

from lessons.cards.answers import answers, hint
from lessons.model import Kind, Lesson, Quiz
from lessons.phrases import Phrases
from messages.message import Block, Message, Text, Tone


def quiz_message(
    lesson: Lesson, quiz: Quiz, *, enrolment: int, say: Phrases, picked: tuple[str, ...] = (), note: str = ""
) -> Message:
    """One question on its own; `note` stands above it."""
    above = (Text(note, strong=True),) if note else ()
    return Message(
        summary=say("quiz.summary", number=_number(lesson, quiz), of=len(lesson.quizzes), text=quiz.text),
        blocks=(*above, *question(lesson, quiz, enrolment=enrolment, say=say, picked=picked)),
    )


def question(
    lesson: Lesson, quiz: Quiz, *, enrolment: int, say: Phrases, picked: tuple[str, ...] = ()
) -> tuple[Block, ...]:
    """The question's number, its text, its answers, and how to answer by typing."""
    return (
        *asked(lesson, quiz, say=say),
        answers(quiz, enrolment=enrolment, say=say, picked=picked),
        Text(hint(quiz, say), Tone.QUIET),
    )


def asked(lesson: Lesson, quiz: Quiz, *, say: Phrases) -> tuple[Block, ...]:
    """The question without its answers, as it stays above a verdict."""
    number = say("quiz.number", number=_number(lesson, quiz), of=len(lesson.quizzes))
    manner = say("quiz.amount") if quiz.kind is Kind.NUMBER else say(f"quiz.{quiz.kind.value}")
    if quiz.scenario:
        manner = say("quiz.scenario") if quiz.kind is Kind.SINGLE else f"{say('quiz.scenario')} · {manner}"
    if not quiz.graded:
        manner = f"{manner} · {say('quiz.ungraded')}"
    return Text(f"{number}  {manner}", Tone.QUIET), Text(quiz.text, strong=True)


def _number(lesson: Lesson, quiz: Quiz) -> int:
    return lesson.quizzes.index(quiz) + 1
