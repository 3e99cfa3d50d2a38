"""A week is summed up once, on its last working day."""

from bot.rehearsal.office.digesting import Digests
from bot.rehearsal.sight import Sight
from lessons.phrases import phrases
from tests.rehearsal.course import at

TEXT = f"1週間のまとめ\n{phrases('ja')('digest.off_hint')}"


def _seen(day: int, clock: str) -> Sight:
    return Sight(at(day, clock), TEXT, (), pushed=None)


def test_once_a_week_on_friday_at_four() -> None:
    digests = Digests(calm=True)
    assert _seen(11, "16:00").digest
    assert [*digests.sees(_seen(11, "16:00"))] == []
    assert [*digests.sees(_seen(11, "16:00"))] == ["digest_twice"]
    assert [*digests.sees(_seen(17, "16:00"))] == ["digest_astray"], "a Thursday"
    assert [*Digests(calm=True).sees(_seen(11, "16:20"))] == ["digest_astray"]
    assert [*Digests(calm=False).sees(_seen(11, "16:20"))] == []
    assert [*Digests(calm=False).sees(_seen(11, "17:20"))] == ["digest_astray"]
