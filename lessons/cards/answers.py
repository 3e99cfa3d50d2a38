"""What a question is answered with, by its kind: boxes, an order, steps, or the keyboard."""

from typing import Final, assert_never

from lessons.model import Kind, Quiz
from lessons.phrases import Phrases
from lessons.understanding import MOST
from messages.actions import Choose, Finish, Skip, Toggle, Write, pack
from messages.form import Entry, Form
from messages.message import Block, Button, Buttons, Choice, Choices, Message, Ranking, Scale, Text, Weight

FORM: Final = "answer"
FIELD: Final = "answer"


def answers(quiz: Quiz, *, enrolment: int, say: Phrases, picked: tuple[str, ...] = ()) -> Block:
    """Where the answer is given; `picked` is what was picked or placed before."""
    match quiz.kind:
        case Kind.SINGLE | Kind.TRUEFALSE | Kind.POLL:
            return Choices(_chosen(quiz, enrolment))
        case Kind.MULTIPLE:
            return Choices(_toggled(quiz, enrolment), _submit(quiz, enrolment, say), picked)
        case Kind.ORDERING:
            places = tuple(say("quiz.position", number=number) for number in range(1, len(quiz.options) + 1))
            return Ranking(_toggled(quiz, enrolment), _submit(quiz, enrolment, say), picked, places)
        case Kind.SCALE:
            return Scale(_chosen(quiz, enrolment), quiz.options[0].text, quiz.options[-1].text)
        case Kind.NUMBER | Kind.SHORT:
            return Buttons((_write(quiz, enrolment, say),))
        case Kind.REFLECTION:
            write = Button(say("writing.write"), Write(enrolment, quiz.id), Weight.MAIN, typing=True)
            return Buttons((write, Button(say("writing.skip"), Skip(enrolment, quiz.id))))
        case _ as unreachable:
            assert_never(unreachable)


def hint(quiz: Quiz, say: Phrases) -> str:
    """How the same is answered by typing."""
    match quiz.kind:
        case Kind.SINGLE | Kind.TRUEFALSE | Kind.POLL:
            return say("quiz.hint", labels=labels(quiz))
        case Kind.SCALE:
            return say("quiz.hint_scale")
        case Kind.MULTIPLE:
            return say("quiz.hint_multiple", labels=" ".join(option.label for option in quiz.options[:2]))
        case Kind.ORDERING:
            return say("quiz.hint_ordering", labels=labels(quiz, " "))
        case Kind.NUMBER:
            return say("quiz.hint_number")
        case Kind.SHORT:
            return say("quiz.hint_short")
        case Kind.REFLECTION:
            return say("quiz.hint_reflection")
        case _ as unreachable:
            assert_never(unreachable)


def puzzled(quiz: Quiz, say: Phrases) -> str:
    """Said kindly where what was typed is no answer to this question."""
    match quiz.kind:
        case Kind.SINGLE | Kind.TRUEFALSE | Kind.POLL | Kind.SCALE | Kind.MULTIPLE:
            return say("verdict.not_an_answer", labels=labels(quiz))
        case Kind.ORDERING:
            return say("verdict.not_an_order", labels=labels(quiz, " "))
        case Kind.NUMBER:
            unit = quiz.number.unit if quiz.number else ""
            return say("verdict.not_a_number_in", unit=unit) if unit else say("verdict.not_a_number")
        case Kind.SHORT:
            return say("verdict.not_short")
        case Kind.REFLECTION:
            return say("verdict.not_a_thought")
        case _ as unreachable:
            assert_never(unreachable)


def form(quiz: Quiz, *, enrolment: int, say: Phrases) -> Form:
    """A number or a short text, written into one line."""
    return Form(
        name=FORM,
        title=say("quiz.form_title"),
        submit=say("quiz.answer"),
        close=say("settings.close"),
        fields=(Entry(FIELD, say("quiz.form_field"), most=MOST, hint=_form_hint(quiz, say)),),
        intro=quiz.text,
        about=pack(Write(enrolment, quiz.id)),
    )


def prompt(quiz: Quiz, say: Phrases) -> Message:
    """The question once more, short, for the message that comes next."""
    return Message(say("quiz.write_now"), (Text(quiz.text, strong=True), Text(say("quiz.write_now"))))


def labels(quiz: Quiz, joint: str = "・") -> str:
    """What may be typed, as A・B・C."""
    return joint.join(option.label for option in quiz.options)


def _chosen(quiz: Quiz, enrolment: int) -> tuple[Choice, ...]:
    return tuple(Choice(o.label, o.text, Choose(enrolment, quiz.id, o.label)) for o in quiz.options)


def _toggled(quiz: Quiz, enrolment: int) -> tuple[Choice, ...]:
    return tuple(Choice(o.label, o.text, Toggle(enrolment, quiz.id, o.label)) for o in quiz.options)


def _submit(quiz: Quiz, enrolment: int, say: Phrases) -> Button:
    return Button(say("quiz.answer"), Finish(enrolment, quiz.id), Weight.MAIN)


def _write(quiz: Quiz, enrolment: int, say: Phrases) -> Button:
    return Button(say("quiz.write"), Write(enrolment, quiz.id), Weight.MAIN, typing=True)


def _form_hint(quiz: Quiz, say: Phrases) -> str:
    if quiz.number is None:
        return say("quiz.form_short")
    return say("quiz.form_number_in", unit=quiz.number.unit) if quiz.number.unit else say("quiz.form_number")
