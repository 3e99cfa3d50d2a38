"""The porter: what it does with a file that it fails at by a fault of ours."""

import pytest

from channels.channel import Quota, Receipt
from config.clock import WallClock
from messages.incoming import ChannelName
from messages.letter import Address, Parcel
from scheduler.porter import TRIES, Porter
from store.database import Database
from store.office import Role, Uploaded
from tests.store.world import NOW, town


class Fault(Exception):
    """Nobody expected this."""


class Broken:
    """A channel with a bug in it."""

    async def send(self, parcel: Parcel) -> Receipt:
        raise NotImplementedError(parcel)

    async def fetched(self, url: str, most: int) -> bytes:
        raise Fault(url, most)

    async def quota(self) -> Quota | None:
        return None


async def test_a_file_that_we_fail_at_is_given_up_and_its_owner_is_told(database: Database) -> None:
    here = town(database)
    contact, _ = here.learner("officer")
    with database.root() as root:
        account = root.accounts.attach(here.number, ChannelName.SLACK, "T1", "U1").id
        work, to = root.work(here.number), Address(ChannelName.SLACK, account, "D1")
        work.roles.grant(contact.person, Role.OFFICER, None, NOW)
        for name in ("F1", "F2"):
            work.uploads.add(person=contact.person, to=to, file=name, name="a.csv", url=name, at=NOW)
    porter = Porter(database, {account: Broken()}, WallClock())
    for _ in range(2 * TRIES):
        with pytest.raises(Fault):
            await porter.fetch()
    await porter.fetch()
    with database.read(here.number) as work:
        assert not work.uploads.waiting()
        assert work.uploads.get(1).state is Uploaded.DROPPED
        assert {each.key for each in work.outbox.ledger()} == {"roster:1:lost", "roster:2:lost"}, "each owner is told"
    await porter.fetch()
