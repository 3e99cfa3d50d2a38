"""The carrier of announcements: what may have arrived is never sent anew, whatever goes wrong."""

from datetime import timedelta

from channels.channel import Receipt, Unknown
from lessons.notice import Notice
from messages.codec import encode
from messages.letter import Parcel, State
from messages.message import plain
from sandbox.clock import SandboxClock
from scheduler.carrier import Carrier
from scheduler.courier import GIVE_UP
from store.announcement import Audience, Stage
from store.freight import MOST
from tests.store.world import NOW, Town


class Silent:
    """A platform that never says whether a parcel arrived."""

    def __init__(self) -> None:
        self.asked: list[Parcel] = []

    async def send(self, parcel: Parcel) -> Receipt:
        self.asked.append(parcel)
        raise Unknown("the connection broke")

    async def fetched(self, url: str, most: int) -> bytes:
        """Nothing lies there."""
        raise Unknown(f"no answer about {url}, {most}")

    async def quota(self) -> None:
        """It says nothing of that either."""


class Quick(Silent):
    """A platform that takes everything."""

    async def send(self, parcel: Parcel) -> Receipt:
        self.asked.append(parcel)
        return Receipt("", "multicast", 1)


def _going(here: Town, people: int) -> int:
    for number in range(people):
        here.learner(f"U{number}")
    with here.database.begin(here.number) as work:
        made = work.announcements.create(
            author=None,
            author_name="root",
            notice=Notice("t", "b"),
            to=Audience(),
            urgent=True,
            corrects=None,
            at=NOW,
        )
        work.announcements.move(made.id, (Stage.DRAFT,), Stage.SENDING, NOW)
        words = {"": encode(plain("お知らせ"))}
        work.announcements.post(made, words, due=NOW, until=None, week_began=NOW, at=NOW)
    return made.id


async def test_a_parcel_in_doubt_for_a_day_is_given_up_whole_and_never_halved(here: Town) -> None:
    announcement, clock, line = _going(here, 3), SandboxClock(NOW, frozen=True), Silent()
    carrier = Carrier(here.database, {here.account.id: line}, clock)
    await carrier.carry()
    clock.move_to(NOW + timedelta(minutes=10))
    await carrier.carry()
    assert len({parcel.id for parcel in line.asked}) == 1, "the same parcel, so that LINE knows it"
    asked = len(line.asked)
    clock.move_to(NOW + GIVE_UP + timedelta(hours=1))
    await carrier.carry()
    assert len(line.asked) == asked, "LINE forgets a retry key after a day: a repeat could arrive twice"
    with here.database.begin(here.number) as work:
        way = work.announcements.way(announcement)
        assert (way.count(State.REFUSED), way.open) == (3, 0)
        assert work.announcements.again(announcement, NOW, None) == 0, "it may be there already"


async def test_a_full_parcel_is_one_call_however_many_transactions_it_takes(here: Town) -> None:
    announcement, clock, line = _going(here, MOST + 20), SandboxClock(NOW, frozen=True), Quick()
    await Carrier(here.database, {here.account.id: line}, clock, 0.0).carry()
    assert [len(parcel.recipients) for parcel in line.asked] == [MOST, 20]
    assert len({who for parcel in line.asked for who in parcel.recipients}) == MOST + 20
    with here.database.read(here.number) as work:
        assert work.announcements.get(announcement).stage is Stage.DONE
        assert work.announcements.way(announcement).sent == MOST + 20
