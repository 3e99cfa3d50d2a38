"""Silence at a word of the office (災害モード): whom it would be over, the second yes, and that it has begun."""

from dataclasses import dataclass
from datetime import datetime

from lessons.cards import dates
from lessons.phrases import Phrases
from messages.actions import AskSilence, BeginSilence, ConfirmSilence, DropSilence, PlanResume
from messages.form import Entry, Field, Form
from messages.message import Block, Button, Buttons, Heading, Message, Text, Tone, Weight, plain

FORM = "silence"
FIELD = "whom"
_NAME = 100  # characters of a section's path or a nickname
_LISTED = 100  # sections a form offers at most; where there are more, one is written


@dataclass(frozen=True, slots=True)
class Hush:
    """A silence that waits for a yes or lasts; `since` is local, `own` is what the reader has asked for."""

    number: int
    whom: str
    subject: str
    since: datetime
    waits: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Wished:
    """What would be silent, how many people that are, and how many of them cost a message on LINE if they are told."""

    whom: str
    number: int
    subject: str
    people: int
    line: int
    needs_yes: bool


def state(open_ones: tuple[Hush, ...], *, everywhere: bool, say: Phrases) -> Message:
    """How it stands, and over whom silence may fall; where not everything may be named, only over everybody."""
    return Message(
        summary=say("silence.title"),
        blocks=(
            Heading(text=say("silence.title")),
            *(block for each in open_ones for block in _standing(each, say)),
            *(() if any(each.whom == "everybody" for each in open_ones) else _choices(say, everywhere=everywhere)),
        ),
    )


def ask(wished: Wished, say: Phrases) -> Message:
    """Once more, with how many it concerns; nothing has happened yet."""
    told = say("silence.ask", whom=whom(wished.whom, wished.subject, say), people=wished.people)
    yes = BeginSilence(wished.whom, wished.number, 0), BeginSilence(wished.whom, wished.number, 1)
    cost = say("silence.notice_cost", notice=say("silence.notice"), line=wished.line)
    second = (Text(say("silence.needs_yes"), Tone.GENTLE),) if wished.needs_yes else ()
    return Message(
        summary=told,
        blocks=(
            Heading(text=say("silence.title")),
            Text(told, strong=True),
            Text(say("silence.at_once")),
            *second,
            Text(cost, Tone.QUIET),
            Buttons((Button(say("silence.yes"), yes[0], Weight.MAIN), Button(say("silence.yes_and_tell"), yes[1]))),
            Text(say("silence.ask_words"), Tone.QUIET),
        ),
    )


def begun(silence: int, told: str, say: Phrases) -> Message:
    """It is silent, and the way back."""
    return Message(
        summary=told,
        blocks=(
            Text(told, Tone.GOOD, strong=True),
            Text(say("silence.until_resumed"), Tone.QUIET),
            Buttons((Button(say("silence.plan"), PlanResume(silence)),)),
        ),
    )


def wanted(silence: int, say: Phrases) -> Message:
    """To somebody else who may say yes. Neither whom it is over nor who asks is said: it may be read on LINE."""
    told = say("silence.wanted")
    return Message(
        summary=told,
        blocks=(
            Heading(text=say("silence.title")),
            Text(told),
            Text(say("silence.at_once")),
            Buttons(_answers(silence, say)),
            Text(say("silence.yes_words"), Tone.QUIET),
        ),
    )


def allowed(silence: int, say: Phrases) -> Message:
    """To who asked: the yes has come."""
    return begun(silence, say("silence.allowed"), say)


def notice(say: Phrases) -> Message:
    """One neutral line to those concerned."""
    return plain(say("silence.notice"))


def which_section(sections: tuple[tuple[int, str], ...], about: str, say: Phrases) -> Form:
    """Which section? From a list, or written where there are too many for one."""
    label = say("silence.section")
    if 0 < len(sections) <= _LISTED:
        listed = tuple((str(number), path) for number, path in sections)
        return _form(Field(FIELD, label, listed, listed[0][0]), about, say)
    return _form(Entry(FIELD, label, _NAME, say("silence.section_hint")), about, say)


def which_person(about: str, say: Phrases) -> Form:
    """Which person?"""
    return _form(Entry(FIELD, say("silence.person"), _NAME, say("silence.person_hint")), about, say)


def whom(kind: str, subject: str, say: Phrases) -> str:
    """Everybody; the section or the person by name, or, where no name may be said, that it is one."""
    return subject or say(f"silence.one_{kind}")


def _standing(each: Hush, say: Phrases) -> tuple[Block, ...]:
    at = say("silence.moment", date=dates.short(each.since.date(), say), time=dates.clock(each.since.time()))
    told = say("silence.waits" if each.waits else "silence.lasts", whom=whom(each.whom, each.subject, say), since=at)
    if not each.waits:
        return Text(told, strong=True), Buttons((Button(say("silence.plan"), PlanResume(each.number), Weight.MAIN),))
    mine = Button(say("silence.no"), DropSilence(each.number))
    return Text(told, strong=True), Buttons((mine,) if each.own else _answers(each.number, say))


def _answers(silence: int, say: Phrases) -> tuple[Button, ...]:
    yes = Button(say("silence.yes"), ConfirmSilence(silence), Weight.MAIN)
    return yes, Button(say("silence.no"), DropSilence(silence))


def _choices(say: Phrases, *, everywhere: bool) -> tuple[Block, ...]:
    town = Button(say("silence.of_everybody"), AskSilence("everybody"), Weight.MAIN)
    section = Button(say("silence.of_section"), AskSilence("section"))
    person = Button(say("silence.of_person"), AskSilence("person"))
    return (
        Text(say("silence.what")),
        Buttons((town, section, person) if everywhere else (town,)),
        Text(say("silence.words" if everywhere else "silence.elsewhere"), Tone.QUIET),
    )


def _form(field: Field | Entry, about: str, say: Phrases) -> Form:
    return Form(
        name=FORM,
        title=say("silence.title"),
        submit=say("silence.onward"),
        close=say("settings.close"),
        fields=(field,),
        about=about,
    )
