"""What each digest says: to a learner their own, to a manager numbers alone, to the office what needs deciding."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.spelled import spelled
from lessons.library import Library
from messages.incoming import ChannelName
from messages.letter import State
from messages.message import Message
from school.digests.telling import Teller, newest, teller
from school.study import study_of
from store.letters import Claimed
from store.office import Role
from store.work import Work
from tests.school.digests.office import TOLD, WEEK, Office, moment, office
from tests.shelf import AGING
from tests.store.world import NOW, Town, town

CITIZENS, TINY = "市民部/市民課", "議会事務局"


@pytest.fixture
def town_hall(here: Town) -> Office:
    """Eight at the counter, seven of whom finished; and a section of two."""
    made = office(here)
    for number in range(8):
        made.member(f"c{number}", CITIZENS, finished=min(number, 1))
    for number in range(2):
        made.member(f"t{number}", TINY, finished=1)
    return made


def _tells(work: Work, library: Library) -> Teller:
    return teller(work, library, WEEK, TOLD, "https://kotsu.example")


def _said(message: Message | None) -> str:
    assert message is not None
    return spelled(message)


def test_a_learner_reads_what_was_done_what_was_hard_and_what_comes(town_hall: Office) -> None:
    with town_hall.town.database.read(town_hall.town.number) as work:
        (enrolment,) = work.enrolments.of_person(town_hall.people["c1"])
        study = study_of(work, enrolment, town_hall.library)
        told = _said(_tells(work, town_hall.library).own(study, "ja", ChannelName.SLACK, "https://page"))
        on_line = _said(_tells(work, town_hall.library).own(study, "ja", ChannelName.LINE, "https://page"))
        lesson = study.course.lessons[0]
    assert f"1日目 {lesson.title}" in told
    assert "●○○○○(1/5日)" in told
    assert lesson.quizzes[0].text.splitlines()[0][:40] in told
    assert "解説を読む: https://page" in told
    assert on_line.splitlines()[:2] == ["9/7(月)の週のまとめができました。", "まとめを見る: https://page"]
    assert lesson.title not in on_line


def test_a_manager_reads_how_many_and_no_name(town_hall: Office) -> None:
    boss = town_hall.officer("boss", Role.MANAGER, CITIZENS)
    with town_hall.town.database.read(town_hall.town.number) as work:
        told = _said(_tells(work, town_hall.library).sections(work.people.get(boss)))
    assert "8人中7人が今週の学習を終えました。" in told
    assert told.index("ありがとうございます") < told.index("8人中7人")
    assert "月曜日に、ひとこと" in told
    assert not [name for name in town_hall.people if name in told]


def test_a_manager_of_few_reads_no_number_and_one_of_nobody_nothing(town_hall: Office) -> None:
    few = town_hall.officer("few", Role.MANAGER, TINY)
    with town_hall.town.database.begin(town_hall.town.number) as work:
        empty = work.sections.create("会計課", None)
        work.roles.grant(town_hall.people["c0"], Role.MANAGER, empty.id, NOW)
        tells = _tells(work, town_hall.library)
        told = _said(tells.sections(work.people.get(few)))
        assert tells.sections(work.people.get(town_hall.people["c0"])) is None
    assert "5人未満のため表示しません。" in told
    assert "人中" not in told


def test_the_office_reads_sections_hard_questions_and_what_waits(town_hall: Office) -> None:
    clerk = town_hall.officer("clerk")
    with town_hall.town.database.begin(town_hall.town.number) as work:
        (enrolment,) = work.enrolments.of_person(town_hall.people["c1"])
        work.inquiries.begin(person=enrolment.person, enrolment=None, account=None, lesson=0, title="", at=NOW)
        lesson = town_hall.library.courses[0].lessons[0]
        work.reports.open(enrolment, course=town_hall.town.cohort.course, edition="1", lesson=lesson.id, at=NOW)
        there = work.contacts.get(enrolment.contact).address
        work.outbox.post(replace(town_hall.town.letter("lost", ""), address=there), NOW)
    _refused(town_hall, "gone")
    with town_hall.town.database.read(town_hall.town.number) as work:
        told = _said(_tells(work, town_hall.library).office(work.people.get(clerk)))
        assert _tells(work, town_hall.library).office(work.people.get(town_hall.people["c0"])) is None
    assert "8人中7人が今週の学習を終えました。" in told
    assert f"{CITIZENS}: 8人: 始めた 7・学んだ 7・終えた 7" in told
    assert TINY not in told
    assert "5人未満の課(1課)は表示しません。" in told
    assert "まちがい 100%(9人中9人)" in told
    for line in ("質問(未回答): 1件", "LINEの通数(今月): 0通", "ブロックや退会で届かない 1通", "報告(未対応): 1件"):
        assert line in told
    assert f"・{lesson.title}(1件)" in told


def test_what_is_past_its_review_is_named(here: Town) -> None:
    town_hall = office(here)
    town_hall.library = Library((replace(AGING.courses[0], id=here.cohort.course),))
    town_hall.member("hana")
    clerk = town_hall.officer("clerk")
    with here.database.read(here.number) as work:
        told = _said(_tells(work, town_hall.library).office(work.people.get(clerk)))
        fresh = teller(work, town_hall.library, WEEK, moment(1, 9)).office(work.people.get(clerk))
    old = AGING.courses[0].facts[0]
    assert "見直し期限の過ぎた内容: 1件" in told
    assert f"・{old.says}({AGING.courses[0].title}、見直し期限 2026年9月8日)" in told
    assert old.says not in _said(fresh)


def test_who_was_away_all_week_is_not_counted_and_a_resting_cohort_is_not_told_of(town_hall: Office) -> None:
    boss = town_hall.officer("boss", Role.MANAGER, CITIZENS)
    with town_hall.town.database.begin(town_hall.town.number) as work:
        (enrolment,) = work.enrolments.of_person(town_hall.people["c0"])
        work.leaves.add(enrolment.id, moment(-3, 0), moment(6, 0))
        work.enrolments.rest(enrolment.id, moment(6, 0))
        told = _said(_tells(work, town_hall.library).sections(work.people.get(boss)))
        assert "7人中7人が今週の学習を終えました。" in told
        work.cohorts.add_pause(town_hall.town.cohort.id, TOLD)
        assert _tells(work, town_hall.library).sections(work.people.get(boss)) is None


def test_the_office_next_door_reads_nothing_of_ours(town_hall: Office) -> None:
    there = office(town(town_hall.town.database, "another town", "XYZ789"))
    clerk = there.officer("clerk")
    with there.town.database.read(there.town.number) as work:
        assert _tells(work, there.library).office(work.people.get(clerk)) is None


def test_the_week_that_was_told_last_is_shown(town_hall: Office) -> None:
    with town_hall.town.database.read(town_hall.town.number) as work:
        assert newest(work, TOLD - timedelta(days=1)) == WEEK, "the first one"
        assert newest(work, TOLD + timedelta(days=3)) == WEEK
        assert newest(work, TOLD + timedelta(days=7)) == WEEK.after


def _refused(town_hall: Office, why: str) -> None:
    claimed: tuple[Claimed, ...] = town_hall.town.claim()
    with town_hall.town.database.root() as root:
        for each in claimed:
            root.outbox.refused(each.id, State.REFUSED, why, NOW)
