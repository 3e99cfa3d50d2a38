"""The way from a chat to the page where announcements are written."""

from lessons.phrases import Phrases
from messages.message import Message, Page, Text


def door(url: str, until: str, say: Phrases) -> Message:
    """A link for one person; `until` is a local time. Nothing of any announcement stands here."""
    told = say("announce_page.link", time=until)
    return Message(told, (Text(told), Page(say("announce_page.open"), url)))
