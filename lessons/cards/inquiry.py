"""Answers of the office, as whoever asked reads them."""

from collections.abc import Sequence
from dataclasses import dataclass

from lessons.cards.news import Card
from lessons.phrases import Phrases
from messages.actions import Ask, AskOn, ReadAnswers, pack
from messages.form import Entry, Form
from messages.message import Block, Box, Button, Buttons, Divider, Heading, Message, Page, Text, Tone, Weight

FORM = "askon"
FIELD = "words"


@dataclass(frozen=True, slots=True)
class Given:
    """What was asked, and the answer."""

    inquiry: int
    words: str
    answer: str


def answered(cases: Sequence[Given], say: Phrases) -> Message:
    """Question and answer in full, where they may be shown."""
    title = say("inquiry.answered")
    told: list[Block] = []
    for case in cases:
        asked = (Text(say("inquiry.you_asked", words=case.words), Tone.QUIET),) if case.words else ()
        told += [Divider(), *asked, Box(say("inquiry.answer"), case.answer)]
        told += [Buttons((Button(say("inquiry.ask_on"), AskOn(case.inquiry)),))]
    return Message(title, (Heading(title), *told))


def arrived(count: int, say: Phrases) -> Card:
    """That answers are there, and nothing of what they say."""
    return (
        Text(say("inquiry.arrived", count=count), strong=True),
        Buttons((Button(say("inquiry.read"), ReadAnswers(), Weight.MAIN),)),
    )


def waiting(count: int, say: Phrases) -> Message:
    """The same as a message of its own."""
    return Message(say("inquiry.arrived", count=count), arrived(count, say))


def on_page(url: str, say: Phrases) -> Message:
    """The way to the page that shows them."""
    told = say("inquiry.on_page")
    return Message(told, (Text(told), Page(say("inquiry.read"), url)))


def nothing(say: Phrases) -> Message:
    """No answer has come yet."""
    told = say("inquiry.nothing")
    return Message(told, (Text(told), Buttons((Button(say("question.write"), Ask(), typing=True),))))


def ask_on_form(inquiry: int, words: str, *, most: int, say: Phrases) -> Form:
    """One field, under what was asked."""
    entry = Entry(FIELD, say("inquiry.label"), most, hint=say("writing.hint", most=most), long=True)
    return Form(
        name=FORM,
        title=say("inquiry.ask_on"),
        submit=say("writing.send"),
        close=say("writing.close"),
        fields=(entry,),
        intro=say("inquiry.you_asked", words=words) if words else "",
        about=pack(AskOn(inquiry)),
    )
