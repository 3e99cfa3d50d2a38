"""One organisation never sees another: every query, asked from the neighbour's side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from messages.letter import State
from store.errors import NotFound
from store.preparing import known
from store.schema import metadata
from store.scope import Scope
from store.values import Contact, Enrolment, Kept, NoteKind
from store.work import Work
from tests.store import announcements_next_door as notices
from tests.store import digests_next_door as digests
from tests.store import editions_next_door as editions
from tests.store import inquiries_next_door as inquiries
from tests.store import office_next_door as office
from tests.store import quota_next_door as metered
from tests.store import silences_next_door as silences
from tests.store import sittings_next_door as asked_beside
from tests.store.world import MINUTE, MORNING, NOW, Town, town


@dataclass(frozen=True, slots=True)
class Theirs:
    """What the neighbours have, and we know the numbers of."""

    town: Town
    contact: Contact
    enrolment: Enrolment


Question = Callable[[Work, Theirs], object]

FINDS_NOTHING: dict[str, Question] = {
    "accounts.all": lambda work, _: work.accounts.all()[1:],
    "approvals.of": lambda work, _: work.approvals.of("line_free_text"),
    "attempts.answered": lambda work, them: work.attempts.answered(them.enrolment.id),
    "attempts.answered_by": lambda work, them: any(work.attempts.answered_by([them.enrolment.id]).values()),
    "attempts.export": lambda work, them: list(work.attempts.export(them.town.cohort.id)),
    "attempts.export of all": lambda work, _: list(work.attempts.export()),
    "attempts.for_quiz": lambda work, them: work.attempts.for_quiz(them.enrolment.id, "q"),
    "attempts.of": lambda work, them: work.attempts.of(them.enrolment.id),
    "attempts.answering": lambda work, _: work.attempts.answering(NOW - MINUTE, NOW + MINUTE),
    "attempts.tally": lambda work, _: work.attempts.tally(NOW - MINUTE, NOW + MINUTE),
    "cohorts.all": lambda work, _: work.cohorts.all()[1:],
    "cohorts.by_code": lambda work, them: work.cohorts.by_code(them.town.cohort.code),
    "cohorts.counts": lambda work, them: any(work.cohorts.counts(them.town.cohort.id).values()),
    "contacts.find": lambda work, them: work.contacts.find(them.town.account.id, them.contact.external),
    "contacts.meet": lambda work, them: work.contacts.meet(them.town.account.id, them.contact.external),
    "contacts.of_people": lambda work, them: any(work.contacts.of_people([them.contact.person]).values()),
    "contacts.of_person": lambda work, them: work.contacts.of_person(them.contact.person),
    "contacts.met": lambda work, them: work.contacts.met([them.contact.id]),
    "enrolments.due": lambda work, _: work.enrolments.due(NOW + MINUTE, 10),
    "enrolments.ever_of": lambda work, them: work.enrolments.ever_of(them.contact.person),
    "enrolments.in_cohort": lambda work, them: work.enrolments.in_cohort(them.town.cohort.id),
    "enrolments.of_people": lambda work, them: any(work.enrolments.of_people([them.contact.person]).values()),
    "enrolments.of_person": lambda work, them: work.enrolments.of_person(them.contact.person),
    "inbox.seen": lambda work, them: work.inbox.seen(them.town.account.id, "event"),
    "leaves.of": lambda work, them: work.leaves.of(them.enrolment.id),
    "notes.of_kind": lambda work, _: work.notes.of_kind(NoteKind.QUESTION),
    "notes.of_person": lambda work, them: work.notes.of_person(them.contact.person),
    "outbox.held": lambda work, them: work.outbox.held(them.town.cohort.id),
    "enrolments.nudged": lambda work, _: work.enrolments.nudged(NOW + 9 * MINUTE, 9),
    "outbox.coming": lambda work, them: work.outbox.coming(them.enrolment.id),
    "outbox.ledger": lambda work, _: work.outbox.ledger(),
    "outbox.ledger by enrolment": lambda work, them: work.outbox.ledger(enrolment=them.enrolment.id),
    "outbox.sayings": lambda work, them: work.outbox.sayings(them.contact.person),
    "outbox.told": lambda work, them: work.outbox.told(them.contact.person),
    "outbox.waits": lambda work, them: work.outbox.waits(them.enrolment.id),
    "passes.find": lambda work, _: work.passes.find("secret"),
    "people.lock": lambda work, them: work.people.lock(them.contact.person),
    "people.all": lambda work, _: work.people.all(),
    "picks.get": lambda work, them: work.picks.get(them.enrolment.id, "q2"),
    "picks.of": lambda work, them: work.picks.of(them.enrolment.id),
    "prompts.get": lambda work, them: work.prompts.get(them.town.account.id, "hana"),
    "taken.all_of": lambda work, them: any(work.taken.all_of([them.enrolment.id]).values()),
    "taken.all": lambda work, them: work.taken.all(them.enrolment.id),
}

NOT_FOUND: dict[str, Question] = {
    "accounts.get": lambda work, them: work.accounts.get(them.town.account.id),
    "accounts.reaching": lambda work, them: work.accounts.reaching(them.contact.id),
    "cohorts.get": lambda work, them: work.cohorts.get(them.town.cohort.id),
    "contacts.get": lambda work, them: work.contacts.get(them.contact.id),
    "enrolments.get": lambda work, them: work.enrolments.get(them.enrolment.id),
    "people.get": lambda work, them: work.people.get(them.contact.person),
}

CHANGES_NOTHING: dict[str, Question] = {
    "attempts.empty": lambda work, _: work.attempts.empty(1),
    "cohorts.add_pause": lambda work, them: work.cohorts.add_pause(them.town.cohort.id, NOW),
    "cohorts.end_pause": lambda work, them: work.cohorts.end_pause(them.town.cohort.id, NOW),
    "contacts.remove": lambda work, them: work.contacts.remove(them.contact.id),
    "contacts.set_reachable": lambda work, them: work.contacts.set_reachable(them.contact.id, reachable=False),
    "contacts.set_room": lambda work, them: work.contacts.set_room(them.contact.id, "D1"),
    "enrolments.finish": lambda work, them: work.enrolments.finish(them.enrolment.id),
    "enrolments.hush": lambda work, them: work.enrolments.hush(them.enrolment.id, NOW.date()),
    "enrolments.leave": lambda work, them: work.enrolments.leave(them.enrolment.id),
    "enrolments.move": lambda work, them: work.enrolments.move(them.enrolment.id, NOW, 9),
    "enrolments.prefer": lambda work, them: work.enrolments.prefer(them.contact.person, them.contact.id),
    "enrolments.remind": lambda work, them: work.enrolments.remind(them.enrolment.id, NOW),
    "enrolments.rest": lambda work, them: work.enrolments.rest(them.enrolment.id, NOW),
    "enrolments.see": lambda work, them: work.enrolments.see(them.contact.person, NOW.date()),
    "enrolments.serve": lambda work, them: work.enrolments.serve(them.enrolment.id, NOW, 9, NOW),
    "enrolments.set_time": lambda work, them: work.enrolments.set_time(them.enrolment.id, MORNING, None),
    "enrolments.wake": lambda work, them: work.enrolments.wake(them.enrolment.id),
    "inbox.forget": lambda work, them: work.inbox.forget(them.town.account.id, "event"),
    "inbox.sweep": lambda work, _: work.inbox.sweep(NOW + MINUTE),
    "leaves.end": lambda work, them: work.leaves.end(them.enrolment.id, NOW),
    "notes.remove": lambda work, _: work.notes.remove(1),
    "outbox.cancel": lambda work, them: work.outbox.cancel(them.enrolment.id, NOW),
    "outbox.drop": lambda work, them: work.outbox.drop("waiting", NOW, enrolment=them.enrolment.id),
    "outbox.drop of a cohort": lambda work, them: work.outbox.drop("waiting", NOW, cohort=them.town.cohort.id),
    "outbox.hold": lambda work, them: work.outbox.hold(them.town.cohort.id),
    "outbox.put_off": lambda work, them: work.outbox.put_off(them.enrolment.id, NOW, NOW),
    "outbox.redirect": lambda work, them: work.outbox.redirect(them.contact.person, them.contact.address),
    "outbox.release": lambda work, them: work.outbox.release(them.town.cohort.id, NOW),
    "outbox.unsay": lambda work, them: work.outbox.unsay(them.contact.person, "done"),
    "outbox.withdraw": lambda work, _: work.outbox.withdraw("waiting:1", NOW),
    "passes.revoke": lambda work, them: work.passes.revoke(them.contact.person, "record"),
    "passes.revoke all": lambda work, them: work.passes.revoke(them.contact.person),
    "passes.sweep": lambda work, _: work.passes.sweep(NOW + 9 * MINUTE),
    "passes.use": lambda work, _: work.passes.use(1, NOW),
    "people.erase": lambda work, them: work.people.erase(them.contact.person),
    "people.rename": lambda work, them: work.people.rename(them.contact.person, "x"),
    "people.set_language": lambda work, them: work.people.set_language(them.contact.person, "en"),
    "people.set_reminders": lambda work, them: work.people.set_reminders(them.contact.person, wanted=False),
    "people.set_section": lambda work, them: work.people.set_section(them.contact.person, "tax"),
    "picks.clear": lambda work, them: work.picks.clear(them.enrolment.id, "q2"),
    "prompts.clear": lambda work, them: work.prompts.clear(them.town.account.id, "hana"),
    "prompts.sweep": lambda work, _: work.prompts.sweep(NOW + MINUTE),
    "traces.drop": lambda work, _: work.traces.drop(Kept.NOTE, 1),
    "traces.sweep": lambda work, _: work.traces.sweep(NOW + MINUTE),
    "traces.take": lambda work, them: work.traces.take(them.town.account.id, "m1"),
    "taken.finish": lambda work, them: work.taken.finish(them.enrolment.id, 1, NOW.date(), NOW),
}

CANNOT_POINT_THERE: dict[str, Question] = {
    "attempts.record": lambda work, them: work.attempts.record(
        enrolment=them.enrolment.id, lesson=2, quiz="new", chosen=("A",), right=True, at=NOW
    ),
    "contacts.create": lambda work, them: work.contacts.create(
        person=them.contact.person, account=them.town.account.id, external="new"
    ),
    "enrolments.join": lambda work, them: work.enrolments.join(
        cohort=work.cohorts.all()[0].id,
        person=them.contact.person,
        contact=them.contact.id,
        delivery_time=MORNING,
        at=NOW,
    ),
    "inbox.first_time": lambda work, them: work.inbox.first_time(them.town.account.id, "new", NOW),
    "leaves.add": lambda work, them: work.leaves.add(them.enrolment.id, NOW, NOW + MINUTE),
    "notes.add": lambda work, them: work.notes.add(
        person=them.contact.person, enrolment=None, kind=NoteKind.QUESTION, quiz="", body="?", via="line", at=NOW
    ),
    "passes.give": lambda work, them: work.passes.give(them.contact.person, "new", purpose="record", expires_at=NOW),
    "traces.leave": lambda work, them: work.traces.leave(
        them.town.account.id, "m2", person=them.contact.person, kind=Kept.NOTE, row=1, at=NOW
    ),
    "outbox.post": lambda work, them: work.outbox.post(them.town.letter("new", "hana"), NOW),
    "picks.set": lambda work, them: work.picks.set(them.enrolment.id, "new", ("A",)),
    "prompts.set": lambda work, them: work.prompts.set(them.town.account.id, "new", awaiting="code", value="", at=NOW),
    "taken.deliver": lambda work, them: work.taken.deliver(them.enrolment.id, 2, NOW.date(), NOW),
}


def _next_door(asks: Mapping[str, office.Ask]) -> dict[str, Question]:
    return {name: partial(_of_person, ask) for name, ask in asks.items()}


def _of_person(ask: office.Ask, work: Work, them: Theirs) -> object:
    return ask(work, them.contact.person)


for door in (office, notices, asked_beside, editions, metered, inquiries, silences, digests):
    FINDS_NOTHING |= _next_door(door.FINDS_NOTHING)
    NOT_FOUND |= _next_door(door.NOT_FOUND)
    CHANGES_NOTHING |= _next_door(door.CHANGES_NOTHING)
    CANNOT_POINT_THERE |= _next_door(door.CANNOT_POINT_THERE)


@pytest.fixture
def them(here: Town) -> Theirs:
    """Neighbours with something in every table."""
    there = town(here.database, "another town", "XYZ789")
    contact, enrolment = there.learner("hana")
    with there.database.begin(there.number) as work:
        work.taken.deliver(enrolment.id, 1, NOW.date(), NOW)
        work.attempts.record(enrolment=enrolment.id, lesson=1, quiz="q", chosen=("A",), right=True, at=NOW)
        work.picks.set(enrolment.id, "q2", ("A",))
        work.prompts.set(there.account.id, "hana", awaiting="code", value="", at=NOW)
        work.inbox.first_time(there.account.id, "event", NOW)
        work.leaves.add(enrolment.id, NOW, NOW + MINUTE)
        work.enrolments.remind(enrolment.id, NOW)
        work.notes.add(
            person=contact.person, enrolment=None, kind=NoteKind.QUESTION, quiz="", body="?", via="line", at=NOW
        )
        work.traces.leave(there.account.id, "m1", person=contact.person, kind=Kept.NOTE, row=1, at=NOW)
        work.passes.give(contact.person, "secret", purpose="record", expires_at=NOW + MINUTE)
        work.approvals.add(what="line_free_text", granted=True, by="x", document="1", at=NOW)
        work.outbox.post(there.letter("held", "hana", enrolment=enrolment.id), NOW)
        work.outbox.hold(there.cohort.id)
        work.outbox.post(there.letter("waiting:1", "hana", enrolment=enrolment.id), NOW)
        assert [each.state for each in work.outbox.ledger()] == [State.WAITING, State.HELD]
        work.outbox.post(there.letter("done", "hana"), NOW)
        work.outbox.withdraw("done", NOW)
        office.settle(work, contact.person)
        editions.settle(work, contact.person)
        notices.settle(work, contact.person)
        asked_beside.settle(work, contact.person)
        silences.settle(work, contact.person)
        inquiries.settle(work, contact.person)
        digests.settle(work, contact.person)
        metered.settle(work)
    return Theirs(there, contact, enrolment)


def _rows(here: Town) -> list[str]:
    with here.database.root() as root:
        rows = root.organisations.connection.execute
        return [f"{table.name}: {tuple(row)}" for table in metadata.sorted_tables for row in rows(select(table))]


def test_the_neighbours_are_not_found(here: Town, them: Theirs) -> None:
    with here.database.begin(here.number) as work:
        for question, ask in FINDS_NOTHING.items():
            assert not ask(work, them), question
        for question, ask in NOT_FOUND.items():
            with pytest.raises(NotFound):
                pytest.fail(f"{question} found {ask(work, them)}")


def test_the_neighbours_cannot_be_changed(here: Town, them: Theirs) -> None:
    before = _rows(here)
    with here.database.begin(here.number) as work:
        for question, change in CHANGES_NOTHING.items():
            assert not change(work, them), question
    assert _rows(here) == before


def test_nothing_of_ours_can_point_to_the_neighbours(here: Town, them: Theirs) -> None:
    def point(question: str) -> None:
        with here.database.begin(here.number) as work:
            pytest.fail(f"{question} answered {CANNOT_POINT_THERE[question](work, them)}")

    before = _rows(here)
    for question in CANNOT_POINT_THERE:
        with pytest.raises(IntegrityError):
            point(question)
    assert _rows(here) == before


def test_writing_what_the_neighbours_keep_under_the_same_key_leaves_theirs_alone(here: Town, them: Theirs) -> None:
    with here.database.begin(here.number) as work, pytest.raises(IntegrityError):
        work.prompts.set(them.town.account.id, "hana", awaiting="stolen", value="", at=NOW)
    with here.database.begin(here.number) as work, pytest.raises(IntegrityError):
        work.picks.set(them.enrolment.id, "q2", ("stolen",))


def test_what_is_remembered_is_made_once_and_not_by_each_query_anew(here: Town, them: Theirs) -> None:
    with here.database.begin(here.number) as work:
        for question, ask in (FINDS_NOTHING | CHANGES_NOTHING).items():
            ask(work, them)
            before = known()
            ask(work, them)
            assert known() == before, question


def test_every_query_was_asked(here: Town) -> None:
    asked = {name.partition(" ")[0] for name in FINDS_NOTHING | NOT_FOUND | CHANGES_NOTHING | CANNOT_POINT_THERE}
    ours_alone = {
        *("approvals.add", "cohorts.create", "contacts.lock", "enrolments.create", "people.create"),
    }
    with here.database.read(here.number) as work:
        queries = {
            f"{name}.{method}"
            for name in vars(Work)
            if isinstance(query := getattr(work, name), Scope)
            for method, made in vars(type(query)).items()
            if callable(made) and not method.startswith("_")
        }
    alone = ours_alone | office.OURS_ALONE | editions.OURS_ALONE | inquiries.OURS_ALONE | digests.OURS_ALONE
    assert queries == asked | alone
