"""A turn: everything one conversation may know while it answers one deed."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from lessons.cards.places import Spot
from lessons.cards.settings import Chosen
from lessons.library import Library
from lessons.phrases import Phrases
from messages.form import Form
from messages.incoming import ChannelName, Incoming, Remarked, Said
from messages.message import InPlace, Message
from school import linking, quota
from school.inquiring.asking import Asker
from school.rights import Actor, NotAllowed, Verb, actor_of, require
from store.values import Account, Contact, Enrolment, Kept, Person
from store.work import Work

Reply: TypeAlias = Message | InPlace | Form | None


@dataclass(frozen=True, slots=True)
class Turn:
    """One deed, one unit of work. `contact` is None for somebody nobody knows yet (a guest). Whoever changes one of the
    `enrolments` here goes on with what the verb returns: a turn keeps what it found. `public_url` is where our own
    pages are.
    """

    incoming: Incoming
    now: datetime
    work: Work
    account: Account
    library: Library
    contact: Contact | None
    person: Person | None
    enrolments: tuple[Enrolment, ...]
    say: Phrases
    public_url: str = ""

    @property
    def who(self) -> tuple[int, str]:
        """Our account's id and the platform's id of the person: what a prompt is kept under."""
        return self.account.id, self.incoming.who

    @property
    def family(self) -> str:
        """Whose examples this person is shown."""
        return self.person.section_family if self.person else "default"

    @property
    def enrolment(self) -> Enrolment | None:
        """The course this person is in now."""
        return self.enrolments[-1] if self.enrolments else None

    @property
    def asker(self) -> Asker | None:
        """Whoever asks the office something in this turn; nobody, if nobody knows them."""
        if self.person is None:
            return None
        return Asker(self.person.id, self.account.id, self.enrolment, self.incoming.channel.value)

    @property
    def may_write_here(self) -> bool:
        """Whether own words about one's work may be typed in this chat: on LINE only where the office allowed it."""
        return self.incoming.channel is not ChannelName.LINE or self.work.organisation.line_free_text

    def trace(self, kind: Kept, row: int) -> None:
        """What was stored just now stood in the message that was said, if one was: taken back, it takes this along."""
        deed = self.incoming.deed
        if isinstance(deed, Said | Remarked) and self.person:
            self.work.traces.leave(
                self.account.id, deed.message, person=self.person.id, kind=kind, row=row, at=self.now
            )

    def trace_answer(self, enrolment: int, quiz: str) -> None:
        """The same for the answer to a quiz that was counted just now."""
        if isinstance(self.incoming.deed, Said) and (attempt := self.work.attempts.for_quiz(enrolment, quiz)):
            self.trace(Kept.ATTEMPT, attempt.id)


def acting(turn: Turn, verb: Verb) -> Actor:
    """Whoever does this, with what they are here; raises NotAllowed for who may not, and for whom nobody knows."""
    if turn.person is None:
        raise NotAllowed(verb)
    actor = actor_of(turn.work, turn.person.id)
    require(turn.work, actor, verb)
    return actor


def chosen_by(turn: Turn, enrolment: Enrolment, person: Person) -> Chosen:
    """What the person has set so far."""
    return Chosen(
        at=enrolment.delivery_time,
        language=person.language,
        family=person.section_family,
        reminders=person.reminders,
        spots=spots_of(turn, person),
        digests=person.digests,
        fetched=quota.is_fetched(turn.work, enrolment),
    )


def spots_of(turn: Turn, person: Person) -> tuple[Spot, ...]:
    """All places where the person is reached, as a card shows them."""
    chosen = linking.preferred(turn.work, person.id)
    return tuple(
        Spot(
            contact=each.id,
            channel=each.channel,
            here=(each.account, each.external) == turn.who,
            preferred=each.id == chosen,
            reachable=each.reachable,
        )
        for each in turn.work.contacts.of_person(person.id)
    )
