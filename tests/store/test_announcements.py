"""Letters to many: who gets one, in which parcels they travel, and what becomes of them."""

from datetime import timedelta

import pytest

from lessons.notice import Notice
from messages.codec import encode
from messages.incoming import ChannelName
from messages.letter import State
from messages.message import plain
from store.announcement import Announcement, Audience, Progress, Stage
from store.freight import MOST, STEP, Load
from store.office import Post, Role, Staff
from store.root import Root
from store.work import Work
from tests.store.world import MINUTE, NOW, Town

WORDS = {"": encode(plain("お知らせ")), "en": encode(plain("Hello"))}


def _going(work: Work, to: Audience | None = None) -> Announcement:
    made = work.announcements.create(
        author=None,
        author_name="root",
        notice=Notice("t", "b"),
        to=to or Audience(),
        urgent=False,
        corrects=None,
        at=NOW,
    )
    work.announcements.move(made.id, (Stage.DRAFT,), Stage.SENDING, NOW)
    return work.announcements.get(made.id)


def _post(work: Work, made: Announcement) -> int:
    return work.announcements.post(made, WORDS, due=NOW, until=None, week_began=NOW, at=NOW)


def _full(root: Root, load: Load) -> Load:
    """The parcel with everything that it has room for."""
    while load.room and (fuller := root.freight.more(load, NOW)) != load:
        load = fuller
    return load


def test_everybody_gets_one_letter_in_their_language_and_a_second_posting_none(here: Town) -> None:
    people = [here.learner(f"U{number}")[0].person for number in range(5)]
    with here.database.begin(here.number) as work:
        work.people.set_language(people[0], "en")
        made = _going(work)
        assert work.announcements.reach(made.audience, NOW).line == 5
        assert _post(work, made) == 5
        assert _post(work, made) == 0
        assert work.announcements.way(made.id).open == 5
    with here.database.root() as root:
        first, second = root.freight.claim(NOW, slack=0), root.freight.claim(NOW, slack=0)
    assert sorted(len(load.letters) for load in (*first, *second)) == [1, 4], "one parcel a language"
    assert not here.keys(), "the courier has nothing to do with it"


def test_a_parcel_holds_five_hundred_and_comes_back_as_it_was(here: Town) -> None:
    for number in range(MOST + 20):
        here.learner(f"U{number}")
    with here.database.begin(here.number) as work:
        _post(work, _going(work))
    with here.database.root() as root:
        (begun,) = root.freight.claim(NOW, slack=0)
        assert len(begun.letters) == STEP, "no transaction takes more"
        whole = _full(root, begun)
        root.freight.later(whole, NOW + MINUTE, "LINE answered 500", doubtful=True)
        (rest,) = root.freight.claim(NOW, slack=0)
        assert (len(whole.letters), len(rest.letters)) == (MOST, 20)
        assert not root.freight.claim(NOW, slack=0)
        (again,) = root.freight.claim(NOW + MINUTE, slack=0)
    assert again.parcel.id == whole.parcel.id
    assert again.parcel.recipients == whole.parcel.recipients, "LINE's retry key stands for the very same request"
    assert again.parcel.doubtful


def test_a_crash_in_the_midst_of_a_parcel_leaves_nobody_out_and_writes_to_nobody_twice(here: Town) -> None:
    for number in range(2 * STEP + 20):
        here.learner(f"U{number}")
    with here.database.begin(here.number) as work:
        made = _going(work)
        _post(work, made)
    with here.database.root() as root:
        (begun,) = root.freight.claim(NOW, slack=0)
        fuller = root.freight.more(begun, NOW)
    assert (len(fuller.letters), fuller.parcel.recipients[:STEP]) == (2 * STEP, begun.parcel.recipients)
    with here.database.root() as root:  # it is there, half of it is written down, and then the bot dies
        root.freight.sent(fuller.steps()[0], message="", via="multicast", counted=1, at=NOW)
    with here.database.root() as root:
        root.outbox.stranded(NOW + MINUTE)
        loads = (*root.freight.claim(NOW + MINUTE, slack=0), *root.freight.claim(NOW + MINUTE, slack=0))
        again, rest = sorted(loads, key=lambda load: load.parcel.id != fuller.parcel.id)
        assert again.parcel.id == fuller.parcel.id, "LINE knows by it that it has them already"
        assert again.parcel.doubtful
        assert set(again.parcel.recipients) == set(fuller.parcel.recipients[STEP:])
        assert not again.room, "nobody joins what may have arrived"
        assert len(rest.letters) == 20
        for load in loads:
            root.freight.sent(load, message="", via="multicast", counted=1, at=NOW + MINUTE)
    with here.database.read(here.number) as work:
        assert work.announcements.way(made.id).sent == 2 * STEP + 20


def test_halves_travel_on_their_own_until_the_bad_one_is_alone(here: Town) -> None:
    for number in range(8):
        here.learner(f"U{number}")
    with here.database.begin(here.number) as work:
        made = _going(work)
        _post(work, made)
    calls = 0
    while True:
        with here.database.root() as root:
            loads = root.freight.claim(NOW, slack=0)
            for load in loads:
                calls += 1
                if "U5" not in load.parcel.recipients:
                    root.freight.sent(load, message="", via="multicast", counted=1, at=NOW)
                elif len(load.letters) > 1:
                    root.freight.halved(load, NOW)
                else:
                    root.freight.refused(load, State.REFUSED, "gone", NOW)
        if not loads:
            break
    with here.database.read(here.number) as work:
        way = work.announcements.way(made.id)
    assert (way.sent, way.failed, way.reasons) == (7, 1, (("gone", 1),))
    assert calls == 7, "1 + 2 + 2 + 2"


