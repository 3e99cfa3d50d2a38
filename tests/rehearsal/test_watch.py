"""What the office says in a rehearsal: everybody gets it once, when it may come."""

from datetime import date

from bot.rehearsal.office.sayings import Saying, sayings, title_of
from bot.rehearsal.office.watch import Watch
from tests.rehearsal.course import at, joined
from tests.rehearsal.town import planned

FIRST, STOPPED, _ = sayings(planned(days=7))
MOMENT = at(9, "10:32")


def _watch(saying: Saying = FIRST, *, calm: bool = True) -> Watch:
    watch = Watch(joined(), calm)
    watch.written(saying, MOMENT, reachable=True)
    watch.turn(MOMENT, reachable=True)
    return watch


def test_at_its_moment_once_and_only_to_whom_it_was_written() -> None:
    watch = _watch()
    assert watch.lost() == [FIRST.title]
    assert [*watch.sees(FIRST.title, MOMENT)] == []
    assert watch.lost() == []
    assert [*watch.sees(FIRST.title, at(9, "10:40"))] == ["announced_late", "announced_twice"]
    assert [*watch.sees(STOPPED.title, MOMENT)] == ["announced_astray"]
    nobody = Watch(joined(), calm=True)
    nobody.written(FIRST, MOMENT, reachable=False)
    assert nobody.lost() == []
    assert [*nobody.sees(FIRST.title, MOMENT)] == ["announced_astray"]


def test_on_leave_it_waits_for_the_first_hours_after() -> None:
    watch = Watch(joined(), calm=True)
    watch.account.rest(date(2026, 9, 11), at(8, "9:00"))
    watch.written(FIRST, MOMENT, reachable=True)
    for day, clock in ((9, "10:32"), (12, "9:00")):
        watch.turn(at(day, clock), reachable=True)
    assert [*watch.sees(FIRST.title, at(12, "9:00"))] == ["announced_astray"], "a Saturday"
    watch.turn(at(14, "8:30"), reachable=True)
    assert [*watch.sees(FIRST.title, at(14, "8:30"))] == ["announced_twice"]


def test_what_waited_does_not_come_on_a_day_that_was_lost() -> None:
    watch = Watch(joined(), calm=True)
    watch.account.rest(date(2026, 9, 9), at(8, "9:00"))
    watch.account.pause(at(9, "9:00"))
    watch.written(FIRST, MOMENT, reachable=True)
    watch.turn(MOMENT, reachable=True)
    watch.account.go_on(at(10, "10:05"))
    watch.turn(at(10, "10:06"), reachable=True)
    watch.turn(at(11, "8:30"), reachable=True)
    assert [*watch.sees(FIRST.title, at(11, "8:40"))] == []


def test_what_was_stopped_comes_when_it_is_sent_again_and_in_foul_weather_may_be_in_doubt() -> None:
    assert [*_watch(STOPPED).sees(STOPPED.title, at(9, "15:20"))] == []
    assert _watch(STOPPED).lost() == [STOPPED.title]
    assert _watch(STOPPED, calm=False).lost() == []


def test_who_goes_out_of_reach_may_miss_what_is_under_way() -> None:
    watch = _watch()
    watch.away()
    assert watch.lost() == []


def test_it_is_known_by_its_title() -> None:
    assert title_of(f"お知らせ\n{FIRST.title}\nほか") == FIRST.title
    assert title_of("だれも書いていない") == "だれも書いていない"
