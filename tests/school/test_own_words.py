"""Own words are looked over before they are kept, and go when their message goes."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.guard import Private
from school import writing
from school.inquiring import asking
from school.inquiring.asking import Asked, Asker
from school.unsending import take_back, was_taken_back
from school.writing import MOST, Unfit
from store.values import Enrolment, Kept, Note
from store.work import Work
from tests.shelf import FIRST_WEEK
from tests.store.world import NOW, Town


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  窓口を見直す\r\n\r\n明日から ", "窓口を見直す\n\n明日から"),
        ("一行目\r二行目", "一行目\n二行目"),
        ("鈴\x00\x07\x1b[31m\ud800", "鈴[31m"),
        ("髙﨑濵 𠮷野家 辻󠄀", "髙﨑濵 𠮷野家 辻󠄀"),
        ("あ" * MOST, "あ" * MOST),
    ],
)
def test_words_are_kept_as_written_without_what_cannot_be_seen(written: str, kept: str) -> None:
    assert writing.fit(written, NOW) == kept


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", Unfit(0)),
        (" \n\u3000", Unfit(0)),
        ("あ" * (MOST + 1), Unfit(MOST + 1)),
        ("090-1234-5678", Unfit(13, (Private.PHONE,))),
    ],
)
def test_what_cannot_be_kept_says_why(written: str, why: Unfit) -> None:
    assert writing.fit(written, NOW) == why


@given(st.text())
def test_any_words_are_borne_and_tidying_twice_is_tidying_once(text: str) -> None:
    tidy = writing.tidied(text)
    assert writing.tidied(tidy) == tidy
    assert "\0" not in tidy


def test_a_message_taken_back_takes_its_note_along_once(here: Town) -> None:
    contact, enrolment = here.learner("hana")
    with here.database.begin(here.number) as work:
        note = _asked(work, contact.person, enrolment)
        work.traces.leave(here.account.id, "m1", person=contact.person, kind=Kept.NOTE, row=note.id, at=NOW)
        back = partial(take_back, work, account=here.account.id, person=contact.person, nickname="なぎ", at=NOW)
        assert not was_taken_back(work, here.account.id, "m1")
        assert back(message="m1")
        assert not work.notes.of_person(contact.person)
        assert was_taken_back(work, here.account.id, "m1")
        assert not back(message="m1")
        assert not back(message="m2")


def test_nobody_takes_back_what_another_wrote(here: Town) -> None:
    hana, enrolment = here.learner("hana")
    ken, _ = here.learner("ken")
    with here.database.begin(here.number) as work:
        note = _asked(work, hana.person, enrolment)
        work.traces.leave(here.account.id, "m1", person=hana.person, kind=Kept.NOTE, row=note.id, at=NOW)
        assert not take_back(work, account=here.account.id, message="m1", person=ken.person, nickname="なぎ", at=NOW)
        assert work.notes.of_person(hana.person)


def _asked(work: Work, person: int, enrolment: Enrolment) -> Note:
    kept = asking.ask(work, FIRST_WEEK, Asker(person, None, enrolment, "line"), "いつ?", NOW)
    assert isinstance(kept, Asked)
    return kept.note
