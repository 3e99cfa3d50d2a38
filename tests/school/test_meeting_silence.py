"""A silence that begins, or ends, in the very moment in which the letters of an announcement are written."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from typing import Final

import pytest
from sqlalchemy import Connection, text

from lessons.notice import Notice
from messages.letter import State
from school import resuming, silencing
from school.announcing import drafting, going, sending
from school.announcing.drafting import Draft
from school.resuming import How
from school.silencing import Wish
from store.announcement import Announcement, Audience
from store.office import Role
from store.silence import Whom
from store.work import Work
from tests.school.test_announcing import AFTERNOON, ROOT
from tests.shelf import FIRST_WEEK
from tests.store.world import MINUTE, NOW, Town

WAITING: Final = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
Deed = Callable[[Work], object]
pytestmark = pytest.mark.parametrize("kind", ["postgresql"], indirect=True)  # SQLite's writers take turns


def _posted(work: Work) -> None:
    assert going.start_due(work, AFTERNOON + MINUTE) == 1


def _stopped(work: Work) -> None:
    _posted(work)
    sending.abort(work, ROOT, work.announcements.all()[0], AFTERNOON + MINUTE)


def _again(work: Work) -> None:
    assert sending.retry(work, ROOT, work.announcements.all()[0], AFTERNOON + 2 * MINUTE) == 2


def _hushed(work: Work) -> None:
    silencing.begin(work, ROOT, Wish(Whom.EVERYBODY), AFTERNOON + 2 * MINUTE)


def _resumed(work: Work) -> None:
    (silence,) = work.silences.open()
    resuming.resume(work, FIRST_WEEK, ROOT, silence, AFTERNOON + timedelta(minutes=9), how=How.SHIFT)


@pytest.mark.parametrize(
    ("before", "first", "second", "state"),
    [
        (None, _posted, _hushed, State.HELD),
        (None, _hushed, _posted, State.HELD),
        (_stopped, _again, _hushed, State.HELD),
        (_stopped, _hushed, _again, State.HELD),
        (_hushed, _posted, _resumed, State.WAITING),
        (_hushed, _resumed, _posted, State.WAITING),
    ],
)
def test_of_two_at_once_the_second_sees_what_the_first_did(
    here: Town, before: Deed | None, first: Deed, second: Deed, state: State
) -> None:
    _scheduled(here)
    if before:
        with here.database.begin(here.number) as work:
            before(work)
    with _beside(here, second) as other, here.database.begin(here.number) as work:
        first(work)
        other(work.outbox.connection)
    assert _states(here) == [state] * 2


def test_a_parcel_that_comes_back_meanwhile_stays(here: Town) -> None:
    _scheduled(here)
    with here.database.begin(here.number) as work:
        _posted(work)
    with here.database.root() as root:
        (load,) = root.freight.claim(AFTERNOON + MINUTE, slack=0)
    with _beside(here, _hushed) as other, here.database.root() as root:
        root.freight.halved(load, AFTERNOON + MINUTE)
        other(root.freight.connection)
    assert _states(here) == [State.HELD] * 2


@contextmanager
def _beside(here: Town, deed: Deed) -> Iterator[Callable[[Connection], None]]:
    """Yields what begins the deed in a transaction of its own, and returns once that waits for this one, or is done."""

    def done() -> None:
        with here.database.begin(here.number) as work:
            deed(work)

    begun: list[Future[None]] = []
    with ThreadPoolExecutor(1) as thread:

        def begin(ours: Connection) -> None:
            begun.append(thread.submit(done))
            while not (begun[0].done() or ours.execute(WAITING).scalar_one()):
                pass

        yield begin
    begun[0].result()


def _scheduled(here: Town) -> None:
    """An announcement to somebody who learns and somebody who does not."""
    here.learner("hana")
    with here.database.begin(here.number) as work:
        person = work.people.create(nickname="係", language="ja", section_family="default", at=NOW)
        work.contacts.create(person=person.id, account=here.account.id, external="officer")
        work.roles.grant(person.id, Role.OFFICER, None, NOW)
        to = Audience(roles=(Role.LEARNER, Role.OFFICER))
        made = drafting.draft(work, ROOT, Draft(Notice("研修", "来週です。"), to), NOW)
        assert isinstance(made, Announcement)
        sending.send(work, ROOT, made, AFTERNOON)


def _states(here: Town) -> list[State]:
    with here.database.read(here.number) as work:
        return [each.state for each in work.outbox.ledger()]
