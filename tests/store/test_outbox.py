"""What leaves, when, and in which order."""

from datetime import timedelta

from messages.letter import State
from store.letters import Arrived
from tests.store.world import MINUTE, NOW, Town


def test_the_same_key_posts_once(here: Town) -> None:
    letter = here.letter("lesson:1:1", "hana")
    with here.database.begin(here.number) as work:
        assert work.outbox.post(letter, NOW)
        assert not work.outbox.post(letter, NOW)
    assert here.keys() == ["lesson:1:1"]


def test_a_letter_comes_back_as_it_was_posted(here: Town) -> None:
    _, enrolment = here.learner("hana")
    letter = here.letter("a", "hana", until=NOW + MINUTE, enrolment=enrolment.id, reply_to="token")
    here.post(letter)
    (claimed,) = here.claim()
    assert claimed.parcel.letter == letter
    assert claimed.organisation == here.number
    assert claimed.parcel.attempts == 0
    assert not claimed.parcel.doubtful


def test_nothing_leaves_before_it_is_due(here: Town) -> None:
    here.post(here.letter("later", "hana", NOW + MINUTE))
    assert here.keys(NOW) == []
    assert here.keys(NOW + MINUTE) == ["later"]


def test_at_one_address_only_the_oldest_letter_is_carried(here: Town) -> None:
    here.post(here.letter("second", "hana", NOW), here.letter("first", "hana", NOW - MINUTE))
    here.post(here.letter("other", "ken", NOW))
    carried = here.claim()
    assert [each.parcel.letter.key for each in carried] == ["first", "other"]
    assert here.keys() == []
    here.sent(*carried)
    assert here.keys() == ["second"]


def test_letters_due_at_the_same_moment_leave_as_they_were_posted(here: Town) -> None:
    here.post(*(here.letter(key, "hana") for key in "abc"))
    left = []
    while carried := here.claim():
        left += [each.parcel.letter.key for each in carried]
        here.sent(*carried)
    assert left == ["a", "b", "c"]


def test_an_older_letter_posted_late_does_not_join_one_that_is_on_its_way(here: Town) -> None:
    here.post(here.letter("on its way", "hana", NOW))
    here.claim()
    here.post(here.letter("older", "hana", NOW - MINUTE))
    assert here.keys() == []


def test_a_letter_that_must_try_again_is_not_overtaken(here: Town) -> None:
    here.post(here.letter("first", "hana"), here.letter("second", "hana"))
    (first,) = here.claim()
    with here.database.root() as root:
        root.outbox.later(first.id, next_try=NOW + 2 * MINUTE, doubtful=False, reason="busy")
    assert here.keys(NOW + MINUTE) == []
    assert here.keys(NOW + 2 * MINUTE) == ["first"]


def test_an_answer_goes_past_a_lesson_that_rests_after_a_failure(here: Town) -> None:
    here.post(here.letter("lesson", "hana", NOW))
    (lesson,) = here.claim()
    with here.database.root() as root:
        root.outbox.later(lesson.id, next_try=NOW + 5 * MINUTE, doubtful=True, reason="500")
    here.post(here.letter("answer", "hana", NOW + MINUTE, reply_to="token"), here.letter("plain", "hana", NOW + MINUTE))

    assert here.keys(NOW + MINUTE) == ["answer"], "its token lives a minute; what has none keeps its turn"


def test_a_letter_put_off_for_the_quota_lets_replies_go_on(here: Town) -> None:
    here.post(here.letter("push", "hana"), here.letter("reply", "hana", NOW + MINUTE))
    (push,) = here.claim()
    tomorrow = NOW + timedelta(days=1)
    with here.database.root() as root:
        root.outbox.later(push.id, next_try=tomorrow, doubtful=False, reason="over quota", postpone=tomorrow)
    assert here.keys(NOW + MINUTE) == ["reply"]


