"""A question that waits for its answer."""

from lessons.model import Kind, Lesson, Quiz
from lessons.phrases import Phrases
from messages.actions import Choose, Finish, Skip, Toggle, Write
from messages.message import Block, Button, Buttons, Choice, Choices, Message, Text, Tone, Weight


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
        *_ways(quiz, enrolment=enrolment, say=say, picked=picked),
    )


def asked(lesson: Lesson, quiz: Quiz, *, say: Phrases) -> tuple[Block, ...]:
    """The question without its answers, as it stays above a verdict."""
    number = say("quiz.number", number=_number(lesson, quiz), of=len(lesson.quizzes))
    manner = say("quiz.scenario") if quiz.scenario else say(f"quiz.{quiz.kind.value}")
    if quiz.scenario and quiz.kind is not Kind.SINGLE:
        manner = f"{manner} · {say(f'quiz.{quiz.kind.value}')}"
    return Text(f"{number}  {manner}", Tone.QUIET), Text(quiz.text, strong=True)


def labels(quiz: Quiz, joint: str = "・") -> str:
    """What may be typed, as A・B・C."""
    return joint.join(option.label for option in quiz.options)


def _ways(quiz: Quiz, *, enrolment: int, say: Phrases, picked: tuple[str, ...]) -> tuple[Block, ...]:
    if quiz.kind is Kind.REFLECTION:
        write = Button(say("writing.write"), Write(enrolment, quiz.id), Weight.MAIN, typing=True)
        return (Buttons((write, Button(say("writing.skip"), Skip(enrolment, quiz.id)))),)
    choices = _choices(quiz, enrolment=enrolment, say=say, picked=picked)
    return choices, Text(_hint(quiz, say), Tone.QUIET)


def _choices(quiz: Quiz, *, enrolment: int, say: Phrases, picked: tuple[str, ...]) -> Choices:
    if quiz.kind is not Kind.MULTIPLE:
        single = (Choice(o.label, o.text, Choose(enrolment, quiz.id, o.label)) for o in quiz.options)
        return Choices(options=tuple(single))
    return Choices(
        options=tuple(Choice(o.label, o.text, Toggle(enrolment, quiz.id, o.label)) for o in quiz.options),
        submit=Button(say("quiz.answer"), Finish(enrolment, quiz.id), Weight.MAIN),
        picked=picked,
    )


def _hint(quiz: Quiz, say: Phrases) -> str:
    if quiz.kind is Kind.MULTIPLE:
        return say("quiz.hint_multiple", labels=" ".join(option.label for option in quiz.options[:2]))
    return say("quiz.hint", labels=labels(quiz))


def _number(lesson: Lesson, quiz: Quiz) -> int:
    return lesson.quizzes.index(quiz) + 1