def test_what_was_stopped_can_be_sent_again_and_nobody_gets_it_twice(here: Town) -> None:
    for number in range(4):
        here.learner(f"U{number}")
    with here.database.begin(here.number) as work:
        made = _going(work)
        _post(work, made)
    with here.database.root() as root:
        (load,) = root.freight.claim(NOW, slack=0)
    here.learner("late")
    with here.database.begin(here.number) as work:
        assert work.announcements.stop(made.id, NOW) == 0, "it is on its way"
    with here.database.root() as root:
        root.freight.sent(load, message="", via="multicast", counted=1, at=NOW)
    with here.database.begin(here.number) as work:
        assert work.announcements.again(made.id, NOW, None) == 0
        assert work.announcements.way(made.id).sent == 4


def test_who_cannot_be_reached_has_a_line_and_gets_it_once_they_can(here: Town) -> None:
    here.learner("hana")
    ken, _ = here.learner("ken")
    with here.database.begin(here.number) as work:
        work.contacts.set_reachable(ken.id, reachable=False)
        made = _going(work)
        _post(work, made)
        way = work.announcements.way(made.id)
        assert (way.open, way.reasons) == (1, (("blocked", 1),))
        assert work.announcements.again(made.id, NOW, None) == 0
        work.contacts.set_reachable(ken.id, reachable=True)
        assert work.announcements.again(made.id, NOW, None) == 1
        assert work.announcements.way(made.id).open == 2


def test_who_does_not_learn_gets_it_where_they_are_reached(here: Town) -> None:
    with here.database.root() as root:
        slack = root.accounts.attach(here.number, ChannelName.SLACK, "T1", "@kotsu")
    with here.database.begin(here.number) as work:
        person = work.people.create(nickname="o", language="ja", section_family="default", at=NOW)
        blocked = work.contacts.create(person=person.id, account=here.account.id, external="o")
        work.contacts.create(person=person.id, account=slack.id, external="U1")
        work.contacts.set_reachable(blocked.id, reachable=False)
        work.roles.grant(person.id, Role.OFFICER, None, NOW)
        reach = work.announcements.reach(Audience(roles=(Role.OFFICER,)), NOW)
    assert (reach.slack, reach.unreached) == (1, 0)


def test_who_rests_waits_and_who_is_away_hears_it_later(here: Town) -> None:
    _, away = here.learner("away")
    with here.database.begin(here.number) as work:
        work.enrolments.rest(away.id, NOW + timedelta(days=3))
        made = _going(work)
        _post(work, made)
        assert work.outbox.coming(away.id) is None, "it takes no lesson's place"
    with here.database.root() as root:
        assert not root.freight.claim(NOW, slack=0)
        assert not root.freight.claim(NOW + timedelta(days=3), slack=0), "a leave ends at midnight"
        assert [late.enrolment for late in root.outbox.overdue(NOW + timedelta(days=3, minutes=1))] == [away.id]
    with here.database.begin(here.number) as work:
        work.cohorts.add_pause(here.cohort.id, NOW)
        second = _going(work)
        here_too, _ = work.announcements.reach(Audience(), NOW).line, _post(work, second)
        assert here_too == 1
        assert work.announcements.way(second.id).count(State.HELD) == 1


@pytest.mark.parametrize(
    ("to", "reached"),
    [
        (Audience(), {"hana", "ken"}),
        (Audience(roles=(Role.OFFICER,)), {"ken", "officer"}),
        (Audience(roles=(Role.LEARNER, Role.OFFICER)), {"hana", "ken", "officer"}),
        (Audience(progress=Progress.NOT_BEGUN), {"ken"}),
        (Audience(progress=Progress.BEGUN), {"hana"}),
        (Audience(progress=Progress.FINISHED), set()),
        (Audience(channels=(ChannelName.SLACK,)), set()),
        (Audience(cohorts=(99,)), set()),
    ],
)
def test_whom_it_is_meant_for(here: Town, to: Audience, reached: set[str]) -> None:
    hana, enrolment = here.learner("hana")
    ken, _ = here.learner("ken")
    with here.database.begin(here.number) as work:
        person = work.people.create(nickname="o", language="ja", section_family="default", at=NOW)
        work.contacts.create(person=person.id, account=here.account.id, external="officer")
        work.roles.grant(person.id, Role.OFFICER, None, NOW)
        work.roles.grant(ken.person, Role.OFFICER, None, NOW)
        work.attempts.record(enrolment=enrolment.id, lesson=1, quiz="q", chosen=("A",), right=True, at=NOW)
        made = _going(work, to)
        _post(work, made)
        got = {each.to for each in work.outbox.ledger() if each.key.startswith("announcement:")}
        assert got == reached
        assert work.announcements.reach(to, NOW).people == len(reached)
    assert hana.person


def test_a_section_is_meant_with_all_below_it_and_somebody_may_be_left_out(here: Town) -> None:
    hana, _ = here.learner("hana")
    ken, _ = here.learner("ken")
    here.learner("unlisted")
    with here.database.begin(here.number) as work:
        part = work.sections.create("総務部", None)
        below = work.sections.create("総務部/総務課", part.id)
        other = work.sections.create("総務部付", None)
        work.staff.add([Staff(0, number, "n", "k", "", "", "", "") for number in ("1", "2")])
        for contact, number, section in ((hana, "1", below), (ken, "2", other)):
            row = next(each for each in work.staff.all() if each.number == number)
            work.staff.meet(row.id, contact.person)
            work.posts.add([Post(row.id, section.id, "主事")])
        assert work.announcements.reach(Audience(sections=(part.id,)), NOW).people == 1
        assert work.announcements.reach(Audience(sections=(part.id, other.id)), NOW).people == 2
        assert work.announcements.reach(Audience(without=(hana.person,)), NOW).people == 2
