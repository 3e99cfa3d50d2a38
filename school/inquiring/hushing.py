"""Questions while the office lets somebody rest: nobody at rest is told of one, and afterwards all are shown."""

from datetime import datetime

from school.inquiring import desk
from school.inquiring.looking import WAITING
from school.silenced import resting
from store.work import Work


def hush(work: Work) -> None:
    """What has not left yet to who rests now is not said; `show_missed` shows it when they go on."""
    rests = resting(work)
    theirs = (work.contacts.of_person(person.id) for person in desk.able(work) if rests.has(person.id))
    places = [str(contact.id) for contacts in theirs for contact in contacts]
    for place in (*places, *((desk.CHANNEL,) if rests.everybody else ())):
        work.threads.unshow(place)


def show_missed(work: Work, at: datetime) -> None:
    """What waits for an answer and was shown nowhere, is shown. Twice shows once."""
    for inquiry in work.inquiries.standing(WAITING):
        shown = {desk.named(posted.key)[0] for posted in work.threads.of(inquiry.id)}
        for note in work.notes.of_inquiry(inquiry.id):
            if note.id not in shown:
                desk.show(work, inquiry, note.id, at)
