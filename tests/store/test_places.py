"""One person at two addresses: letters move with the wish, once and only what may; and addresses are forgotten."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

from sqlalchemy import select

from messages.incoming import ChannelName
from messages.letter import State
from store.schema import outbox
from store.values import Contact, Enrolment
from tests.store.world import MINUTE, NOW, Town


def _slack(here: Town, contact: Contact) -> Contact:
    """The same person's second address."""
    with here.database.root() as root:
        account = root.accounts.attach(here.number, ChannelName.SLACK, "T1", "@kotsu")
        return root.work(here.number).contacts.create(person=contact.person, account=account.id, external="U1")


def _two_places(here: Town) -> tuple[Contact, Contact, Enrolment]:
    line, enrolment = here.learner("hana")
    return line, _slack(here, line), enrolment


def _where(here: Town) -> dict[str, str]:
    with here.database.root() as root:
        rows = root.organisations.connection.execute(select(outbox.c.key, outbox.c.recipient))
        return {row.key: row.recipient for row in rows}


def test_what_waits_or_is_held_moves_and_nothing_else(here: Town) -> None:
    _, slack, enrolment = _two_places(here)
    here.post(here.letter("carried", "hana", NOW, enrolment=enrolment.id))
    here.claim()
    here.post(here.letter("doubtful", "ken", NOW, enrolment=enrolment.id))
    (doubtful,) = here.claim()
    with here.database.root() as root:
        root.outbox.later(doubtful.id, next_try=NOW + MINUTE, doubtful=True, reason="?")
    here.post(here.letter("held", "hana", NOW, enrolment=enrolment.id))
    with here.database.begin(here.number) as work:
        work.outbox.hold(here.cohort.id)
    here.post(here.letter("waiting", "hana", NOW, enrolment=enrolment.id), here.letter("a reply", "hana"))

    with here.database.begin(here.number) as work:
        assert work.outbox.redirect(slack.person, slack.address) == 2

    assert _where(here) == {
        "carried": "hana",
        "doubtful": "ken",
        "held": "U1",
        "waiting": "U1",
        "a reply": "hana",
    }


def test_a_letter_that_rested_after_a_failure_leaves_at_once_from_the_new_address(here: Town) -> None:
    _, slack, enrolment = _two_places(here)
    here.post(here.letter("lesson", "hana", enrolment=enrolment.id))
    (claimed,) = here.claim()
    with here.database.root() as root:
        root.outbox.later(claimed.id, next_try=NOW + timedelta(days=20), doubtful=False, reason="quota")
    assert here.keys() == []
    with here.database.begin(here.number) as work:
        work.outbox.redirect(slack.person, slack.address)
    (again,) = here.claim()
    assert (again.parcel.letter.address, again.parcel.id == claimed.parcel.id) == (slack.address, False)


def test_an_address_let_go_is_forgotten_and_its_open_letters_go_on(here: Town) -> None:
    line, slack, enrolment = _two_places(here)
    here.post(here.letter("said before", "hana"))
    here.sent(*here.claim())
    here.post(here.letter("farewell", "hana"))
    with here.database.begin(here.number) as work:
        work.prompts.set(here.account.id, "hana", awaiting="confirm", value="x", at=NOW)
        work.enrolments.prefer(line.person, slack.id)
        assert work.contacts.remove(line.id)
        assert not work.contacts.remove(line.id)
        assert work.prompts.get(here.account.id, "hana") is None
        assert work.enrolments.get(enrolment.id).contact == slack.id
    assert set(_where(here).values()) == {"", "hana"}
    here.sent(*here.claim())
    assert set(_where(here).values()) == {""}, "nobody is known there, so nothing is kept"
    assert {each.state for each in here.ledger().values()} == {State.SENT}


def test_for_one_person_one_acts_at_a_time(here: Town) -> None:
    contact, enrolment = here.learner("hana")
    first_has_begun, a_while = Event(), Event()

    def first() -> None:
        with here.database.begin(here.number) as work:
            assert work.people.lock(contact.person)
            first_has_begun.set()
            a_while.wait(0.5)  # long enough for the second to look, if nothing held it
            work.picks.set(enrolment.id, "q", ("A",))

    def second() -> tuple[str, ...]:
        assert first_has_begun.wait(10)
        with here.database.begin(here.number) as work:
            assert work.contacts.meet(here.account.id, "hana")
            return work.picks.get(enrolment.id, "q")

    with ThreadPoolExecutor(2) as threads:
        one, other = threads.submit(first), threads.submit(second)
        one.result()
        assert other.result() == ("A",), "the second saw what the first had done"


def test_nobody_is_locked_who_is_gone(here: Town) -> None:
    contact, _ = here.learner("hana")
    with here.database.begin(here.number) as work:
        work.people.erase(contact.person)
        assert work.people.lock(contact.person) is None
        assert work.contacts.meet(here.account.id, "hana") is None


def test_who_is_met_is_found_and_locked(here: Town) -> None:
    contact, _ = here.learner("hana")
    with here.database.begin(here.number) as work:
        met = work.contacts.meet(here.account.id, "hana")
        assert met
        assert (met.contact, met.person) == (contact, work.people.lock(contact.person))
        assert work.contacts.met([contact.id]) == {contact.id: met}
        assert work.contacts.meet(here.account.id, "ken") is None
