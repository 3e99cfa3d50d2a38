"""Who may allow an announcement that somebody else wrote, and where they hear of it."""

from messages.incoming import ChannelName
from school.rights import Verb, actors, may
from store.announcement import Announcement
from store.values import Contact
from store.work import Work


def who(work: Work, announcement: Announcement) -> tuple[Contact, ...]:
    """Everybody who may say yes and has not written it, each where they are reached best; who is reached nowhere is
    not among them.
    """
    able = {each.person for each in actors(work) if each.person and may(work, each, Verb.APPROVE)}
    people = sorted(able - {announcement.author})
    return tuple(contact for person in people if (contact := best(work, person)))


def best(work: Work, person: int) -> Contact | None:
    """Slack, where the whole of it may be shown; else wherever the person is reached."""
    active = {account.id for account in work.accounts.all() if account.active}
    reached = [each for each in work.contacts.of_person(person) if each.reachable and each.account in active]
    return min(reached, key=lambda each: (each.channel is not ChannelName.SLACK, each.id), default=None)
