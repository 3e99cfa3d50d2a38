"""What the office sends keeps to everybody's hours, whenever it is sent; and only what was done is on record."""

from datetime import UTC, datetime, timedelta

from bot.announced import outline
from lessons.notice import Notice
from messages.letter import State
from school.announcing import drafting, going, sending
from school.announcing.drafting import Draft
from school.announcing.sending import Sent, Why
from school.rights import operator
from store.announcement import Announcement, Audience, Stage
from store.work import Work
from tests.store.world import NOW, Town

ROOT = operator("root")
AFTERNOON = datetime(2026, 9, 7, 7, 0, tzinfo=UTC)  # a Monday, 16:00 in the town
NIGHT = AFTERNOON + timedelta(hours=6)
TUESDAY = datetime(2026, 9, 7, 23, 30, tzinfo=UTC)  # 8:30 there


def _drafted(work: Work, *, urgent: bool = False) -> Announcement:
    made = drafting.draft(work, ROOT, Draft(Notice("研修", "来週です。"), Audience(), urgent), NOW)
    assert isinstance(made, Announcement)
    return made


def _letters(work: Work) -> set[tuple[State, datetime]]:
    return {(each.state, each.due) for each in work.outbox.ledger()}


def test_a_bot_that_slept_past_the_hours_sends_in_the_next_ones(here: Town) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        outcome = sending.send(work, ROOT, _drafted(work), AFTERNOON)
        assert isinstance(outcome, Sent)
        assert outcome.announcement.goes_at == AFTERNOON + sending.UNDO
        assert going.start_due(work, NIGHT) == 1
        assert _letters(work) == {(State.WAITING, TUESDAY)}
        assert going.start_due(work, NIGHT) == 0


def test_what_is_tried_again_at_night_waits_for_the_morning_and_for_pauses(here: Town) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        made = _drafted(work)
        sending.send(work, ROOT, made, AFTERNOON)
        going.start_due(work, AFTERNOON + timedelta(minutes=2))
        assert sending.abort(work, ROOT, made, AFTERNOON + timedelta(minutes=3)) == 1
        assert sending.retry(work, ROOT, made, NIGHT) == 1
        assert _letters(work) == {(State.WAITING, TUESDAY)}
        assert work.announcements.get(made.id).stage is Stage.SENDING
        sending.abort(work, ROOT, made, NIGHT)
        work.cohorts.add_pause(here.cohort.id, NIGHT)
        assert sending.retry(work, ROOT, made, NIGHT) == 1
        assert {state for state, _ in _letters(work)} == {State.HELD}, "a cohort that rests hears nothing"


def test_who_is_away_gets_it_when_they_are_back_and_who_left_never(here: Town) -> None:
    back = NOW + timedelta(days=3)
    _, away = here.learner("away")
    _, left = here.learner("left")
    with here.database.begin(here.number) as work:
        made = _drafted(work)
        sending.send(work, ROOT, made, AFTERNOON)
        going.start_due(work, AFTERNOON + timedelta(minutes=2))
        sending.abort(work, ROOT, made, AFTERNOON + timedelta(minutes=3))
        work.enrolments.rest(away.id, back)
        work.enrolments.leave(left.id)
        assert sending.retry(work, ROOT, made, NIGHT) == 1
        assert _letters(work) == {(State.WAITING, back), (State.CANCELLED, AFTERNOON + timedelta(minutes=2))}


def test_only_what_was_done_stays_on_record(here: Town) -> None:
    with here.database.begin(here.number) as work:
        made = _drafted(work)
        assert sending.send(work, ROOT, made, AFTERNOON) is Why.NOBODY
        assert sending.send(work, ROOT, made, AFTERNOON, wanted_at=NOW) is Why.PAST
        assert not sending.undo(work, ROOT, made, AFTERNOON)
        assert sending.abort(work, ROOT, made, AFTERNOON) is None
        assert sending.retry(work, ROOT, made, AFTERNOON) == 0
        assert drafting.discard(work, ROOT, made, AFTERNOON)
        assert not drafting.discard(work, ROOT, made, AFTERNOON)
        assert [deed.detail for deed in work.audit.export()] == ["", "discarded"]


def test_the_author_reads_why_it_was_given_back(here: Town) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        made = _drafted(work, urgent=True)
        sending.send(work, ROOT, made, AFTERNOON)
        assert sending.decide(work, ROOT, made, AFTERNOON, granted=True) is Why.OWN
        sending.decide(work, operator("chief"), made, AFTERNOON, granted=False, comment="日付を入れてください")
        lines = outline(work, ROOT, work.announcements.get(made.id), AFTERNOON)
        assert "  given back by chief: 日付を入れてください" in lines
