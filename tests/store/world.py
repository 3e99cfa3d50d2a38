"""A small world to tell stories in: a town, its account, its cohort, its learners."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from messages.incoming import ChannelName
from messages.letter import Address, Cost, Letter
from messages.message import plain
from store.database import Database
from store.letters import Arrived, Claimed, LetterRecord
from store.values import Account, Cohort, Contact, Enrolment

NOW = datetime(2026, 9, 7, 0, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MORNING = time(8, 40)


@dataclass(frozen=True, slots=True)
class Town:
    """An organisation with one account and one cohort."""

    database: Database
    number: int
    account: Account
    cohort: Cohort

    def learner(self, who: str, *, next_at: datetime | None = NOW) -> tuple[Contact, Enrolment]:
        """Somebody new in the cohort."""
        with self.database.begin(self.number) as work:
            person = work.people.create(nickname="はな", language="ja", section_family="counter", at=NOW)
            contact = work.contacts.create(person=person.id, account=self.account.id, external=who)
            enrolment = work.enrolments.create(
                cohort=self.cohort.id,
                person=person.id,
                contact=contact.id,
                delivery_time=MORNING,
                next_at=next_at,
                at=NOW,
            )
        return contact, enrolment

    def letter(
        self,
        key: str,
        to: str,
        due: datetime = NOW,
        *,
        until: datetime | None = None,
        enrolment: int | None = None,
        reply_to: str = "",
    ) -> Letter:
        """A letter that says its own key."""
        address = Address(ChannelName.LINE, self.account.id, to)
        return Letter(key, address, plain(key), due, Cost.PAID, reply_to=reply_to, until=until, enrolment=enrolment)

    def post(self, *letters: Letter) -> None:
        """All of them, in one transaction."""
        with self.database.begin(self.number) as work:
            for letter in letters:
                assert work.outbox.post(letter, NOW)

    def claim(self, at: datetime = NOW, limit: int = 10) -> tuple[Claimed, ...]:
        """What a courier would carry now."""
        with self.database.root() as root:
            return root.outbox.claim(at, limit)

    def keys(self, at: datetime = NOW, limit: int = 10) -> list[str]:
        """The keys of what a courier would carry now."""
        return [claimed.parcel.letter.key for claimed in self.claim(at, limit)]

    def sent(self, *claimed: Claimed) -> None:
        """They arrived."""
        with self.database.root() as root:
            root.outbox.sent([Arrived(each.id, message="m1", via="push", counted=1) for each in claimed], NOW)

    def ledger(self) -> dict[str, LetterRecord]:
        """What became of each letter, by its key."""
        with self.database.read(self.number) as work:
            return {record.key: record for record in work.outbox.ledger()}


def town(database: Database, name: str = "one town", code: str = "ABC234") -> Town:
    """A town with a LINE account and a cohort that began today."""
    with database.root() as root:
        made = root.organisations.create(
            name=name,
            timezone=ZoneInfo("Asia/Tokyo"),
            language="ja",
            opens=time(8, 30),
            closes=time(17, 15),
            lunch_from=time(12),
            lunch_to=time(13),
        )
        account = root.accounts.attach(made.id, ChannelName.LINE, f"U-{name}", "@kotsu")
        cohort = root.work(made.id).cohorts.create(
            name="autumn",
            course="jichitai-dx-kihon",
            edition="2026.11",
            code=code,
            starts_on=date(2026, 9, 7),
            delivery_time=MORNING,
            at=NOW,
        )
    return Town(database, made.id, account, cohort)
