"""Own words: where they are written, and what is said when they have come."""

from datetime import date
from typing import TypeAlias

from lessons.cards import dates
from lessons.cards.quiz import asked
from lessons.cards.verdict import lesson_above
from lessons.guard import Private
from lessons.model import Course, Lesson, Quiz
from lessons.phrases import Phrases
from messages.actions import AnswerQuestion, Ask, AskOn, Report, Write, pack
from messages.form import Entry, Form
from messages.message import Block, Button, Buttons, Divider, Message, Page, Text, Tone, Weight

Rewritten: TypeAlias = Write | Ask | AskOn | Report | AnswerQuestion
"""What somebody may write once more."""

NAME = "write"  # of the form
FIELD = "words"


def reflection_form(quiz: Quiz, action: Write, *, most: int, say: Phrases) -> Form:
    """The question above one large field."""
    entry = Entry(FIELD, say("writing.label"), most, hint=say("writing.hint", most=most), long=True)
    return _form(say("writing.title"), action, entry, say, intro=quiz.text)


def question_form(*, most: int, say: Phrases, intro: str = "") -> Form:
    """One large field for what one would like to know; above it, whether answers wait."""
    entry = Entry(FIELD, say("question.label"), most, hint=say("writing.hint", most=most), long=True)
    return _form(say("question.title"), Ask(), entry, say, intro=intro)


def on_page(told: str, url: str, say: Phrases) -> Message:
    """The way to a page of ours, which works for this person alone."""
    return Message(told, (Text(told), Page(say("writing.open"), url)))


def again(told: str, action: Rewritten, say: Phrases) -> Message:
    """Nothing was kept: why, and a button to write once more."""
    label = say("question.write" if isinstance(action, Ask) else "writing.again")
    return Message(told, (Text(told, Tone.GENTLE), Buttons((Button(label, action, Weight.MAIN, typing=True),))))


def kept(course: Course, lesson: Lesson, quiz: Quiz, *, family: str, today: date, say: Phrases) -> tuple[Block, ...]:
    """What stays above the thanks where they take the question's place; never what was written."""
    above = lesson_above(course, lesson, quiz, family=family, today=today, say=say)
    return (*above, *asked(lesson, quiz, say=say), Divider())


def received(told: str, quiz: Quiz) -> Message:
    """Thanks, or a kind word to whoever left it out; and the question's own last word."""
    last = (Text(quiz.why),) if quiz.why else ()
    return Message(told, (Text(told, Tone.GOOD, strong=True), *last))


def already(on: date, say: Phrases) -> str:
    """Said kindly to whoever answers a second time."""
    return say("writing.already", date=dates.short(on, say))


def kinds(private: tuple[Private, ...], say: Phrases) -> str:
    """What was seen, as a list in words."""
    named = {
        Private.MY_NUMBER: say("guard.my_number"),
        Private.PHONE: say("guard.phone"),
        Private.EMAIL: say("guard.email"),
        Private.ADDRESS: say("guard.address"),
        Private.BIRTH_DATE: say("guard.birth_date"),
    }
    return say("guard.joint").join(named[each] for each in private)


def unfit(length: int, private: tuple[Private, ...], *, most: int, say: Phrases) -> str:
    """Why words cannot be kept as they are."""
    if private:
        return say("guard.told", kinds=kinds(private, say))
    return say("writing.too_long", length=length, most=most) if length else say("writing.empty")


def _form(title: str, action: Write | Ask, entry: Entry, say: Phrases, *, intro: str = "") -> Form:
    return Form(
        name=NAME,
        title=title,
        submit=say("writing.send"),
        close=say("writing.close"),
        fields=(entry,),
        intro=intro,
        about=pack(action),
    )
