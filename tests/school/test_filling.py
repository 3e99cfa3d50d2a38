"""A form filled in by somebody of the office: what it means, and what is wrong with it."""

from datetime import UTC, datetime

import pytest

from messages.incoming import ChannelName
from school.announcing import drafting
from school.announcing.drafting import Draft
from school.announcing.filling import filled, laid_out, read_moment
from school.rights import operator
from store.announcement import Announcement, Progress
from store.database import Database
from store.errors import NotFound
from store.office import Role
from tests.store.world import NOW, Town, town

ROOT = operator("root")
SAYS = {"title": "研修", "body": "来週です。", "roles": "learner\nofficer"}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("12/1 9:00", datetime(2026, 12, 1, 0, 0, tzinfo=UTC)),
        ("12月1日9時半", datetime(2026, 12, 1, 0, 30, tzinfo=UTC)),
        ("明日　１０時", datetime(2026, 9, 8, 1, 0, tzinfo=UTC)),
        ("金曜 15:30", datetime(2026, 9, 11, 6, 30, tzinfo=UTC)),
        ("12/10", datetime(2026, 12, 9, 23, 30, tzinfo=UTC)),
        ("15:30", datetime(2026, 9, 7, 6, 30, tzinfo=UTC)),
        ("2026-12-01T09:00", datetime(2026, 12, 1, 0, 0, tzinfo=UTC)),
        ("そのうち", None),
        ("12/1 99:00", None),
        ("", None),
    ],
)
def test_a_moment_as_people_type_it(here: Town, text: str, moment: datetime | None) -> None:
    with here.database.read(here.number) as work:
        assert read_moment(text, work, NOW) == moment


def test_what_was_filled_in_can_be_laid_out_and_filled_in_again(here: Town) -> None:
    here.learner("hana")
    given = SAYS | {
        "question": "出られますか",
        "options": "はい\n\nいいえ",
        "cohorts": str(here.cohort.id),
        "channels": "slack",
        "progress": "not_begun",
        "without": "はな",
        "when": "9/8 10:00",
        "urgent": "yes",
    }
    with here.database.begin(here.number) as work:
        wish = filled(work, given, NOW)
        assert isinstance(wish, Draft)
        assert (wish.to.roles, wish.to.channels) == ((Role.OFFICER, Role.LEARNER), (ChannelName.SLACK,))
        assert (wish.to.progress, len(wish.to.without), wish.notice.options) == (
            Progress.NOT_BEGUN,
            1,
            ("はい", "いいえ"),
        )
        made = drafting.draft(work, ROOT, wish, NOW)
        assert isinstance(made, Announcement)
        assert filled(work, laid_out(work, made), NOW) == wish


def test_everything_that_is_wrong_is_said_at_once(here: Town) -> None:
    for who in ("U1", "U2"):
        here.learner(who)  # both are called はな
    given = {"title": "", "body": "段落\n\n" * 21, "roles": "", "when": "9/6 10:00", "without": "はな、だれか"}
    with here.database.begin(here.number) as work:
        wrong = filled(work, given, NOW)
        assert isinstance(wrong, tuple)
        assert {each.field for each in wrong} == {"title", "body", "roles", "when", "without"}


def test_what_is_the_neighbours_was_never_offered(here: Town, database: Database) -> None:
    there = town(database, "another town", "XYZ234")
    with here.database.begin(here.number) as work:
        for strange in (str(there.cohort.id), "99"):
            wish = filled(work, SAYS | {"cohorts": strange}, NOW)
            assert isinstance(wish, Draft)
            with pytest.raises(NotFound):
                drafting.draft(work, ROOT, wish, NOW)
        with pytest.raises(NotFound):
            filled(work, SAYS | {"sections": "x"}, NOW)
