"""What was said wrongly is put right, to those who read it; and what was rewritten is not sent unread."""

from datetime import timedelta

from lessons.notice import Notice
from messages.incoming import ChannelName
from messages.letter import State
from school import delivery
from school.announcing import drafting, going, sending
from school.announcing.correcting import correct
from school.announcing.drafting import Draft
from school.announcing.ledger import Fate, ledger
from school.announcing.sending import Sent, Why
from school.rights import Actor, actor_of, operator
from store.announcement import Announcement, Audience, Stage
from store.office import Role, Staff
from store.work import Work
from tests.school.test_announcing import AFTERNOON, NIGHT, ROOT, TUESDAY
from tests.shelf import FIRST_WEEK
from tests.store.world import MINUTE, NOW, Town

FIRST = Notice("研修", "月曜日です。")
RIGHT = Notice("研修", "火曜日です。")


def _in_slack(here: Town, who: str) -> int:
    with here.database.root() as root:
        account = root.accounts.by_external(ChannelName.SLACK, "T1") or root.accounts.attach(
            here.number, ChannelName.SLACK, "T1", "@kotsu"
        )
        work = root.work(here.number)
        person = work.people.create(nickname=who, language="ja", section_family="default", at=NOW)
        contact = work.contacts.create(person=person.id, account=account.id, external=who, room=f"D{who}")
        work.enrolments.join(
            cohort=here.cohort.id, person=person.id, contact=contact.id, delivery_time=here.cohort.delivery_time, at=NOW
        )
        return person.id


def _officer(work: Work) -> Actor:
    person = work.people.create(nickname="係", language="ja", section_family="default", at=NOW)
    work.roles.grant(person.id, Role.OFFICER, None, NOW)
    return actor_of(work, person.id)


def _written(work: Work, *, urgent: bool = False, by: Actor = ROOT) -> Announcement:
    made = drafting.draft(work, by, Draft(FIRST, Audience(), urgent), NOW)
    assert isinstance(made, Announcement)
    return made


def _gone_out(here: Town, lost: str = "") -> Announcement:
    """Sent and done; the one with this address did not get it."""
    with here.database.begin(here.number) as work:
        made = _written(work)
        sending.send(work, ROOT, made, AFTERNOON)
        going.start_due(work, AFTERNOON + MINUTE)
    with here.database.root() as root:
        for load in root.freight.claim(AFTERNOON + MINUTE, slack=9):
            if load.parcel.letter.address.to == lost:
                root.freight.refused(load, State.REFUSED, "gone", AFTERNOON)
            else:
                root.freight.sent(load, message=f"at {load.parcel.letter.address.to}", via="x", counted=0, at=AFTERNOON)
        root.freight.finish(AFTERNOON)
    return made


def test_a_correction_goes_to_those_who_got_it_and_takes_its_place_where_it_can(here: Town) -> None:
    here.learner("hana")
    for who in ("U1", "U2"):
        _in_slack(here, who)
    first = _gone_out(here, lost="DU2")
    here.learner("late")
    with here.database.begin(here.number) as work:
        made = correct(work, ROOT, work.announcements.get(first.id), RIGHT, AFTERNOON + 2 * MINUTE)
        assert isinstance(made, Announcement)
        reach = drafting.preview(work, ROOT, made, AFTERNOON).reach
        assert (reach.line, reach.slack, reach.unreached) == (1, 1, 0)
        sending.send(work, ROOT, made, AFTERNOON + 2 * MINUTE)
        assert going.start_due(work, AFTERNOON + 4 * MINUTE) == 1
    with here.database.root() as root:
        loads = root.freight.claim(AFTERNOON + 4 * MINUTE, slack=9)
    letters = {load.parcel.letter.address.to: load.parcel.letter for load in loads}
    assert {to: letter.replaces for to, letter in letters.items()} == {"hana": "", "DU1": "at DU1"}
    assert all("訂正" in letter.message.summary for letter in letters.values())
    with here.database.begin(here.number) as work:
        assert sending.retry(work, ROOT, work.announcements.get(first.id), AFTERNOON) == 0, "what was wrong stays away"


def test_what_still_goes_out_is_not_corrected(here: Town) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        made = _written(work)
        sending.send(work, ROOT, made, AFTERNOON)
        going.start_due(work, AFTERNOON + MINUTE)
        assert correct(work, ROOT, work.announcements.get(made.id), RIGHT, AFTERNOON) is Why.GOING


