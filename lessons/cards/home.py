"""The home as a message."""

from lessons.phrases import Phrases
from messages.actions import Today
from messages.message import Button, Buttons, Heading, Message, Weight


def home_message(say: Phrases) -> Message:
    """The title, and the way to today's lesson."""
    today = Button(say("home.today"), Today(), Weight.MAIN)
    return Message(say("home.title"), (Heading(say("home.title")), Buttons((today,))))
