"""The ways back from a page of ours to where one came from."""

from bot.invitation import talk
from console.writing import Back
from lessons.phrases import Phrases
from messages.incoming import ChannelName
from store.values import Person
from store.work import Work


def back(work: Work, person: Person, say: Phrases, *, more: bool) -> Back:
    """A link that opens LINE, with the word typed that goes on where `more` waits; and whether there is Slack."""
    contacts = work.contacts.of_person(person.id)
    line = [work.accounts.get(each.account) for each in contacts if each.channel is ChannelName.LINE]
    onward = say("help.resume") if more else ""
    slack = any(each.channel is ChannelName.SLACK for each in contacts)
    return Back(line=talk(line[0], onward) if line else "", slack=slack, more=more)
