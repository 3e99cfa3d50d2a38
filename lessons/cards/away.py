"""Leave that the office sets for somebody: who and until when, and the way back. Never why, and not for LINE."""

from datetime import date

from lessons.cards import dates
from lessons.phrases import Phrases
from messages.actions import BringBack
from messages.form import Entry, Form
from messages.message import Button, Buttons, Message, Text, Tone

WHO, UNTIL = "who", "until"  # fields of the form
_NAME, _DAY = 100, 60  # characters


def which(about: str, say: Phrases) -> Form:
    """Who, and until when?"""
    return Form(
        name="away",
        title=say("away.title"),
        submit=say("away.set"),
        close=say("settings.close"),
        intro=say("away.intro"),
        fields=(
            Entry(WHO, say("away.who"), _NAME, say("away.who_hint")),
            Entry(UNTIL, say("away.until"), _DAY, say("away.until_hint")),
        ),
        about=about,
    )


def away(person: int, nickname: str, last: date, say: Phrases) -> Message:
    """They are, through that day."""
    told = say("away.done", name=nickname, date=dates.short(last, say))
    return Message(
        summary=told,
        blocks=(
            Text(told, strong=True),
            Text(say("away.done_hint"), Tone.QUIET),
            Buttons((Button(say("away.end"), BringBack(person)),)),
        ),
    )


def no_day(last: date, say: Phrases) -> str:
    """What is no day until which somebody may be away; `last` is the last that is one."""
    return say("away.no_day", last=dates.short(last, say))
