"""The home of a course of two months: it fits both platforms, and says in words what its signs say."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from channels.line.wire import written
from channels.slack.limits import check
from channels.slack.render import render
from lessons.cards.close import Close, close_message
from lessons.cards.home import Home, guest, home_message
from lessons.cards.places import Spot, places_message
from lessons.cards.rest import back, resting
from lessons.cards.settings import Chosen, settings_message
from lessons.cards.weeks import Days, calendar
from lessons.library import BUILT_IN, library
from lessons.model import Course
from lessons.phrases import LANGUAGES, Phrases, phrases
from messages.incoming import ChannelName
from messages.message import Button, Buttons, Facts, Message

MONDAY = date(2026, 9, 7)
BOTH = (
    Spot(2**31 - 1, ChannelName.LINE, here=True, preferred=True, reachable=True),
    Spot(2**31 - 2, ChannelName.SLACK, here=False, preferred=False, reachable=True),
)
TIMES = (time(8, 40), time(9), time(10), time(13), time(16))


def eight_weeks(language: str) -> Course:
    """The built-in course, all of it."""
    return library(BUILT_IN).course("jichitai-dx-kihon").spoken(language)


def home(course: Course, language: str) -> Home:
    return Home(
        nickname="あ" * 10,
        waiting=course.lessons[12:14],
        ready=None,
        next_day=MONDAY + timedelta(days=20),
        days=Days(
            finished=frozenset(range(1, 13)),
            open=frozenset({13, 14}),
            firsts=tuple(MONDAY + timedelta(weeks=ahead) for ahead in range(8)),
        ),
        streak=12,
        chosen=Chosen(time(8, 40), language, "welfare", reminders=True, spots=BOTH),
        away_through=MONDAY,
    )


def fits(message: Message) -> None:
    written(message)
    check(render(message))


def labels(message: Message) -> list[Button]:
    return [button for block in message.blocks if isinstance(block, Buttons) for button in block.buttons]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_months_fit_both_platforms(language: str) -> None:
    say, course = phrases(language), eight_weeks(language)
    message = home_message(course, home(course, language), say)
    for each in (message, guest(say), _settings(language, say), _places(say)):
        fits(each)
        assert all(len(button.label) <= 20 for button in labels(each)), labels(each)


@pytest.mark.parametrize("language", ["ja", "easy"])
def test_where_lessons_are_fetched_nothing_says_that_they_come(language: str) -> None:
    say, course = phrases(language), eight_weeks(language)
    stands = home(course, language)
    fetched = replace(stands, away_through=None, chosen=replace(stands.chosen, fetched=True))
    lesson, following = course.lessons[:2]
    close = Close((), 0, MONDAY, following, MONDAY + timedelta(days=1), waiting=False, fetched=True)
    for message in (
        home_message(course, fetched, say),
        close_message(course, lesson, close, say),
        resting(MONDAY, say, key="rest.begun", next_day=MONDAY, fetched=True),
        back(MONDAY, say, fetched=True),
    ):
        assert "届きます" not in str(message)
        assert "「今日」" in str(message)


def test_each_week_says_in_words_what_its_signs_say() -> None:
    course = eight_weeks("ja")
    told, legend = calendar(course, home(course, "ja").days, phrases("ja"))
    assert isinstance(told, Facts)
    assert [name for name, _ in told.rows] == [f"第{number}週" for number in range(1, 9)]
    assert told.rows[1][1].startswith("●●●●● 5/5日(9/14(月)から)")
    assert told.rows[2][1].startswith("●●○○・ 2/5日(9/21(月)から)")
    assert told.rows[7][1].startswith("・・・・・ 0/5日")
    assert "終わった日" in str(legend)


def test_the_week_s_day_is_left_out_where_a_pause_hides_it() -> None:
    course = eight_weeks("ja")
    days = replace(home(course, "ja").days, firsts=(None,) * 8)
    told, _ = calendar(course, days, phrases("ja"))
    assert "9/" not in str(told)


def _settings(language: str, say: Phrases) -> Message:
    return settings_message(Chosen(time(8, 40), language, "welfare", reminders=False, spots=BOTH), TIMES, say)


def _places(say: Phrases) -> Message:
    return places_message(BOTH, code="ABCD2345", missing=(ChannelName.SLACK,), say=say)
