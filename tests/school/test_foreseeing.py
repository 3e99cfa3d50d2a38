"""LINE's month as the office foresees it, and who hears of it while that costs a message."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from messages.letter import State
from school import pulling
from school.foreseeing import month_of
from store.metered import Pull, Reading
from store.office import Role
from store.work import Work
from tests.shelf import FIRST_WEEK
from tests.store.world import NOW, Town

MORNING = datetime(2026, 9, 8, 1, 0, tzinfo=UTC)  # a Tuesday, 10:00 in the town
TOMORROW = MORNING + timedelta(days=1)


def _officer(here: Town) -> int:
    """Who is on LINE alone; their person."""
    with here.database.begin(here.number) as work:
        chief = work.people.create(nickname="係", language="ja", section_family="default", at=NOW)
        work.contacts.create(person=chief.id, account=here.account.id, external="chief")
        work.roles.grant(chief.id, Role.OFFICER, None, NOW)
        return chief.id


def _told(work: Work) -> list[str]:
    return sorted(each.key for each in work.outbox.ledger() if each.key.startswith("quota:"))


def _read(work: Work, here: Town, used: int, limit: int = 200) -> None:
    work.readings.keep(Reading(here.account.id, limit, used, MORNING))


def test_reminders_are_foreseen_by_how_many_there_were_lately_where_they_cost_a_push(here: Town) -> None:
    for number, who in enumerate(("hana", "ken", "mari"), 1):
        here.learner(who, next_at=TOMORROW)
        here.post(here.letter(f"lesson:{number}:1", who))
    here.post(here.letter("reminder:1:1", "hana"))
    here.sent(*here.claim())
    here.sent(*here.claim())
    with here.database.begin(here.number) as work:
        _read(work, here, 4)
        found = month_of(work, FIRST_WEEK, here.account, MORNING)
        assert (found.used, found.lessons, found.reminders) == (4, 3 * 5, 0)
    with here.database.root() as root:
        root.organisations.save(replace(root.organisations.get(here.number), line_reminders=True))
    with here.database.begin(here.number) as work:
        assert month_of(work, FIRST_WEEK, here.account, MORNING).reminders == 5, "one of three lessons"


def test_what_a_silence_holds_is_foreseen_for_it_still_leaves(here: Town) -> None:
    _, enrolment = here.learner("hana", next_at=TOMORROW)
    here.post(here.letter("lesson:1:1", "hana", enrolment=enrolment.id))
    with here.database.begin(here.number) as work:
        work.outbox.hold(here.cohort.id)
        assert [each.state for each in work.outbox.ledger()] == [State.HELD]
        assert month_of(work, FIRST_WEEK, here.account, MORNING).waiting == 1


def test_who_is_on_line_alone_hears_in_time_for_the_last_messages_are_kept_for_that(here: Town) -> None:
    _officer(here)
    for number in range(9):
        here.learner(f"U{number}", next_at=TOMORROW)
    with here.database.begin(here.number) as work:
        _read(work, here, 0, limit=1000)
        pulling.watch(work, FIRST_WEEK, MORNING)
        assert _told(work) == []
        _read(work, here, 800, limit=1000)
        pulling.watch(work, FIRST_WEEK, MORNING)
        assert [key.split(":")[3] for key in _told(work)] == ["most"]
        _read(work, here, 990, limit=1000)
        pulling.watch(work, FIRST_WEEK, MORNING)
        assert work.accounts.get(here.account.id).pull is Pull.SHORT, "nine for the lessons, and one for each word"
        assert len(_told(work)) == 2
        assert work.outbox.to_count(here.account.id, TOMORROW) <= 1000 - 990


def test_a_refusal_is_believed_where_lines_figures_say_so_too_and_until_a_larger_plan_is_there(here: Town) -> None:
    here.learner("hana", next_at=TOMORROW)
    with here.database.root() as root:
        assert not pulling.refused(root, here.account.id, MORNING), "LINE has told nothing yet"
    with here.database.begin(here.number) as work:
        _read(work, here, 20)
    with here.database.root() as root:
        assert not pulling.refused(root, here.account.id, MORNING)
    with here.database.begin(here.number) as work:
        assert work.accounts.get(here.account.id).pull is None
        _read(work, here, 200)
    with here.database.root() as root:
        assert pulling.refused(root, here.account.id, MORNING)
        assert not pulling.refused(root, here.account.id, MORNING), "it has turned"
    with here.database.begin(here.number) as work:
        pulling.watch(work, FIRST_WEEK, MORNING)
        assert work.accounts.get(here.account.id).pull is Pull.SPENT
        _read(work, here, 200, limit=5000)
        pulling.watch(work, FIRST_WEEK, MORNING)
        assert work.accounts.get(here.account.id).pull is None, "the office has bought a larger plan"
