"""What goes into a row comes back as it was, whatever it was."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import DateTime
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from store.columns import Moment
from store.errors import NotFound
from tests.store.world import NOW, Town


@given(text=st.text(st.characters(exclude_categories=()) | st.sampled_from("\x00\ud800\u202e")))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_can_be_kept(here: Town, text: str) -> None:
    with here.database.begin(here.number) as work:
        person = work.people.create(nickname=text, language="ja", section_family="tax", at=NOW)
        kept = work.people.get(person.id).nickname
        work.prompts.set(here.account.id, text, awaiting="nickname", value=text, at=NOW)
        assert work.prompts.get(here.account.id, text) is not None
    assert len(kept) == len(text)
    assert kept == text or "\ufffd" in kept


def test_moments_come_back_in_utc(here: Town) -> None:
    tokyo = datetime(2026, 9, 7, 8, 40, 0, 123456, tzinfo=timezone(timedelta(hours=9)))
    with here.database.begin(here.number) as work:
        person = work.people.create(nickname="はな", language="ja", section_family="tax", at=tokyo)
        assert work.people.get(person.id).created_at == tokyo
        assert work.people.get(person.id).created_at.tzinfo is UTC


@pytest.mark.parametrize("at", [NOW, NOW + timedelta(microseconds=1), datetime(1970, 1, 1, tzinfo=UTC)])
def test_sqlite_keeps_moments_as_sqlalchemy_spells_them(at: datetime) -> None:
    sqlite = SQLiteDialect()
    written = Moment().dialect_impl(sqlite).bind_processor(sqlite)
    spelled = DateTime(timezone=True).dialect_impl(sqlite).bind_processor(sqlite)
    assert written
    assert spelled
    assert written(at) == spelled(at)


def test_a_moment_without_a_zone_is_refused(here: Town) -> None:
    naive = NOW.replace(tzinfo=None)
    with here.database.begin(here.number) as work, pytest.raises(ValueError, match="time zone"):
        work.people.create(nickname="はな", language="ja", section_family="tax", at=naive)


@pytest.mark.parametrize("number", [0, -1, 2**31, 2**63, 2**200, -(2**200)])
def test_a_number_from_a_forged_button_finds_nothing(here: Town, number: int) -> None:
    with here.database.begin(here.number) as work:
        assert work.attempts.for_quiz(number, "q") is None
        with pytest.raises(NotFound):
            work.enrolments.get(number)
