"""How far an announcement is, told in one message that changes in its place."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from lessons.phrases import phrases
from messages.letter import Letter
from school.announcing.showing import standing
from school.rights import Verb, actor_of, may
from store.announcement import Announcement, Stage, Watch
from store.values import Contact
from store.work import Work

LEAST: Final = timedelta(seconds=3)  # between two changes: Slack takes some fifty a minute from a whole workspace


def watch(work: Work, announcement: Announcement, contact: Contact, message: str, at: datetime) -> None:
    """That message at the contact tells from now on how far it is; the platform must be one that can edit."""
    number = work.watches.next(announcement.id, contact.id)
    work.watches.put(Watch(announcement.id, contact.id, message, "", at - LEAST, number))


def tell(work: Work, at: datetime) -> int:
    """Where numbers have changed, and not too soon after the last time, tell them; how it ended, at once. Returns how
    many messages change.
    """
    return sum(_tell(work, each, at) for each in work.watches.open())


def _tell(work: Work, of: Watch, at: datetime) -> bool:
    announcement = work.announcements.get(of.announcement)
    way, over = work.announcements.way(announcement.id), announcement.stage is not Stage.SENDING
    now = f"{announcement.stage.value} {way.sent} {way.open} {way.total}"
    if not over and (now == of.told or at - of.told_at < LEAST):
        return False
    contact = work.contacts.get(of.contact)
    new = replace(of, message=work.watches.stands_at(of), told=now, told_at=at, number=of.number + 1)
    work.watches.put(new)
    if over:
        work.watches.end(announcement.id, contact.id)
    work.outbox.withdraw(of.key, at)  # older numbers that have not left never do
    return _post(work, announcement, contact, new, at)


def _post(work: Work, announcement: Announcement, contact: Contact, new: Watch, at: datetime) -> bool:
    actor, say = actor_of(work, contact.person), phrases(work.people.get(contact.person).language)
    if not may(work, actor, Verb.DRAFT):
        return False
    message = standing(work, actor, announcement, at, say)
    return work.outbox.post(Letter(new.key, contact.address, message, at, replaces=new.message), at)