def test_what_was_rewritten_is_not_sent_by_who_saw_it_before(here: Town) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        seen = _written(work, urgent=True)
        drafting.rewrite(work, ROOT, seen, Draft(RIGHT, Audience(), urgent=True), NOW)
        now = work.announcements.get(seen.id)
        assert (seen.version, now.version) == (1, 2)
        assert sending.send(work, ROOT, now, AFTERNOON, seen=1) is Why.REWRITTEN
        assert sending.send(work, ROOT, seen, AFTERNOON) is Why.TOO_LATE, "it was rewritten in that very moment"
        assert isinstance(sending.send(work, ROOT, now, AFTERNOON, seen=2), Sent)
        sending.undo(work, ROOT, work.announcements.get(now.id), AFTERNOON)
        drafting.rewrite(work, ROOT, now, Draft(FIRST, Audience(), urgent=True), NOW)
        sending.send(work, ROOT, work.announcements.get(now.id), AFTERNOON)
        asked = work.announcements.get(now.id)
        assert sending.decide(work, operator("chief"), asked, AFTERNOON, granted=True, seen=2) is Why.REWRITTEN
        assert isinstance(sending.decide(work, operator("chief"), asked, AFTERNOON, granted=True, seen=3), Sent)


def test_a_draft_knows_when_it_shall_go(here: Town) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        wish = Draft(FIRST, Audience(), wanted_at=TUESDAY + timedelta(hours=1))
        made = drafting.draft(work, ROOT, wish, NOW)
        assert isinstance(made, Announcement)
        outcome = sending.send(work, ROOT, made, AFTERNOON)
        assert isinstance(outcome, Sent)
        assert outcome.announcement.goes_at == wish.wanted_at


def test_the_ledger_names_whom_it_did_not_reach_as_far_as_one_may_know(here: Town) -> None:
    here.learner("hana")
    lost = _in_slack(here, "U1")
    first = _gone_out(here, lost="DU1")
    with here.database.begin(here.number) as work:
        work.staff.add([Staff(0, "1", "架空 太郎", "", "", "", "", "")])
        work.staff.meet(work.staff.all()[0].id, lost)
        page = ledger(work, _officer(work), first, number=9)
        assert [(each.called, each.channel, each.fate) for each in page.lines] == [
            ("架空 太郎", ChannelName.SLACK, Fate.GONE)
        ]
        assert (page.number, page.pages, page.total) == (1, 1, 1)
        all_of_them = ledger(work, ROOT, first, states=tuple(State))
        assert {each.fate for each in all_of_them.lines} == {Fate.ARRIVED, Fate.GONE}
        work.people.erase(lost)
        assert [each.called for each in ledger(work, ROOT, first).lines] == [""]


def test_who_does_not_learn_hears_it_in_the_next_hours_too(here: Town) -> None:
    with here.database.begin(here.number) as work:
        person = work.people.create(nickname="o", language="ja", section_family="default", at=NOW)
        work.contacts.create(person=person.id, account=here.account.id, external="officer")
        work.roles.grant(person.id, Role.OFFICER, None, NOW)
        made = drafting.draft(work, ROOT, Draft(FIRST, Audience(roles=(Role.OFFICER,))), NOW)
        assert isinstance(made, Announcement)
        sending.send(work, ROOT, made, AFTERNOON)
        going.start_due(work, AFTERNOON + MINUTE)
    with here.database.root() as root:
        assert not root.freight.claim(NIGHT, slack=0), "LINE was busy until the office closed"
        assert delivery.replan_overdue(root, FIRST_WEEK, NIGHT) == 1
        assert not root.freight.claim(NIGHT, slack=0)
        (load,) = root.freight.claim(TUESDAY, slack=0)
    assert load.parcel.recipients == ("officer",)


def test_authors_take_back_what_waits_for_a_yes(here: Town) -> None:
    here.learner("hana")
    with here.database.begin(here.number) as work:
        person = work.people.create(nickname="f", language="ja", section_family="default", at=NOW)
        work.roles.grant(person.id, Role.FACILITATOR, None, NOW)
        author = actor_of(work, person.id)
        made = _written(work, urgent=True, by=author)
        sending.send(work, author, made, AFTERNOON)
        assert sending.undo(work, author, work.announcements.get(made.id), AFTERNOON)
        assert work.announcements.get(made.id).stage is Stage.DRAFT
