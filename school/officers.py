"""Those who do a thing for the organisation, and where a word about it reaches them."""

from messages.incoming import ChannelName
from school.rights import MAY, Verb
from store.values import Contact
from store.work import Work


def reached(work: Work, verb: Verb) -> tuple[Contact, ...]:
    """One contact of each person who may do this everywhere: in Slack if they are there, else on LINE."""
    people = dict.fromkeys(each.person for each in work.roles.all() if each.role in MAY[verb] and each.section is None)
    found = (best(work.contacts.of_person(person)) for person in people)
    return tuple(contact for contact in found if contact)


def best(contacts: tuple[Contact, ...]) -> Contact | None:
    """Where somebody is reached, if they are: in Slack, else on LINE."""
    there = [each for each in contacts if each.reachable]
    return min(there, key=lambda each: (each.channel is ChannelName.LINE, each.id), default=None)
