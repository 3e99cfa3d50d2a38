"""Couriers crash and run beside each other: nothing is lost, nothing leaves twice unknowingly."""

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Final

import pytest
from sqlalchemy import update

from channels.channel import Receipt, Unknown
from messages.letter import Parcel, State
from sandbox.clock import SandboxClock
from scheduler.courier import Courier
from store.schema import outbox
from tests.store.world import MINUTE, NOW, Town

HALF_A_MINUTE: Final = timedelta(seconds=30)


def test_after_a_crash_the_letter_comes_back_doubtful_in_the_same_parcel(here: Town) -> None:
    here.post(here.letter("a", "hana"))
    (lost,) = here.claim()
    with here.database.root() as root:
        assert root.outbox.stranded(NOW) == 0
        assert root.outbox.stranded(NOW + MINUTE) == 1
    (found,) = here.claim(NOW + 2 * MINUTE)
    assert found.parcel.id == lost.parcel.id
    assert found.parcel.doubtful
    assert found.parcel.first_tried == NOW
    assert found.parcel.attempts == 1


def test_a_doubt_stays_until_the_letter_is_done_with(here: Town) -> None:
    here.post(here.letter("a", "hana"))
    for minute, doubtful in ((0, True), (1, False)):
        (claimed,) = here.claim(NOW + minute * MINUTE)
        with here.database.root() as root:
            root.outbox.later(claimed.id, next_try=NOW, doubtful=doubtful, reason="")
    (claimed,) = here.claim(NOW + 2 * MINUTE)
    assert claimed.parcel.doubtful


def test_a_crash_before_the_commit_claims_nothing(here: Town) -> None:
    here.post(here.letter("a", "hana"))

    def crash() -> None:
        with here.database.root() as root:
            assert root.outbox.claim(NOW, 10)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        crash()
    assert here.keys() == ["a"]


def test_two_couriers_never_get_the_same_letter(here: Town) -> None:
    here.post(*(here.letter(f"{person}:{n}", f"person {person}") for person in range(30) for n in range(2)))
    together = Barrier(4)

    def carry() -> list[str]:
        together.wait()
        carried: list[str] = []
        while claimed := here.claim(limit=3):
            here.sent(*claimed)
            carried += [each.parcel.letter.key for each in claimed]
        return carried

    with ThreadPoolExecutor(4) as threads:
        couriers = [threads.submit(carry) for _ in range(4)]
        carried = Counter(key for courier in couriers for key in courier.result())
    carried.update(here.keys(limit=100))  # what the last one to look found locked
    assert max(carried.values()) == 1


def test_a_late_failure_does_not_undo_what_another_courier_has_done(here: Town) -> None:
    here.learner("hana")
    here.post(here.letter("a", "hana"))
    (slow,) = here.claim()
    with here.database.root() as root:
        root.outbox.stranded(NOW + MINUTE)
    here.sent(*here.claim(NOW + MINUTE))
    with here.database.root() as root:
        root.outbox.later(slow.id, next_try=NOW, doubtful=True, reason="timeout")
        root.outbox.refused(slow.id, State.REFUSED, "no", NOW)
    assert here.ledger()["a"].state is State.SENT


def test_a_letter_nobody_can_read_is_refused_and_hinders_nobody(here: Town) -> None:
    here.learner("hana")
    here.post(here.letter("of another version", "hana"), here.letter("b", "hana"))
    with here.database.root() as root:
        root.outbox.connection.execute(update(outbox).where(outbox.c.key != "b").values(message='{"v":99}'))
    assert here.keys() == []
    assert here.keys() == ["b"]
    assert here.ledger()["of another version"].state is State.REFUSED


class Slow:
    """A channel that did not answer in time: what it was given may still arrive, for half a minute."""

    async def send(self, parcel: Parcel) -> Receipt:
        raise Unknown(f"no answer about {parcel.id}", HALF_A_MINUTE)

    async def fetched(self, url: str, most: int) -> bytes:
        """Nothing lies there."""
        raise Unknown(f"no answer about {url}, {most}")

    async def quota(self) -> None:
        """Nothing is counted there."""


async def test_what_may_still_arrive_is_not_looked_for_before_it_would_have(here: Town) -> None:
    here.post(here.letter("a", "hana"))
    courier = Courier(here.database, {here.account.id: Slow()}, SandboxClock(NOW, frozen=True))
    carrying = asyncio.create_task(courier.run())
    courier.wake()
    await courier.at_rest()
    carrying.cancel()
    assert here.claim(NOW + HALF_A_MINUTE - timedelta(seconds=1)) == ()
    (claimed,) = here.claim(NOW + HALF_A_MINUTE)
    assert claimed.parcel.doubtful


class Quick(Slow):
    """A channel on which everything arrives."""

    async def send(self, parcel: Parcel) -> Receipt:
        return Receipt(message=f"there: {parcel.letter.key}", via="push", counted=1)


async def test_an_answer_leaves_with_the_transaction_that_writes_it(here: Town) -> None:
    here.learner("hana")
    courier = Courier(here.database, {here.account.id: Quick()}, SandboxClock(NOW, frozen=True))
    carrying = asyncio.create_task(courier.run())
    courier.wake()
    await courier.at_rest()
    with here.database.root() as root:
        root.work(here.number).outbox.post(here.letter("a", "hana"), NOW)
        claimed = courier.claim(root, 2)
    assert here.claim() == ()
    courier.carry(claimed)
    assert not courier.idle
    await courier.at_rest()
    assert here.ledger()["a"].state is State.SENT
    carrying.cancel()


async def test_what_was_undone_was_never_claimed(here: Town) -> None:
    here.post(here.letter("a", "hana"))
    courier = Courier(here.database, {here.account.id: Quick()}, SandboxClock(NOW, frozen=True))

    def crash() -> None:
        with here.database.root() as root:
            assert courier.claim(root, 2)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        crash()
    assert here.keys() == ["a"]