def test_a_letter_whose_hours_are_over_waits_for_a_new_plan_and_hinders_nobody(here: Town) -> None:
    here.post(here.letter("lesson", "hana", until=NOW + MINUTE), here.letter("reply", "hana", NOW + 2 * MINUTE))
    evening, morning = NOW + 2 * MINUTE, NOW + timedelta(days=1)
    (reply,) = here.claim(evening)
    assert reply.parcel.letter.key == "reply"
    here.sent(reply)
    with here.database.root() as root:
        (late,) = root.outbox.overdue(evening)
        root.outbox.reschedule(late.id, morning, morning + MINUTE)
        assert root.outbox.overdue(evening) == ()
    assert here.keys(morning - MINUTE) == []
    assert here.keys(morning) == ["lesson"]


def test_the_outbox_tells_when_the_next_letter_may_leave(here: Town) -> None:
    with here.database.root() as root:
        assert root.outbox.next_due(NOW) is None
    here.post(here.letter("a", "hana", NOW + 5 * MINUTE), here.letter("b", "ken", NOW + 2 * MINUTE))
    with here.database.root() as root:
        assert root.outbox.next_due(NOW) == NOW + 2 * MINUTE
    (b,) = here.claim(NOW + 2 * MINUTE)
    with here.database.root() as root:
        assert root.outbox.next_due(NOW) == NOW + 5 * MINUTE
        root.outbox.later(b.id, next_try=NOW + 3 * MINUTE, doubtful=False, reason="busy")
        assert root.outbox.next_due(NOW) == NOW + 3 * MINUTE


def test_the_next_moment_is_not_that_of_a_letter_that_waits_behind_another(here: Town) -> None:
    here.post(here.letter("first", "hana"), here.letter("second", "hana"))
    here.claim()
    with here.database.root() as root:
        assert root.outbox.next_due(NOW) is None


def test_nothing_leaves_from_an_account_that_is_gone(here: Town) -> None:
    here.post(here.letter("a", "hana"))
    with here.database.root() as root:
        root.accounts.deactivate(here.account.id)
    assert here.keys() == []
    with here.database.root() as root:
        root.accounts.attach(here.number, here.account.channel, here.account.external, "@kotsu")
    assert here.keys() == ["a"]


def test_the_ledger_tells_what_became_of_each_letter(here: Town) -> None:
    here.learner("hana")
    here.learner("ken")
    here.learner("yui")
    here.post(here.letter("a", "hana", reply_to="token"), here.letter("b", "ken"), here.letter("c", "yui"))
    arrived, refused, expired = here.claim()
    with here.database.root() as root:
        root.outbox.sent([Arrived(arrived.id, message="m1", via="push", counted=1)], NOW)
        root.outbox.refused(refused.id, State.REFUSED, "unknown user", NOW)
        root.outbox.refused(expired.id, State.EXPIRED, "the token was used", NOW)
    told = here.ledger()
    assert (told["a"].state, told["a"].message, told["a"].counted, told["a"].via) == (State.SENT, "m1", 1, "push")
    assert (told["a"].to, told["a"].attempts, told["a"].final_at) == ("hana", 1, NOW)
    assert (told["b"].state, told["b"].reason) == (State.REFUSED, "unknown user")
    assert told["c"].state is State.EXPIRED
    with here.database.read(here.number) as work:
        assert [each.key for each in work.outbox.ledger(state=State.REFUSED)] == ["b"]
        assert [each.key for each in work.outbox.ledger(limit=1)] == ["c"]


def test_a_letter_that_is_needed_no_more_is_withdrawn_unless_it_has_left(here: Town) -> None:
    here.post(here.letter("a", "hana"), here.letter("b", "ken"))
    here.sent(*here.claim(limit=1))
    with here.database.begin(here.number) as work:
        assert [work.outbox.withdraw(key, NOW) for key in ("a", "b", "b", "c")] == [False, True, False, False]
    assert here.keys() == []
    assert [record.state for record in here.ledger().values()] == [State.CANCELLED, State.SENT]


def test_old_letters_are_blanked_and_still_counted(here: Town) -> None:
    here.learner("hana")
    here.post(here.letter("a", "hana"))
    here.sent(*here.claim())
    with here.database.root() as root:
        assert root.outbox.forget(NOW) == 0
        assert root.outbox.forget(NOW + MINUTE) == 1
        assert root.outbox.forget(NOW + MINUTE) == 0
    (record,) = here.ledger().values()
    assert (record.to, record.counted, record.state) == ("", 1, State.SENT)
