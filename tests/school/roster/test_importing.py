"""A roster compared, taken over and taken back."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial
from time import process_time

import pytest

from school.rights import NotAllowed, actor_of, operator
from school.roster import importing
from school.roster.comparing import Comparison, Kind
from school.roster.importing import Undone, Why
from school.roster.reading import read
from store.office import Role
from tests.store.world import NOW, Town

ROOT = operator("root")
APRIL = """番号,氏名,所属,職名,メール
001,職員 001,総務部 総務課,主事,a1@town.example
002,職員 002,総務部 税務課,主事,
003,職員 003,総務部 税務課,係長,
"""
MAY = """番号,氏名,所属,職名,兼務
001,職員 001,総務部 税務課,主任,
002,新姓 002,総務部 税務課,主事,企画部
004,職員 004,企画部,主事,
"""


def test_what_a_roster_would_change_is_told_and_nothing_written(here: Town) -> None:
    _take(here, APRIL)
    with here.database.read(here.number) as work:
        found = importing.preview(work, ROOT, read(MAY.encode(), "a.csv"), NOW, complete=True)
        assert found.counts == {
            Kind.MOVED: 1,
            Kind.RENAMED: 1,
            Kind.CONCURRENT: 1,
            Kind.NEW: 1,
            Kind.LEFT: 1,
        }
        assert (found.sections, found.unchanged) == (("企画部",), 0)
        assert [each.name for each in work.staff.all()] == ["職員 001", "職員 002", "職員 003"]
        promoted = read(APRIL.replace("税務課,主事", "税務課,係長").encode(), "a.csv")
        assert importing.preview(work, ROOT, promoted, NOW).counts == {Kind.RETITLED: 1}, "nobody has moved"


def test_a_roster_is_taken_over_and_a_second_time_changes_nothing(here: Town) -> None:
    _take(here, APRIL)
    _take(here, MAY, complete=True)
    with here.database.read(here.number) as work:
        people = {each.number: each for each in work.staff.all()}
        assert people["001"].email == "a1@town.example", "of what the file has no column, what was known stays"
        assert people["002"].name == "新姓 002"
        assert people["003"].left_on == NOW.date()
        assert work.posts.of(people["003"].id) == ()
        paths = {each.id: each.path for each in work.sections.all()}
        assert [paths[each.section] for each in work.posts.of(people["002"].id)] == ["総務部/税務課", "企画部"]
        assert [each.detail for each in work.audit.export()] == ["new:3", "concurrent:1 left:1 moved:1 new:1 renamed:1"]
    again = _take(here, MAY, complete=True)
    assert (again.changes, again.unchanged) == ((), 3)
    assert _take(here, APRIL.replace("001,職員 001,総務部 総務課,主事,a1@town.example\n", "")).counts[Kind.BACK] == 1


def test_two_imports_at_once_come_one_after_the_other(here: Town) -> None:
    with ThreadPoolExecutor(2) as both:
        found = list(both.map(partial(_take, here), [APRIL, APRIL]))
    assert sorted(len(each.changes) for each in found) == [0, 3]


def test_the_last_import_is_taken_back_once(here: Town) -> None:
    _take(here, APRIL)
    before = _list(here)
    _take(here, MAY, complete=True)

    assert _undo(here) == Undone(4)
    assert _list(here) == before
    assert _undo(here) is Why.NONE
    with here.database.read(here.number) as work:
        assert [each.path for each in work.sections.all() if each.closed] == ["企画部"]
    assert _take(here, MAY).sections == ("企画部",), "a section that was closed opens again"


def test_nothing_is_taken_back_once_somebody_was_changed_or_joined(here: Town) -> None:
    assert _undo(here) is Why.NONE
    _take(here, APRIL)
    contact, _ = here.learner("hana")
    with here.database.begin(here.number) as work:
        somebody = work.staff.all()[0]
        work.staff.meet(somebody.id, contact.person)
    assert _undo(here) is Why.CHANGED
    with here.database.begin(here.number) as work:
        work.staff.meet(somebody.id, None)
        work.staff.save(replace(somebody, name="職員 壱"))
    assert _undo(here) is Why.CHANGED


def test_only_the_office_may(here: Town) -> None:
    contact, _ = here.learner("hana")
    with here.database.begin(here.number) as work:
        work.roles.grant(contact.person, Role.FACILITATOR, None, NOW)
        for deed in (
            lambda actor: importing.preview(work, actor, read(APRIL.encode(), "a.csv"), NOW),
            lambda actor: importing.take(work, actor, read(APRIL.encode(), "a.csv"), NOW),
            lambda actor: importing.undo(work, actor, NOW),
        ):
            with pytest.raises(NotAllowed):
                deed(actor_of(work, contact.person))
        assert work.staff.all() == ()


def test_ten_thousand_come_in_a_few_seconds(here: Town) -> None:
    rows = "".join(f"{number:05},職員 {number},部{number % 9} 課{number % 90},主事,\n" for number in range(10_000))
    begun = process_time()
    _take(here, f"番号,氏名,所属,職名,メール\n{rows}")
    _take(here, f"番号,氏名,所属,職名,メール\n{rows.replace('主事', '主任')}")
    assert _undo(here) == Undone(10_000)
    assert process_time() - begun < 30


def _take(here: Town, text: str, *, complete: bool = False) -> Comparison:
    with here.database.begin(here.number) as work:
        return importing.take(work, ROOT, read(text.encode(), "a.csv"), NOW, complete=complete)


def _undo(here: Town) -> Undone | Why:
    with here.database.begin(here.number) as work:
        return importing.undo(work, ROOT, NOW + timedelta(minutes=1))


def _list(here: Town) -> list[object]:
    with here.database.read(here.number) as work:
        return [*work.staff.all(), *work.posts.all()]
