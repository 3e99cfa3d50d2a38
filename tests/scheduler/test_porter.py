"""The porter: what it does with a file that it fails at by a fault of ours, and when another one is quicker."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from channels.channel import Quota, Receipt
from config.clock import WallClock
from messages.incoming import ChannelName
from messages.letter import Address, Parcel
from scheduler.porter import TRIES, Porter
from school.rights import actor_of
from school.roster import choosing
from school.roster.headings import Field
from store.database import Database
from store.office import Role, Uploaded
from tests.store.world import NOW, Town, town


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


@dataclass(slots=True)
class Away(Broken):
    """A channel that has the file, but something happens before it hands it out."""

    meanwhile: Callable[[], Awaitable[None]]

    async def fetched(self, url: str, most: int) -> bytes:
        await self.meanwhile()
        return "番号A,なまえ\n001,職員 001\n".encode()


async def test_a_file_that_we_fail_at_is_given_up_and_its_owner_is_told(database: Database) -> None:
    here = town(database)
    account, _ = _dropped(here, "F1", "F2")
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


async def test_what_a_slower_porter_has_read_does_not_undo_a_choice_of_columns(database: Database) -> None:
    here = town(database)
    account, person = _dropped(here, "F1")

    async def nothing() -> None: ...

    quick = Porter(database, {account: Away(nothing)}, WallClock())

    async def chosen() -> None:
        await quick.fetch()
        with database.begin(here.number) as work:
            offered = choosing.offered(work, actor_of(work, person), 0)
            assert isinstance(offered, tuple), "its owner is asked"
            assert choosing.choose(work, *offered, {Field.NUMBER: 0, Field.NAME: 1}) == ()

    await Porter(database, {account: Away(chosen)}, WallClock()).fetch()
    with database.read(here.number) as work:
        assert work.uploads.get(1).state is Uploaded.WAITING
    await quick.fetch()
    with database.read(here.number) as work:
        assert work.uploads.get(1).state is Uploaded.READ
        assert work.uploads.get(1).digest, "it is shown"
        assert {each.key for each in work.outbox.ledger()} == {"roster:1:read", "roster:1:read1"}


def _dropped(here: Town, *files: str) -> tuple[int, int]:
    """An officer has dropped these; the account's number and the officer's."""
    contact, _ = here.learner("officer")
    with here.database.root() as root:
        account = root.accounts.attach(here.number, ChannelName.SLACK, "T1", "U1").id
        work, to = root.work(here.number), Address(ChannelName.SLACK, account, "D1")
        work.roles.grant(contact.person, Role.OFFICER, None, NOW)
        for name in files:
            work.uploads.add(person=contact.person, to=to, file=name, name="a.csv", url=name, at=NOW)
    return account, contact.person
