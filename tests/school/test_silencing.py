"""A silence of the office: whom it concerns, what it holds, who may say yes, and how it ends."""

from datetime import UTC, datetime, timedelta

import pytest

from lessons.notice import Notice
from messages.incoming import ChannelName
from messages.letter import State
from school import cohorts, enrolling, resting, resuming, silencing
from school.announcing import drafting, going, sending
from school.announcing.drafting import Draft
from school.inquiring import asking, replying, telling
from school.inquiring.asking import Asked as Kept
from school.inquiring.asking import Asker
from school.permitting import confirm_silence
from school.resuming import How, Resumed
from school.rights import Actor, NotAllowed, operator
from school.silencing import Asked, Begun, Why, Wish
from school.study import study_of
from store.announcement import Announcement, Audience
from store.errors import NotFound
from store.office import Grant, Role
from store.silence import Silence, Whom
from store.values import Account, Enrolment
from store.work import Work
from tests.shelf import FIRST_WEEK
from tests.store.world import NOW, Town, town

ROOT, CHIEF = operator("root"), operator("chief")
EVERYBODY = Wish(Whom.EVERYBODY)
AFTERNOON = datetime(2026, 9, 7, 7, 30, tzinfo=UTC)  # a Monday, 16:30 in the town
NIGHT = AFTERNOON + timedelta(hours=6)
TUESDAY = datetime(2026, 9, 8, 0, 0, tzinfo=UTC)
THURSDAY = datetime(2026, 9, 10, 0, 0, tzinfo=UTC)  # 9:00 there
FRIDAY = THURSDAY + timedelta(days=1)
SECOND = timedelta(seconds=1)


def _begun(work: Work, wish: Wish = EVERYBODY, at: datetime = AFTERNOON) -> Silence:
    outcome = silencing.begin(work, ROOT, wish, at)
    assert isinstance(outcome, Begun)
    return outcome.silence


def _letters(work: Work) -> list[tuple[str, State]]:
    return sorted((each.key, each.state) for each in work.outbox.ledger())


def test_what_waits_to_leave_stays_and_reminders_never_leave(here: Town) -> None:
    _, enrolment = here.learner("hana")
    here.post(
        here.letter("lesson:1:1", "hana", enrolment=enrolment.id),
        here.letter("reminder:1:1", "hana", enrolment=enrolment.id),
        here.letter("reply:1", "hana"),
    )
    with here.database.begin(here.number) as work:
        outcome = silencing.begin(work, ROOT, EVERYBODY, AFTERNOON)
        assert isinstance(outcome, Begun)
        assert (outcome.people, outcome.held) == (1, 1)
        assert _letters(work) == [
            ("lesson:1:1", State.HELD),
            ("reminder:1:1", State.CANCELLED),
            ("reply:1", State.WAITING),
        ]
        assert not work.enrolments.due(AFTERNOON, 9)
        assert silencing.begin(work, ROOT, EVERYBODY, AFTERNOON) is Why.ALREADY


def _answered(work: Work, person: int, there: Account) -> None:
    """Asked in Slack, and answered in the evening."""
    work.contacts.create(person=person, account=there.id, external="U1")
    kept = asking.ask(work, FIRST_WEEK, Asker(person, there.id, None, "slack"), "いつですか", AFTERNOON)
    assert isinstance(kept, Kept)
    replying.answer(work, ROOT, kept.inquiry.id, "あすです。", source="list:1", seen=0, at=NIGHT)


def test_an_answer_on_its_way_stops_for_who_rests_and_is_told_afterwards(here: Town) -> None:
    contact, _ = here.learner("hana")
    there = _in_slack(here)
    with here.database.begin(here.number) as work:
        _answered(work, contact.person, there)
        assert _open(work) == ["answer:1"]
        outcome = silencing.begin(work, ROOT, Wish(Whom.PERSON, contact.person), NIGHT)
        assert isinstance(outcome, Begun)
        assert (outcome.held, _open(work)) == (1, [])
        assert not telling.tell_waiting(work, FIRST_WEEK, TUESDAY)
        _ended(work, outcome.silence)
        assert telling.tell_waiting(work, FIRST_WEEK, FRIDAY) == 1
        assert [each for each in _open(work) if each.startswith("answers:")]
        assert not telling.tell_waiting(work, FIRST_WEEK, FRIDAY)


