"""The way from LINE to announcements: a link to a page of ours, since nothing unsent goes over LINE."""

from datetime import datetime

from lessons.cards import dates
from lessons.cards.announcing_door import door
from lessons.phrases import Phrases
from messages.actions import ShowAnnouncements
from messages.message import Message
from school import passing
from school.rights import Actor, NotAllowed, Verb, require
from store.work import Work


def on_line(work: Work, actor: Actor, at: datetime, say: Phrases, *, public_url: str) -> Message:
    """A new link for this person; the one before leads nowhere any more. Raises NotAllowed."""
    require(work, actor, Verb.DRAFT)
    if actor.person is None:
        raise NotAllowed(Verb.DRAFT)
    secret = passing.give(work, actor.person, ShowAnnouncements(), at)
    until = (at + passing.ANNOUNCING).astimezone(work.organisation.timezone)
    return door(f"{public_url}/announce/{secret}", dates.clock(until.time()), say)
