"""Every state of a lesson, as both platforms would show it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from bot.preview.chats import line_chat, slack_chat
from bot.preview.desk import desk, seen
from bot.preview.findings import Findings
from bot.preview.press import pressed
from bot.preview.scenes import Scene, scene
from bot.preview.steps import steps
from bot.preview.view import View, viewed
from lessons.hygiene.advice import Advice, Grade
from lessons.library import read
from lessons.model import Course
from lessons.phrases import LANGUAGES
from tests.shelf import COURSES, EVERY_KIND, FIRST_WEEK

MONDAY = date(2026, 9, 7)
KINDS, WEEK = EVERY_KIND.course("kinds"), FIRST_WEEK.courses[0]


def _scene(course: Course, view: View) -> Scene:
    who = seen(course, view, MONDAY)
    return scene(who, view.step(who.lesson))


def _words(part: Any) -> Iterator[str]:
    """Whatever is written anywhere in a chat."""
    match part:
        case str():
            yield part
        case list():
            yield from (word for each in part for word in _words(each))
        case dict():
            yield from (word for each in part.values() for word in _words(each))


def _shown(course: Course, view: View) -> tuple[str, str]:
    who, shown = seen(course, view, MONDAY), _scene(course, view)
    chats = line_chat(shown, "u", who.at)["messages"], slack_chat(shown, "u", "n", who.at)
    return " ".join(_words(chats[0])), " ".join(_words(chats[1]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("when", ["now", "stale"])
def test_every_state_of_every_kind_is_taken_by_both_platforms(language: str, when: str) -> None:
    for lesson in KINDS.lessons:
        view = View(lesson=lesson.number, language=language, when=when)
        for step in steps(seen(KINDS, view, MONDAY).lesson):
            who, shown = seen(KINDS, view, MONDAY), _scene(KINDS, view.at(step))
            line, slack = line_chat(shown, "u", who.at), slack_chat(shown, "u", "n", who.at)
            assert [each for each in line["messages"] if each["from"] == "system"] == []
            assert [each for each in slack["messages"] if each["ephemeral"]] == []
            assert line["messages"]
            assert slack["messages"]


def test_each_wrong_option_has_its_own_verdict_and_the_last_one_closes_the_day() -> None:
    lesson = WEEK.lessons[0]
    wrong = [step for step in steps(lesson) if step.name.startswith("wrong-") and step.question == 1]
    for step, option in zip(wrong, (each for each in lesson.quizzes[0].options if not each.right), strict=True):
        assert all(option.why in shown for shown in _shown(WEEK, View().at(step)))
    last = View(question=len(lesson.quizzes), state="right")
    assert all("今日はここまで" in shown for shown in _shown(WEEK, last))
    assert all("今日はここまで" not in shown for shown in _shown(WEEK, View(state="right")))


def test_the_learners_language_and_section_are_theirs() -> None:
    lesson = WEEK.spoken("en").lessons[0]
    assert all(lesson.section("tax") in shown for shown in _shown(WEEK, View(language="en", family="tax")))


def test_a_day_after_the_review_the_card_says_so() -> None:
    fresh, stale = (_shown(WEEK, View(when=when))[0] for when in ("now", "stale"))
    assert "変わっているかも" not in fresh
    assert "変わっているかも" in stale


def test_what_rests_on_a_stale_fact_is_neither_right_nor_wrong() -> None:
    fresh, stale = (View(lesson=3, state="wrong-b", when=when) for when in ("now", "stale"))
    assert all("おしい" in shown for shown in _shown(KINDS, fresh))
    assert all("おしい" not in shown and "となりの人" in shown for shown in _shown(KINDS, stale))
    steps_then = desk(Findings(read(COURSES / "kinds"), ()), stale, MONDAY)["steps"]
    assert [each["label"] for each in steps_then if each["chosen"]] == ["問1 B と答えた"]


def test_pressing_or_typing_an_answer_leads_to_its_state() -> None:
    view = View(lesson=3)
    who = seen(KINDS, view, MONDAY)
    quiz = who.lesson.quizzes[0]
    chosen = {"data": f"c|{who.study.enrolment.id}|{quiz.id}|B"}
    assert pressed(who, view, "press", chosen).state == "wrong-b"
    assert pressed(who, view, "say", {"text": "a"}).state == "right"
    assert pressed(who, view, "say", {"text": "さあ、どうでしょう"}).state == "puzzled"
    assert pressed(who, view, "press", {"data": "nonsense"}) == view


def test_what_is_filled_in_in_slack_is_what_counts() -> None:
    view = View(lesson=1)
    who = seen(KINDS, view, MONDAY)
    order, number = who.lesson.quizzes[:2]
    right = {"p": {str(place): label for place, label in enumerate(order.order)}}
    finish = {"value": f"f|{who.study.enrolment.id}|{order.id}", "state": right}
    assert pressed(who, view, "press", finish).state == "right"
    assert pressed(who, view, "press", finish | {"state": {}}).state == "wrong"
    asked = pressed(who, view, "press", {"value": f"w|{who.study.enrolment.id}|{number.id}"})
    assert (asked.question, asked.state) == (2, "write")
    assert pressed(who, asked, "submit", {"values": {"answer": {"write": "12.4%"}}}).state == "right"
    assert pressed(who, asked, "submit", {"values": {"answer": {"write": "99"}}}).state == "wrong"
    assert pressed(who, asked, "close", {"view_id": "v"}).state == "ask"


def test_an_address_names_a_view_and_a_strange_one_the_nearest() -> None:
    view = View(lesson=2, question=2, state="again", language="easy", family="tax", when="stale", ui="en")
    query = dict(pair.split("=") for pair in view.address[1:].split("&"))
    assert viewed(query, KINDS) == view
    strange = {"lesson": "99", "question": "-1", "state": "☃", "language": "xx", "family": "", "when": "x"}
    assert viewed(strange, KINDS) == View(lesson=3, state="☃")
    assert desk(Findings(read(COURSES / "kinds"), ()), View(state="☃"), MONDAY)["address"] == View().address


def test_one_can_step_through_the_whole_course_and_back() -> None:
    found = Findings(read(COURSES / "kinds"), ())
    view, forth = View(), 0
    while address := desk(found, view, MONDAY)["next"]:
        view, forth = viewed(dict(pair.split("=") for pair in address[1:].split("&")), KINDS), forth + 1
    assert forth == sum(len(steps(lesson)) for lesson in KINDS.lessons) - 1
    back = 0
    while address := desk(found, view, MONDAY)["previous"]:
        view, back = viewed(dict(pair.split("=") for pair in address[1:].split("&")), KINDS), back + 1
    assert back == forth


def _advice(file: str, what: str) -> Advice:
    return Advice(file, 3, Grade.WARNING, "rule", what, "why", "fix")


def test_findings_stand_beside_their_lesson() -> None:
    problems = (
        _advice("lessons/k01.md", "a"),
        _advice("lessons/k01.en.md", "c"),
        _advice("course.yaml", "e"),
    )
    told = desk(Findings(read(COURSES / "kinds"), problems), View(), MONDAY)
    assert [each["place"] for each in told["findings"]] == ["lessons/k01.md:3", "lessons/k01.en.md:3"]
    assert [each["what"] for each in told["others"]] == ["e"]
    assert told["lessons"][0]["label"].endswith("2件)")
    assert desk(Findings(read(COURSES / "kinds"), problems), View(lesson=2), MONDAY)["findings"] == []