@pytest.mark.parametrize("rests", ["a pause of the cohort", "a leave"])
def test_so_it_does_for_every_other_rest(here: Town, rests: str) -> None:
    contact, enrolment = here.learner("hana")
    there = _in_slack(here)
    with here.database.begin(here.number) as work:
        _answered(work, contact.person, there)
        if rests == "a leave":
            resting.rest(work, FIRST_WEEK, work.enrolments.get(enrolment.id), "2026-09-09", NIGHT)
        else:
            cohorts.pause(work, here.cohort, NIGHT)
        assert not _open(work)
        assert [each.id for each in work.answers.unread(contact.person)] == [1]


def test_news_for_the_office_wait_until_everybody_goes_on(here: Town) -> None:
    here.post(here.letter("quota:1:2026-09:most:1", "chief"), here.letter("approval:1:1:0:1", "chief"))
    with here.database.begin(here.number) as work:
        silence = _begun(work, at=NIGHT)
        assert _open(work) == ["approval:1:1:0:1"], "one may still be needed"
        _ended(work, silence)
        assert [each.due for each in work.outbox.ledger() if each.key.startswith("quota:")] == [THURSDAY]


def test_two_silences_over_one_person_end_when_both_do(here: Town) -> None:
    contact, enrolment = here.learner("hana")
    person = Wish(Whom.PERSON, contact.person)
    with here.database.begin(here.number) as work:
        town_wide, one = _begun(work), _begun(work, person, AFTERNOON + SECOND)
        assert isinstance(_ended(work, town_wide), Resumed)
        assert work.enrolments.get(enrolment.id).silent
        assert _ended(work, town_wide) is None
        assert isinstance(_ended(work, one), Resumed)
        now = work.enrolments.get(enrolment.id)
        assert not now.silent
        assert now.next_at
        assert now.next_at > THURSDAY


def test_a_silence_and_a_pause_of_the_cohort_hold_until_both_are_over(here: Town) -> None:
    _, enrolment = here.learner("hana")
    here.post(here.letter("lesson:1:1", "hana", enrolment=enrolment.id))
    with here.database.begin(here.number) as work:
        silence = _begun(work)
        cohorts.pause(work, here.cohort, AFTERNOON + SECOND)
        assert isinstance(_ended(work, silence), Resumed)
        assert _letters(work) == [("lesson:1:1", State.HELD)]
        again = _begun(work, at=THURSDAY)
        cohorts.resume(work, FIRST_WEEK, here.cohort, THURSDAY + SECOND)
        assert _letters(work) == [("lesson:1:1", State.HELD)]
        assert isinstance(_ended(work, again, THURSDAY + timedelta(minutes=9)), Resumed)
        assert _letters(work) == [("lesson:1:1", State.WAITING)]


def test_newcomers_share_what_the_town_went_through(here: Town) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        silence = _begun(work)
        ken = _enrolled(here, work, "ken", AFTERNOON + SECOND)
        assert ken.silent
        _ended(work, silence)
        mari = _enrolled(here, work, "mari", THURSDAY)
        assert (mari.silent, mari.silenced) == (False, True)
        calendars = {study_of(work, work.enrolments.get(each.id), FIRST_WEEK).calendar for each in (ken, mari)}
        assert len(calendars) == 1, "all of a cohort go by one calendar"


def test_what_is_announced_meanwhile_waits_for_who_learns_and_for_who_does_not(here: Town) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        chief = work.people.create(nickname="x", language="ja", section_family="default", at=NOW)
        work.contacts.create(person=chief.id, account=here.account.id, external="chief")
        work.roles.grant(chief.id, Role.OFFICER, None, NOW)
        silence = _begun(work)
        to = Audience(roles=(Role.LEARNER, Role.OFFICER))
        made = drafting.draft(work, ROOT, Draft(Notice("研修", "来週です。"), to), AFTERNOON)
        assert isinstance(made, Announcement)
        sending.send(work, ROOT, made, AFTERNOON)
        going.start_due(work, AFTERNOON + timedelta(minutes=2))
        assert [state for _, state in _letters(work)] == [State.HELD] * 2
        _ended(work, silence)
        assert [state for _, state in _letters(work)] == [State.WAITING] * 2


