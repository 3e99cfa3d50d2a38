"""Whoever asks to be forgotten is."""

from datetime import time

from sqlalchemy import select

from lessons.assessment import KnowledgeForm, Occasion
from messages.letter import State
from store.schema import metadata
from store.silence import Whom
from store.values import Kept, NoteKind
from tests.store.world import NOW, Town


def _everything(here: Town) -> str:
    """All rows of all tables, as text."""
    with here.database.root() as root:
        rows = root.organisations.connection.execute
        tables = metadata.sorted_tables
        return "\n".join(f"{table.name}: {tuple(row)}" for table in tables for row in rows(select(table)))


def _live(here: Town, who: str, room: str) -> int:
    """A learner who has done everything that leaves a trace; returns the person."""
    contact, enrolment = here.learner(who)
    with here.database.begin(here.number) as work:
        work.contacts.set_room(contact.id, room)
        work.people.rename(contact.person, f"name of {who}")
        work.inbox.first_time(here.account.id, f"{who}:press:1", NOW)
        work.taken.deliver(enrolment.id, 1, NOW.date(), NOW)
        work.attempts.record(enrolment=enrolment.id, lesson=1, quiz="q", chosen=("A",), right=True, at=NOW)
        work.picks.set(enrolment.id, "q2", ("A",))
        work.prompts.set(here.account.id, who, awaiting="nickname", value=f"name of {who}", at=NOW)
        work.outbox.post(here.letter(f"reply:{who}:press:1", who, reply_to=f"token of {who}"), NOW)
        work.leaves.add(enrolment.id, NOW, NOW)
        work.sittings.open(enrolment.id, Occasion.AFTER, KnowledgeForm.A, NOW)
        work.responses.add(work.sittings.of(enrolment.id)[0].id, "c02", (f"name of {who}",), right=None, at=NOW)
        work.silences.ask(Whom.PERSON, contact.person, by=None, name="root", notice=False, at=NOW)
        silence = work.silences.open()[-1].id
        work.silences.begin(silence, NOW, by=None, name="root")
        work.silenced.gather(work.silences.get(silence))
        work.silences.end(silence, NOW, compressed=False)
        work.silenced.free(silence)
        report = work.reports.open(enrolment, course="c", edition="1", lesson="l", at=NOW)
        note = work.notes.add(
            person=contact.person,
            enrolment=None,
            kind=NoteKind.REPORT,
            quiz="",
            body=f"name of {who}",
            via="page",
            at=NOW,
            report=report.id,
        )
        work.reports.close(report.id, f"thanks to name of {who}", NOW)
        work.regrades.add(work.attempts.of(enrolment.id)[0], right=False, digest="d", at=NOW)
        work.traces.leave(here.account.id, f"{who}:m", person=contact.person, kind=Kept.NOTE, row=note.id, at=NOW)
        work.passes.give(contact.person, who, purpose=f"page of {who}", expires_at=NOW)
        work.outbox.post(here.letter(f"lesson of {who}", room, enrolment=enrolment.id), NOW)
    return contact.person


def test_nothing_that_names_a_person_is_left(here: Town) -> None:
    person = _live(here, "hana", "D-hana")
    _live(here, "ken", "D-ken")
    here.sent(*here.claim())
    with here.database.begin(here.number) as work:
        assert work.people.erase(person)
        assert not work.people.erase(person)
    left = _everything(here)
    assert "hana" not in left
    assert "name of ken" in left
    assert "token" not in left
    with here.database.read(here.number) as work:
        assert [each.nickname for each in work.people.all()] == ["name of ken"]
        assert sum(each.counted for each in work.outbox.ledger()) == 4


def test_what_had_not_left_yet_never_leaves(here: Town) -> None:
    person = _live(here, "hana", "D-hana")
    with here.database.begin(here.number) as work:
        work.people.erase(person)
    assert here.keys() == []
    assert {record.state for record in here.ledger().values()} == {State.CANCELLED}


def test_a_letter_on_its_way_to_one_who_is_erased_meanwhile_stays_blank(here: Town) -> None:
    person = _live(here, "hana", "D-hana")
    claimed = here.claim()
    with here.database.begin(here.number) as work:
        work.people.erase(person)
    here.sent(*claimed)
    assert "m1" not in _everything(here)
    assert {record.state for record in here.ledger().values()} == {State.SENT}


def test_the_farewell_is_forgotten_once_it_has_arrived(here: Town) -> None:
    person = _live(here, "hana", "D-hana")
    with here.database.begin(here.number) as work:
        work.people.erase(person)
        work.outbox.post(here.letter("reply:hana:press:2", "D-hana"), NOW)
    (farewell,) = here.claim()
    assert farewell.parcel.letter.address.to == "D-hana"
    here.sent(farewell)
    assert "hana" not in _everything(here)


def test_a_number_is_never_given_out_twice(here: Town) -> None:
    contact, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        work.people.erase(contact.person)
    again, anew = here.learner("hana")
    assert again.person > contact.person
    assert anew.id > enrolment.id
    assert anew.delivery_time == time(8, 40)
