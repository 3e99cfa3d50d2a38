"""What the neighbours ask their office, and every question about it."""

from typing import Final

from messages.letter import Letter
from messages.message import plain
from store.inquiry import InquiryState
from store.work import Work
from tests.store.office_next_door import Ask
from tests.store.world import MINUTE, NOW

_ANY: Final = (*InquiryState,)

FINDS_NOTHING: Final[dict[str, Ask]] = {
    "answers.find": lambda work, _: work.answers.find(1),
    "answers.from_source": lambda work, _: work.answers.from_source("thread"),
    "answers.given": lambda work, _: work.answers.given(),
    "answers.of": lambda work, _: work.answers.of(1),
    "answers.under_way": lambda work, _: work.answers.under_way(),
    "answers.unread": lambda work, person: work.answers.unread(person),
    "answers.untold": lambda work, person: work.answers.untold(person),
    "answers.waiting": lambda work, _: work.answers.waiting(),
    "canned.all": lambda work, _: work.canned.all(),
    "inquiries.of_person": lambda work, person: work.inquiries.of_person(person),
    "inquiries.standing": lambda work, _: work.inquiries.standing(_ANY),
    "notes.find": lambda work, _: work.notes.find(1),
    "notes.of_inquiry": lambda work, _: work.notes.of_inquiry(1),
    "threads.find": lambda work, _: work.threads.find(2, "hana", "hana", "m1"),
    "threads.lost": lambda work, _: work.threads.lost(),
    "threads.of": lambda work, _: work.threads.of(1),
}
NOT_FOUND: Final[dict[str, Ask]] = {
    "inquiries.get": lambda work, _: work.inquiries.get(1),
    "inquiries.lock": lambda work, _: work.inquiries.lock(1),
}
CHANGES_NOTHING: Final[dict[str, Ask]] = {
    "answers.clear": lambda work, _: work.answers.clear(1),
    "answers.read": lambda work, _: work.answers.read(1, NOW),
    "answers.recall": lambda work, _: work.answers.recall(),
    "answers.release": lambda work, _: work.answers.release(2),
    "answers.tell": lambda work, _: work.answers.tell(1, "key"),
    "answers.unsay": lambda work, _: work.answers.unsay("done"),
    "canned.remove": lambda work, _: work.canned.remove(1),
    "inquiries.move": lambda work, _: work.inquiries.move(1, InquiryState.OPEN, holder=None, holder_name="", at=NOW),
    "inquiries.withdraw": lambda work, _: work.inquiries.withdraw(1, NOW),
    "threads.unshow": lambda work, _: work.threads.unshow("2"),
    "threads.empty": lambda work, _: work.threads.empty(1),
}
CANNOT_POINT_THERE: Final[dict[str, Ask]] = {
    "answers.add": lambda work, person: work.answers.add(
        1, person=person, name="", body="x", sent=True, source="new", at=NOW
    ),
    "inquiries.begin": lambda work, person: work.inquiries.begin(
        person=person, enrolment=None, account=None, lesson=0, title="", at=NOW
    ),
}
OURS_ALONE: Final = {"canned.add"}


def settle(work: Work, person: int) -> None:
    """A question that was shown, answered once, and once more by somebody who has to say so."""
    asked = work.inquiries.begin(person=person, enrolment=None, account=None, lesson=1, title="LGWAN", at=NOW)
    work.canned.add("はい", "はい、使えます。")
    for source, sent in (("thread", True), ("other", False)):
        work.answers.add(asked.id, person=person, name="", body="はい", sent=sent, source=source, at=NOW)
    contact = work.contacts.of_person(person)[0]
    shown = Letter(f"inquiry:{asked.id}:1:channel", contact.address, plain("LGWAN?"), NOW + MINUTE, inquiry=asked.id)
    work.outbox.post(shown, NOW)
