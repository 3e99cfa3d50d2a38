"""Digests are told once a week, to who wants them and is there, and never late."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lessons.phrases import phrases
from school import cohorts, resuming, silencing
from school.delivery import replan_overdue
from school.digests import cost, due
from school.digests.pictures import keep, wanted
from school.resuming import How
from school.rights import operator
from school.silencing import Begun, Wish
from store.office import Role
from store.silence import Whom
from tests.school.digests.office import TOLD, WEEK, Office, moment, office
from tests.store.world import NOW, Town

SECTION = "市民部/市民課"


@pytest.fixture
def town_hall(here: Town) -> Office:
    made = office(here)
    for number in range(5):
        made.member(f"m{number}", SECTION, finished=number % 2)
    return made


def test_each_gets_theirs_once_however_often_the_job_runs(town_hall: Office) -> None:
    town_hall.officer("boss", Role.MANAGER, SECTION)
    town_hall.officer("office")
    town_hall.officer("owner", Role.OWNER)
    assert town_hall.send(TOLD - timedelta(minutes=1)) == 0
    assert town_hall.send() == 8
    assert town_hall.send() == 0
    assert town_hall.send(TOLD + timedelta(minutes=30)) == 0
    assert town_hall.letters() == [
        *("office:office", "office:owner"),
        *(f"own:m{number}" for number in range(5)),
        "section:boss",
    ]
    with town_hall.town.database.read(town_hall.town.number) as work:
        assert work.digests.round().next_at == TOLD + timedelta(days=7)


def test_who_stopped_half_way_goes_on_where_it_was(town_hall: Office) -> None:
    assert town_hall.send(limit=2) == 2
    assert len(town_hall.letters()) == 2
    assert town_hall.send(TOLD + timedelta(minutes=5), limit=2) == 2
    assert town_hall.send(TOLD + timedelta(minutes=9), limit=2) == 1
    assert len(town_hall.letters()) == 5
    assert town_hall.send(TOLD + timedelta(minutes=10), limit=2) == 0


@pytest.mark.parametrize("late", [moment(4, 17, 15), moment(5, 10), moment(7, 9), moment(40, 9)])
def test_one_that_missed_its_day_is_left_out_and_the_next_one_comes(town_hall: Office, late: object) -> None:
    assert isinstance(late, type(TOLD))
    assert town_hall.send(late) == 0
    assert town_hall.letters() == []
    with town_hall.town.database.read(town_hall.town.number) as work:
        next_at = work.digests.round().next_at
    assert next_at is not None
    assert next_at > late
    assert next_at.astimezone(TOLD.tzinfo).hour == 16


def test_a_letter_that_could_not_leave_in_its_hours_never_leaves(town_hall: Office) -> None:
    town_hall.send()
    with town_hall.town.database.root() as root:
        assert replan_overdue(root, town_hall.library, moment(5, 9)) == 5
        assert not root.outbox.overdue(moment(7, 9))
    assert {each.state.value for each in town_hall.town.ledger().values()} == {"cancelled"}


def test_nothing_comes_to_who_wants_none_is_away_was_silent_or_has_left(town_hall: Office) -> None:
    with town_hall.town.database.begin(town_hall.town.number) as work:
        who = {name: work.enrolments.of_person(number)[0] for name, number in town_hall.people.items()}
        work.people.set_digests(town_hall.people["m0"], wanted=False)
        work.leaves.add(who["m1"].id, moment(4, 8), moment(6, 8))
        work.enrolments.rest(who["m1"].id, moment(6, 8))
        work.enrolments.hush(who["m2"].id, TOLD.date())
        work.contacts.set_reachable(who["m3"].contact, reachable=False)
        gone = work.staff.of_person(town_hall.people["m4"])
        assert gone is not None
        work.staff.save(replace(gone, left_on=TOLD.date()))
    town_hall.member("m5")
    town_hall.send()
    assert town_hall.letters() == ["own:m5"]


def test_a_pause_takes_back_what_has_not_left(town_hall: Office) -> None:
    town_hall.send()
    with town_hall.town.database.begin(town_hall.town.number) as work:
        cohorts.pause(work, work.cohorts.all()[0], TOLD)
    assert {each.state.value for each in town_hall.town.ledger().values()} == {"cancelled"}
    assert town_hall.send(TOLD + timedelta(days=7)) == 5
    assert len(town_hall.letters()) == 5, "nothing new while the cohort rests"


def test_in_a_silence_of_the_office_nobody_is_written_to(town_hall: Office) -> None:
    town_hall.officer("boss", Role.MANAGER, SECTION)
    actor = operator("root")
    town_hall.send(limit=2)
    with town_hall.town.database.begin(town_hall.town.number) as work:
        begun = silencing.begin(work, actor, Wish(Whom.EVERYBODY), TOLD)
        assert isinstance(begun, Begun)
    assert {each.state.value for each in town_hall.town.ledger().values()} == {"cancelled"}, "what had not left"
    assert town_hall.send(TOLD + timedelta(minutes=5)) == 0
    with town_hall.town.database.begin(town_hall.town.number) as work:
        assert resuming.resume(work, town_hall.library, actor, begun.silence, moment(7, 9), how=How.SHIFT)
    assert len(town_hall.letters()) == 2, "no flood afterwards"


def test_the_head_of_a_section_that_rests_is_left_in_peace(town_hall: Office) -> None:
    town_hall.officer("boss", Role.MANAGER, SECTION)
    town_hall.send(limit=len(town_hall.people))
    assert "section:boss" in town_hall.letters()
    for name, path in (("deputy", SECTION), ("above", "市民部"), ("other", "総務部")):
        town_hall.member(f"at {name}", path)
        town_hall.officer(name, Role.MANAGER, path)
    late = town_hall.officer("late")
    with town_hall.town.database.begin(town_hall.town.number) as work:
        section = work.sections.by_path(SECTION)
        assert section
        for wish in (Wish(Whom.SECTION, section.id), Wish(Whom.PERSON, late)):
            assert isinstance(silencing.begin(work, operator("root"), wish, TOLD), Begun)
    assert town_hall.town.ledger()[f"digest:section:{town_hall.people['boss']}:{WEEK.name}"].state.value == "cancelled"
    town_hall.send(TOLD + timedelta(minutes=5))
    told = {*town_hall.letters()}
    assert {"section:above", "section:other"} <= told
    assert not {"section:deputy", "office:late"} & told


def test_in_line_a_learners_costs_nothing_unless_the_office_pays(here: Town) -> None:
    town_hall = office(here)
    town_hall.member("hana", line=True)
    town_hall.send()
    assert town_hall.letters() == []
    with here.database.begin(here.number) as work:
        due.pay(work, paid=True)
    assert town_hall.send(TOLD + timedelta(days=7)) == 1
    assert town_hall.letters() == ["own:hana"]


def test_who_has_finished_hears_of_the_last_week_and_no_more(here: Town) -> None:
    town_hall = office(here)
    person = town_hall.member("hana", finished=5, given=5)
    with here.database.begin(here.number) as work:
        work.enrolments.finish(work.enrolments.of_person(person)[0].id)
    assert town_hall.send() == 1
    assert town_hall.letters() == ["own:hana"]
    assert town_hall.send(TOLD + timedelta(days=7)) == 0


def test_days_and_hours_that_change_move_the_next_one(town_hall: Office) -> None:
    with town_hall.town.database.root() as root:
        root.organisations.set_closures(town_hall.town.number, [TOLD.date()])
        work = root.work(town_hall.town.number)
        due.replan(work, NOW)
        assert work.digests.round().next_at == moment(3, 16)
    assert town_hall.send(moment(3, 16)) == 5


def test_switched_off_nothing_is_told(town_hall: Office) -> None:
    with town_hall.town.database.begin(town_hall.town.number) as work:
        due.switch(work, NOW, wanted=False)
    assert town_hall.send() == 0
    assert town_hall.letters() == []


def test_the_picture_is_wanted_once(town_hall: Office) -> None:
    town_hall.officer("office")
    town_hall.officer("owner", Role.OWNER)
    with town_hall.town.database.begin(town_hall.town.number) as work:
        (sketch,) = wanted(work, WEEK)
        assert sketch.shown.groups[0].learners == 5
        assert sketch.language in phrases("ja").language
        assert keep(work, sketch, b"png", TOLD)
        assert not keep(work, sketch, b"other", TOLD)
        assert not [*wanted(work, WEEK)]
        secret = work.pictures.secret(sketch.about)
    with town_hall.town.database.root() as root:
        assert root.pictures.png(secret, TOLD) == b"png"
        assert root.pictures.png(secret, TOLD + timedelta(days=14)) is None
        assert root.pictures.png("", TOLD) is None


def test_what_will_be_pushed_in_line_this_month_is_foreseen(town_hall: Office) -> None:
    town_hall.officer("boss", Role.MANAGER, SECTION)
    for who in ("hana", "ken"):
        town_hall.town.learner(who)
    with town_hall.town.database.begin(town_hall.town.number) as work:
        (contact,) = work.contacts.of_person(town_hall.people["boss"])
        ends, line = moment(24, 0), town_hall.town.account
        assert contact.account != line.id
        work.contacts.remove(contact.id)
        work.contacts.create(person=contact.person, account=line.id, external="boss")
        assert cost.to_come(work, line, NOW, ends) == 3, "three Fridays, one manager"
        due.pay(work, paid=True)
        assert cost.to_come(work, line, NOW, ends) == 3 * (1 + 2)
        assert cost.to_come(work, line, moment(18, 17), ends) == 0
        due.switch(work, NOW, wanted=False)
        assert cost.to_come(work, line, NOW, ends) == 0