def test_somebody_elses_wish_for_the_same_is_the_second_yes(here: Town) -> None:
    with here.database.root() as root:
        organisation = root.organisations.get(here.number)
        confirm_silence(root, organisation, ROOT, wanted=True, at=NOW)
    with here.database.begin(here.number) as work:
        asked = silencing.begin(work, ROOT, EVERYBODY, AFTERNOON)
        assert isinstance(asked, Asked)
        assert silencing.begin(work, ROOT, EVERYBODY, AFTERNOON) is Why.ASKED
        assert silencing.confirm(work, ROOT, asked.silence, AFTERNOON) is Why.OWN
        assert isinstance(silencing.begin(work, CHIEF, EVERYBODY, AFTERNOON), Begun)
        assert silencing.confirm(work, CHIEF, asked.silence, AFTERNOON) is Why.OVER


def test_a_wish_nobody_answered_is_gone_the_next_day(here: Town) -> None:
    with here.database.root() as root:
        confirm_silence(root, root.organisations.get(here.number), ROOT, wanted=True, at=NOW)
    late = AFTERNOON + silencing.VALID
    with here.database.begin(here.number) as work:
        asked = silencing.begin(work, ROOT, EVERYBODY, AFTERNOON)
        assert isinstance(asked, Asked)
        assert silencing.confirm(work, CHIEF, asked.silence, late) is Why.OVER
        assert not silencing.looked_at(work, ROOT, late)
        anew = silencing.begin(work, CHIEF, EVERYBODY, late)
        assert isinstance(anew, Asked)
        assert anew.silence.id > asked.silence.id
        assert silencing.decline(work, CHIEF, anew.silence, late)
        assert not silencing.decline(work, CHIEF, anew.silence, late)


def test_another_towns_section_is_not_found_and_a_manager_may_not(here: Town) -> None:
    there = town(here.database, "another town", "XYZ789")
    with there.database.begin(there.number) as work:
        section = work.sections.create("総務部", None)
    manager = Actor(1, "", (Grant(1, 1, Role.MANAGER, section.id, NOW),))
    with here.database.begin(here.number) as work:
        with pytest.raises(NotFound):
            silencing.begin(work, ROOT, Wish(Whom.SECTION, section.id), AFTERNOON)
        with pytest.raises(NotAllowed):
            silencing.begin(work, manager, EVERYBODY, AFTERNOON)
        with pytest.raises(NotAllowed):
            resuming.resume(work, FIRST_WEEK, manager, _begun(work), THURSDAY, how=How.SHIFT)


def test_a_notice_waits_for_working_hours_and_is_not_sent_if_it_is_over_by_then(here: Town) -> None:
    here.learner("hana")
    night = AFTERNOON + timedelta(hours=6)
    with here.database.begin(here.number) as work:
        silence = _begun(work, Wish(Whom.EVERYBODY, notice=True), night)
        (notice,) = work.outbox.ledger()
        assert notice.due == datetime(2026, 9, 7, 23, 30, tzinfo=UTC)
        _ended(work, silence, night + timedelta(hours=1))
        assert [state for _, state in _letters(work)] == [State.CANCELLED]


def _in_slack(here: Town) -> Account:
    with here.database.root() as root:
        return root.accounts.attach(here.number, ChannelName.SLACK, "T1", "@kotsu")


def _open(work: Work) -> list[str]:
    return [each.key for each in work.outbox.ledger(state=State.WAITING)]


def _enrolled(here: Town, work: Work, who: str, at: datetime) -> Enrolment:
    made = enrolling.enrol(
        work, FIRST_WEEK, here.cohort, account=here.account, who=who, room="", nickname=who, language="ja", at=at
    )
    return work.enrolments.get(made.id)


def _ended(work: Work, silence: Silence, at: datetime = THURSDAY) -> Resumed | None:
    now = work.silences.get(silence.id)
    return resuming.resume(work, FIRST_WEEK, ROOT, now, at, how=How.SHIFT)
