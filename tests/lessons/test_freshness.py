"""A question is graded while its fact is fresh; and somebody can tell which facts are not."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from lessons.cards.lesson import lesson_message
from lessons.cards.sitting import question
from lessons.cards.verdict import kept, verdict_message
from lessons.freshness import Days, asked_on, stale, taught_on, uses
from lessons.grading import grade
from lessons.library import BUILT_IN, library
from lessons.model import Course, Kind, Quiz
from lessons.phrases import LANGUAGES, phrases
from messages.message import Block, Text
from tests.shelf import AGING, ASSESSED, EVERY_KIND

COURSE: Final = AGING.courses[0]
LAST: Final = date(2026, 9, 8)
AFTER: Final = LAST + timedelta(days=1)
SAY: Final = phrases("ja")
ANSWERS: Final = {
    "g01-single": ("A",),
    "g01-multiple": ("A", "B"),
    "g01-number": ("3",),
    "g02-short": ("約5割",),
    "g02-ordering": ("A", "B", "C"),
}


def quiz(key: str, course: Course = COURSE) -> Quiz:
    found = course.find(key)
    assert found
    return found[1]


def words(blocks: tuple[Block, ...]) -> str:
    return "\n".join(block.body for block in blocks if isinstance(block, Text))


@pytest.mark.parametrize("key", ANSWERS)
def test_on_the_last_day_it_is_graded_and_on_the_next_it_is_not(key: str) -> None:
    given = ANSWERS[key]
    assert grade(asked_on(quiz(key), LAST), given).right is False
    assert grade(asked_on(quiz(key), AFTER), given).right is None
    assert grade(asked_on(quiz(key), AFTER), quiz(key).order or given).given


def test_the_course_as_it_is_taught_on_a_day() -> None:
    graded = {each.id: each.graded for lesson in taught_on(COURSE, AFTER).lessons for each in lesson.quizzes}
    assert graded == {**dict.fromkeys(ANSWERS, False), "g02-truefalse": True}
    assert taught_on(COURSE, LAST) is COURSE, "nothing is made anew while everything is fresh"
    assert taught_on(taught_on(COURSE, AFTER), AFTER) == taught_on(COURSE, AFTER)


def test_a_day_s_course_is_made_once_and_forgotten_when_others_are_asked_for_more() -> None:
    days = Days(most=2)
    first = days.taught(COURSE, AFTER)
    assert days.taught(COURSE, AFTER) is first
    assert days.taught(COURSE, LAST) is COURSE
    assert days.taught(replace(COURSE), AFTER) is not first, "another course, however alike"
    assert days.taught(COURSE, AFTER) is not first
    assert days.taught(COURSE, AFTER) == first


def test_a_shelf_teaches_every_course_as_on_its_day_in_every_language() -> None:
    for language in LANGUAGES:
        shelf = AGING.spoken(language)
        assert quiz("g01-single", shelf.on(LAST).course("aging")).graded
        assert not quiz("g01-single", shelf.on(AFTER).course("aging")).graded
        assert not quiz("g01-single", AGING.on(AFTER).spoken(language).course("aging")).graded
        kept = shelf.on(AFTER).edition("digest", lambda: COURSE)
        assert not quiz("g01-single", kept).graded
        assert quiz("g01-single", shelf.edition("digest", lambda: COURSE)).graded


@pytest.mark.parametrize("key", ANSWERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_graded_is_explained_and_nobody_reads_right_or_nearly(key: str, language: str) -> None:
    say = phrases(language)
    course = taught_on(COURSE, AFTER).spoken(language)
    lesson, old = course.find(key) or (course.lessons[0], quiz(key))
    verdict = grade(old, ANSWERS[key])
    told = words(verdict_message(old, verdict, say).blocks)
    above = words(kept(course, lesson, old, verdict, family="default", today=AFTER, say=say))

    assert say("verdict.thanks") in told
    assert all(why in told for why in (*(option.why for option in old.right), old.why))
    missed = [option.why for option in verdict.chosen if option.why and not option.right]
    assert not [why for why in missed if why in told], "nothing is held against anybody"
    assert say("quiz.ungraded") in above
    for judging in ("verdict.right", "verdict.wrong"):
        assert say.raw(judging).split("{")[0] not in told
    assert say.raw("verdict.right_mark").removeprefix("{label} {text}") not in above


def test_the_answer_as_it_was_is_told_with_its_month() -> None:
    old = asked_on(quiz("g01-multiple"), AFTER)
    told = words(verdict_message(old, grade(old, ("A",)), SAY).blocks)
    assert "あなたの答え: A 半分より多い" in told
    assert "2026年1月の時点の答え: A・C" in told


def test_the_card_says_how_old_its_facts_are() -> None:
    def card(day: date) -> str:
        course = taught_on(COURSE, day)
        message = lesson_message(course, course.lessons[0], enrolment=1, family="default", today=day, say=SAY)
        return repr(message)

    warning = "この内容は2026年1月時点のものです"
    assert (warning in card(LAST), "採点しません" in card(LAST)) == (False, False)
    assert (warning in card(AFTER), "採点しません" in card(AFTER)) == (True, True)


def test_what_never_was_graded_stays_as_it_is() -> None:
    course = EVERY_KIND.courses[0]
    for lesson in taught_on(course, date.max).lessons:
        for each in lesson.quizzes:
            assert each.scored == (each.kind.scored and not (each.fact and each.fact.stale(date.max)))
    opinion = next(each for lesson in course.lessons for each in lesson.quizzes if each.kind is Kind.POLL)
    assert asked_on(replace(opinion, fact=COURSE.facts[0]), AFTER).graded


def test_the_stale_facts_of_a_day_the_most_overdue_first() -> None:
    assert stale(COURSE, LAST) == ()
    (old,) = stale(COURSE, AFTER)
    assert (old.fact.id, old.lessons, old.left(AFTER), old.age(AFTER)) == ("share", (1, 2), -1, 221)
    assert old.quizzes == ("g01-single", "g01-multiple", "g01-number", "g02-short", "g02-ordering")
    assert [use.fact.id for use in stale(COURSE, date.max)] == ["share", "size"]
    assert [use.fact.id for use in uses(COURSE)] == ["share", "size"]


def test_a_question_before_or_after_the_course_is_not_graded_either_once_its_fact_is_old() -> None:
    course = ASSESSED.courses[0]
    last = course.facts[0].review_by
    fresh, old = (taught_on(course.spoken("en"), day).assessment for day in (last, last + timedelta(days=1)))
    assert fresh
    assert old
    knowledge = zip((*fresh.forms[0], *fresh.forms[1]), (*old.forms[0], *old.forms[1]), strict=True)
    assert [(one.right("A") is None, other.right("A")) for one, other in knowledge] == [(False, None)] * 4
    assert old.ratings == fresh.ratings
    assert question(old.forms[0][0], phrases("ja")).endswith("(2026年4月時点のこと・採点しません)")
    assert question(fresh.forms[0][0], phrases("ja")) == fresh.forms[0][0].text


def test_every_fact_of_the_built_in_course_is_used_and_what_a_question_rests_on_is_fresh_for_a_while() -> None:
    course = library(BUILT_IN).course("jichitai-dx-kihon")
    assert all(use.lessons or use.quizzes for use in uses(course))
    asked = [use.fact for use in uses(course) if use.quizzes]
    assert not [fact.id for fact in asked if fact.stale(date(2026, 11, 26))]
    assert not [fact.id for fact in asked if not fact.scored]
