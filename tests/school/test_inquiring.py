"""Whose questions are whose, who may do what with them, and what helps to answer."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lessons.library import Library
from lessons.likeness import likeness
from messages.incoming import ChannelName
from messages.letter import State
from school import resuming, silencing
from school.inquiring import asking, canning, desk, looking, replying, telling
from school.inquiring.asking import Asked, Asker
from school.inquiring.replying import Answered, Before, Why
from school.resuming import How
from school.rights import Actor, NotAllowed, actor_of, operator
from school.silencing import Begun, Wish
from store.inquiry import Inquiry, InquiryState
from store.office import Role
from store.silence import Silence, Whom
from store.values import Contact
from store.work import Work
from tests.shelf import FIRST_WEEK
from tests.store.world import NOW, Town, town

ROOT = operator("root")


def _asked(work: Work, contact: Contact, words: str = "LGWANから生成AIは使えますか") -> int:
    kept = asking.ask(work, FIRST_WEEK, Asker(contact.person, contact.account, None, "line"), words, NOW)
    assert isinstance(kept, Asked)
    return kept.inquiry.id


def _who(work: Work, contact: Contact, role: Role) -> Actor:
    section = work.sections.create("総務部", None).id if role is Role.MANAGER else None
    work.roles.grant(contact.person, role, section, NOW)
    return actor_of(work, contact.person)


def _answer(work: Work, actor: Actor, number: int, body: str, *, seen: int = 0) -> replying.Outcome:
    return replying.answer(work, actor, number, body, source=f"said:{actor.person}:{body}:{seen}", seen=seen, at=NOW)


@pytest.mark.parametrize("role", [Role.LEARNER, Role.MANAGER])
def test_who_has_no_right_reads_nothing_and_answers_nothing(here: Town, role: Role) -> None:
    hana, ken = here.learner("hana")[0], here.learner("ken")[0]
    with here.database.begin(here.number) as work:
        number, actor = _asked(work, hana), _who(work, ken, role)
        for deed in (
            lambda: looking.waiting(work, actor),
            lambda: looking.find(work, actor, number),
            lambda: looking.search(work, actor, "LGWAN"),
            lambda: _answer(work, actor, number, "はい"),
            lambda: replying.claim(work, actor, number, NOW),
            lambda: replying.hand(work, actor, number, ken.person, NOW),
            lambda: canning.add(work, actor, "はい", "はい", NOW),
        ):
            with pytest.raises(NotAllowed):
                deed()
        assert not work.answers.of(number)
        assert not list(work.audit.export())


def test_another_towns_officer_finds_nothing_by_guessing(here: Town) -> None:
    hana = here.learner("hana")[0]
    there = town(here.database, "another town", "XYZ789")
    mari = there.learner("mari")[0]
    with here.database.begin(here.number) as work:
        number = _asked(work, hana)
    with there.database.begin(there.number) as work:
        actor = _who(work, mari, Role.OFFICER)
        assert looking.find(work, actor, number) is None
        assert looking.every(work, actor) == looking.search(work, actor, "LGWAN") == ()
        assert _answer(work, actor, number, "はい") is Why.GONE
        assert replying.claim(work, actor, number, NOW) is Why.GONE
        assert replying.hand(work, actor, number, mari.person, NOW) is Why.GONE
        assert asking.ask_on(work, Asker(mari.person, None, None, "line"), number, "?", NOW) is None
        assert work.threads.find(here.account.id, "hana", "hana", "m1") is None


def test_the_second_is_told_first_and_a_double_press_is_one_answer(here: Town) -> None:
    hana, ken, mari = (here.learner(name)[0] for name in ("hana", "ken", "mari"))
    with here.database.begin(here.number) as work:
        number = _asked(work, hana)
        first, second = _who(work, ken, Role.FACILITATOR), _who(work, mari, Role.OFFICER)
        claimed = replying.claim(work, second, number, NOW)
        assert isinstance(claimed, Inquiry)
        assert claimed.holder == second.person
        assert replying.claim(work, first, number, NOW) is Why.TAKEN
        assert _answer(work, first, number, "はい") == Answered(work.answers.of(number)[0])
        again = _answer(work, first, number, "はい", seen=1)
        assert isinstance(again, Answered)
        assert again.again
        assert isinstance(_answer(work, second, number, "いいえ"), Before)
        held = replying.hold(work, second, number, "いいえ", source="thread:1", at=NOW)
        assert held
        assert replying.hold(work, second, number, "いいえ", source="thread:1", at=NOW) is None, "the same remark"
        assert replying.release(work, first, held.id, NOW) is Why.GONE, "another's"
        assert isinstance(replying.release(work, second, held.id, NOW), Answered)
        assert [each.sent for each in work.answers.of(number)] == [True, True]
        assert replying.claim(work, second, number, NOW) is Why.DONE
        assert isinstance(replying.claim(work, second, _asked(work, hana), NOW), Inquiry)
        assert {deed.detail for deed in work.audit.export()} == {"claimed", "answered"}
        work.people.erase(mari.person)
        assert [each.state for each in work.inquiries.of_person(hana.person)] == [
            *(InquiryState.OPEN, InquiryState.ANSWERED),
        ], "what nobody has any more waits for somebody"
        assert [each.body for each in work.answers.of(number)] == ["はい", "いいえ"], "told is told"


def test_an_answer_on_line_is_told_by_a_letter_and_told_again_if_that_did_not_arrive(here: Town) -> None:
    hana, _ = here.learner("hana")
    with here.database.begin(here.number) as work:
        number = _asked(work, hana)
        _answer(work, ROOT, number, "はい")
        person = work.people.get(hana.person)
        work.enrolments.leave(work.enrolments.of_person(hana.person)[0].id)
        evening, day = NOW + timedelta(hours=12), NOW + timedelta(days=1)
        assert telling.tell_waiting(work, FIRST_WEEK, evening) == 0, "nobody is at work"
        assert [telling.tell_waiting(work, FIRST_WEEK, NOW) for _ in range(2)] == [1, 0]
        assert not work.answers.untold(person.id)
    (told,) = here.claim()
    with here.database.root() as root:
        root.outbox.refused(told.id, State.REFUSED, "blocked", NOW)
    with here.database.begin(here.number) as work:
        assert telling.tell_waiting(work, FIRST_WEEK, day) == 1
        assert work.answers.unread(hana.person)
        assert telling.read(work, person, "page:1", day)[0].answer == "はい"
        assert not work.answers.unread(hana.person)


def test_in_a_silence_nobody_is_told_of_a_question_and_afterwards_all_are_once(here: Town) -> None:
    (hana, _), (ken, _) = here.learner("hana"), here.learner("ken")
    library = Library((replace(FIRST_WEEK.courses[0], id=here.cohort.course),))
    with here.database.begin(here.number) as work:
        _who(work, ken, Role.FACILITATOR)
        before = _asked(work, hana, "よるの質問")
        _answer(work, ROOT, before, "あさの答え")
        silence = _silence(work, Wish(Whom.EVERYBODY))
        during = _asked(work, hana, "嵐のなかの質問")
        assert _knocks(work) == []
        assert {each.inquiry.id for each in looking.waiting(work, ROOT)} == {during}, "who looks, sees it"
        assert resuming.resume(work, library, ROOT, silence, NOW, how=How.SHIFT)
        assert len(_knocks(work)) == 1
        silence = _silence(work, Wish(Whom.PERSON, ken.person))
        assert _knocks(work) == []
        assert resuming.resume(work, library, ROOT, silence, NOW, how=How.SHIFT)
        assert resuming.resume(work, library, ROOT, silence, NOW, how=How.SHIFT) is None
        assert len(_knocks(work)) == 1


def test_an_answer_that_waited_for_the_morning_waits_for_the_end_of_a_silence(here: Town) -> None:
    hana = _in_slack(here)
    library = Library((replace(FIRST_WEEK.courses[0], id=here.cohort.course),))
    evening = NOW + timedelta(hours=12)
    with here.database.begin(here.number) as work:
        number = _asked(work, hana)
        replying.answer(work, ROOT, number, "はい", source="said", seen=0, at=evening)
        silence = _silence(work, Wish(Whom.PERSON, hana.person), evening)
        (letter,) = [each for each in work.outbox.ledger() if each.key.startswith("answer:")]
        assert letter.state is State.CANCELLED
        morning = NOW + timedelta(days=1)
        assert telling.tell_waiting(work, library, morning) == 0
        assert resuming.resume(work, library, ROOT, silence, morning, how=How.SHIFT)
        assert telling.tell_waiting(work, library, morning + timedelta(days=1)) == 1


def _in_slack(here: Town) -> Contact:
    """Somebody who learns in Slack."""
    with here.database.root() as root:
        slack = root.accounts.attach(here.number, ChannelName.SLACK, "T1", "U1")
    return replace(here, account=slack).learner("hana")[0]


def _silence(work: Work, wish: Wish, at: datetime = NOW) -> Silence:
    begun = silencing.begin(work, ROOT, wish, at)
    assert isinstance(begun, Begun)
    return begun.silence


def _knocks(work: Work) -> list[str]:
    return [each.key for each in work.outbox.ledger() if each.key.startswith("waiting:")]


def test_what_was_answered_is_found_by_words_and_by_likeness(here: Town) -> None:
    hana = here.learner("hana")[0]
    with here.database.begin(here.number) as work:
        first, other = _asked(work, hana), _asked(work, hana, "復習はいつ届きますか")
        like = _asked(work, hana, "LGWANの端末から生成AIを使えますか")
        _answer(work, ROOT, first, "当面は、インターネット接続系だけです。")
        canning.add(work, ROOT, "復習", "忘れかけたころに届きます。", NOW)
        assert [talk.inquiry.id for talk in looking.search(work, ROOT, "lgwan 接続系")] == [first]
        assert looking.search(work, ROOT, "復習") == (), "not answered yet"
        talk = looking.find(work, ROOT, like)
        assert talk
        assert looking.helps(work, talk).answer == "当面は、インターネット接続系だけです。"
        unlike = looking.find(work, ROOT, other)
        assert unlike
        assert looking.helps(work, unlike).answer == ""
        assert looking.helps(work, unlike).canned == ((1, "復習"),)


def test_likeness_needs_no_spaces() -> None:
    assert likeness("復習はいつ届きますか", "復習は、いつ届きますか?") == 1
    assert likeness("ABC", "abc") == 1
    assert likeness("", "") == likeness("あ", "あ") == 0
    assert likeness("復習の間隔", "会場の地図") < 0.3


def test_who_has_only_line_hears_once_a_day_that_something_waits(here: Town) -> None:
    hana, ken = here.learner("hana")[0], here.learner("ken")[0]
    with here.database.begin(here.number) as work:
        _who(work, ken, Role.OFFICER)
        first = _asked(work, hana)
        _asked(work, hana, "もう一つ")
        waiting = [each for each in work.outbox.ledger() if each.key.startswith("waiting:")]
        assert len(waiting) == 1
        assert work.inquiries.get(first).state is InquiryState.OPEN
        assert not work.threads.of(first), "nothing of it stands on LINE"
        assert desk.show_lost(work, NOW) == 0
