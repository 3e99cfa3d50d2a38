"""A week is summed up once, on its last working day."""

from dataclasses import replace

from bot.rehearsal.office.counting import of_all, of_section
from bot.rehearsal.office.digesting import Digests, is_owed
from bot.rehearsal.sight import Sight
from lessons.phrases import phrases
from tests.rehearsal.course import MONDAY, at, finish, joined

TEXT = f"1週間のまとめ\n{phrases('ja')('digest.off_hint')}"


def _seen(day: int, clock: str) -> Sight:
    return Sight(at(day, clock), TEXT, (), pushed=None)


def _owed(*, calm: bool) -> Digests:
    digests = Digests(calm)
    digests.owes(at(11, "16:00"))
    return digests


def test_once_a_week_on_friday_at_four() -> None:
    digests = _owed(calm=True)
    assert _seen(11, "16:00").digest
    assert [*digests.sees(_seen(11, "16:00"))] == []
    assert [*digests.sees(_seen(11, "16:00"))] == ["digest_twice"]
    assert [*_owed(calm=True).sees(_seen(10, "16:00"))] == ["digest_astray"], "a Thursday"
    assert [*_owed(calm=True).sees(_seen(11, "16:20"))] == ["digest_astray"]
    assert [*_owed(calm=False).sees(_seen(11, "16:20"))] == []
    assert [*_owed(calm=False).sees(_seen(11, "17:20"))] == ["digest_astray"]


def test_in_no_weather_one_comes_twice_to_the_wrong_or_with_what_was_not_learnt() -> None:
    account = joined(place="Slack")
    account.turn(at(7, "8:40"), reachable=True)
    for calm in (True, False):
        assert [*Digests(calm, account).sees(_seen(11, "16:00"))] == ["digest_unmeant"]
        digests = Digests(calm, account)
        digests.turn(at(11, "16:00"))
        boast = replace(_seen(11, "16:00"), text=f"{TEXT}\n1日目 はじめの一歩")
        assert [*digests.sees(boast)] == ["digest_wrong"]
        assert "digest_twice" in [*digests.sees(_seen(11, "16:00"))]
    office = Digests(calm=False)
    office.allows(at(11, "16:00"))
    assert [*office.sees(_seen(11, "16:00"))] == []
    assert office.missed() == [], "there may be nothing to tell"


def test_each_who_is_owed_one_must_get_it_with_what_was_learnt() -> None:
    account = joined(place="Slack")
    account.turn(at(7, "8:40"), reachable=True)
    finish(account, 1, at(7, "9:00"))
    digests = Digests(calm=True, account=account)
    assert digests.missed() == []
    digests.turn(at(11, "16:00"))
    assert digests.missed() == [MONDAY]
    assert [*digests.sees(_seen(11, "16:00"))] == ["digest_wrong"], "a lesson was finished"
    assert digests.missed() == []
    told = replace(_seen(11, "16:00"), text=f"{TEXT}\n1日目 はじめの一歩\n次は9/14(月): 2日目 つぎの一歩")
    again = Digests(calm=True, account=account)
    again.turn(at(11, "16:00"))
    assert [*again.sees(told)] == []
    on_line = joined()
    on_line.turn(at(7, "8:40"), reachable=True)
    assert not is_owed(on_line, at(11, "16:00")), "it would cost a message"


def test_the_office_reads_the_figures_that_were_counted() -> None:
    digests = Digests(calm=True)
    accounts = [joined() for _ in range(5)]
    for each in accounts:
        each.turn(at(7, "8:40"), reachable=True)
    finish(accounts[0], 1, at(7, "9:00"))
    figures = of_section(accounts, at(11, "16:00"))
    assert figures == ("5人中1人が今週の学習を終えました",)
    assert of_all({"a": accounts, "b": accounts[:2]}, at(11, "16:00")) == figures, "two are in no figure"
    assert of_section(accounts[:4], at(11, "16:00")) == ()
    assert of_section([], at(11, "16:00")) is None
    digests.owes(at(11, "16:00"), figures)
    told = replace(_seen(11, "16:00"), text=f"{TEXT}\n{figures[0]}。")
    assert [*digests.sees(told)] == []
    digests.weeks.clear()
    assert [*digests.sees(_seen(11, "16:00"))] == ["digest_wrong"]
