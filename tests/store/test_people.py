"""People, their contacts, and what is asked of them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from threading import Event
from zoneinfo import ZoneInfo

import pytest

from messages.incoming import ChannelName
from messages.letter import Address
from store.errors import AlreadyExists, NotFound
from store.values import Prompt
from tests.store.world import MINUTE, NOW, Town, town


def test_a_person_can_be_renamed_and_spoken_to_otherwise(here: Town) -> None:
    contact, _ = here.learner("hana")
    with here.database.begin(here.number) as work:
        assert work.people.rename(contact.person, "ゆい")
        assert work.people.set_language(contact.person, "en")
        assert work.people.set_section(contact.person, "tax")
        person = work.people.get(contact.person)
        assert (person.nickname, person.language, person.section_family) == ("ゆい", "en", "tax")
        assert work.people.all() == (person,)
        assert person.created_at == NOW


def test_letters_go_to_the_room_once_it_is_known(here: Town) -> None:
    contact, _ = here.learner("hana")
    assert contact.address == Address(ChannelName.LINE, here.account.id, "hana")
    with here.database.begin(here.number) as work:
        work.contacts.set_room(contact.id, "D1")
        found = work.contacts.find(here.account.id, "hana")
        assert found is not None
        assert found.address.to == "D1"
        assert work.contacts.of_person(contact.person) == (found,)
        assert work.contacts.find(here.account.id, "ken") is None


def test_an_address_belongs_to_one_person(here: Town) -> None:
    contact, _ = here.learner("hana")
    with here.database.begin(here.number) as work, pytest.raises(AlreadyExists):
        work.contacts.create(person=contact.person, account=here.account.id, external="hana")


def test_two_deeds_of_one_address_take_turns(here: Town, kind: str) -> None:
    begun, told = Event(), list[str]()

    def second() -> None:
        begun.wait(5)
        with here.database.begin(here.number) as work:
            work.contacts.lock(here.account.id, "hana")
            told.append("second")

    with ThreadPoolExecutor(1) as threads:
        with here.database.begin(here.number) as work:
            work.contacts.lock(here.account.id, "hana")
            work.contacts.lock(here.account.id, "hana")
            later = threads.submit(second)
            begun.set()
            work.contacts.find(here.account.id, "hana")
            told.append("first")
        later.result(10)
    assert told == ["first", "second"], kind


def test_an_event_is_taken_once(here: Town) -> None:
    with here.database.begin(here.number) as work:
        assert work.inbox.first_time(here.account.id, "event", NOW)
        assert not work.inbox.first_time(here.account.id, "event", NOW)
        assert work.inbox.first_time(here.account.id, "\ud800\x00", NOW)
        assert work.inbox.sweep(NOW) == 0
        assert work.inbox.sweep(NOW + MINUTE) == 2


def test_an_event_undone_by_a_failure_may_come_again(here: Town) -> None:
    def fail() -> None:
        with here.database.begin(here.number) as work:
            assert work.inbox.first_time(here.account.id, "event", NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with here.database.begin(here.number) as work:
        assert work.inbox.first_time(here.account.id, "event", NOW)


def test_the_last_thing_asked_is_the_one_that_is_answered(here: Town) -> None:
    with here.database.begin(here.number) as work:
        work.prompts.set(here.account.id, "guest", awaiting="code", value="", at=NOW)
        work.prompts.set(here.account.id, "guest", awaiting="nickname", value="ABC234", at=NOW)
        assert work.prompts.get(here.account.id, "guest") == Prompt("nickname", "ABC234", NOW)
        work.prompts.clear(here.account.id, "guest")
        assert work.prompts.get(here.account.id, "guest") is None
        work.prompts.set(here.account.id, "guest", awaiting="code", value="", at=NOW)
        assert work.prompts.sweep(NOW + MINUTE) == 1


def test_an_organisation_is_kept_with_its_hours_and_closures(here: Town) -> None:
    closures = frozenset({date(2026, 10, 1), date(2026, 10, 2)})
    with here.database.root() as root:
        root.organisations.set_closures(here.number, closures)
        organisation = root.organisations.by_name("one town")
        assert organisation is not None
        assert (organisation.closures, organisation.opens) == (closures, time(8, 30))
        assert organisation.timezone == ZoneInfo("Asia/Tokyo")
        assert root.organisations.all() == (organisation,)
        assert root.work(here.number).organisation == organisation
        root.organisations.set_closures(here.number, [])
        assert root.organisations.get(here.number).closures == frozenset()
        root.organisations.save(organisation)
        assert root.organisations.get(here.number) == organisation
        assert root.organisations.by_name("nowhere") is None
        with pytest.raises(NotFound):
            root.organisations.get(here.number + 1)
    with pytest.raises(AlreadyExists):
        town(here.database)


def test_an_account_is_attached_to_one_organisation(here: Town) -> None:
    there = town(here.database, "another town", code="XYZ789")
    with here.database.root() as root:
        mended = root.accounts.attach(here.number, ChannelName.LINE, here.account.external, "@renamed")
        assert (mended.id, mended.handle) == (here.account.id, "@renamed")
        assert root.accounts.by_external(ChannelName.LINE, here.account.external) == mended
        assert root.accounts.by_external(ChannelName.SLACK, here.account.external) is None
        assert root.accounts.all() == (mended, there.account)
        with pytest.raises(AlreadyExists):
            root.accounts.attach(there.number, ChannelName.LINE, here.account.external, "@kotsu")
