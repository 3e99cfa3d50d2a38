"""A course on paper: one page that stands for itself."""

import itertools
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from console.handout import handout
from lessons.library import BUILT_IN, load
from lessons.model import Course
from lessons.phrases import LANGUAGES, phrases
from tests.shelf import EVERY_KIND, FIRST_WEEK

TODAY = date(2026, 11, 2)
KINDS, WEEK = EVERY_KIND.courses[0], FIRST_WEEK.courses[0]


class Page(HTMLParser):
    """What is in a page: its tags with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_in_course_fits_into_one_page_that_needs_nothing_else(language: str) -> None:
    course = load(BUILT_IN / "jichitai-dx-kihon")
    text = handout(course, phrases(language), today=TODAY)

    page = Page(text)
    assert len(text.encode()) < 2_000_000
    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in page.tags}
    assert "url(" not in text
    assert "@import" not in text
    assert all(lesson.title in page.words for lesson in course.spoken(language).lessons)
    assert all(fact.source.title in page.words for fact in course.facts)


@pytest.mark.parametrize("course", [KINDS, WEEK], ids=["kinds", "first-week"])
def test_a_screen_reader_finds_its_way(course: Course) -> None:
    page = Page(handout(course, phrases("ja"), today=TODAY))

    levels = [int(tag[1]) for tag, _ in page.tags if tag in {"h1", "h2", "h3", "h4"}]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), "no level is left out"
    ids = [each["id"] for _, each in page.tags if "id" in each]
    assert len(ids) == len(set(ids))
    named = {each["aria-labelledby"] for _, each in page.tags if "aria-labelledby" in each}
    jumps = {str(each["href"])[1:] for tag, each in page.tags if tag == "a" and str(each["href"]).startswith("#")}
    assert named | jumps <= set(ids)
    assert page.tags[0] == ("html", {"lang": "ja"})


def test_every_kind_of_question_can_be_answered_with_a_pencil() -> None:
    words = Page(handout(KINDS, phrases("ja"), today=TODAY)).words

    for text in ("順番: (   ) → (   ) → (   )", "%", "答え: (", "5段階で答える", "とても", "正解のない問い"):
        assert text in words
    answers = words[words.rindex("答えと解説") :]
    for text in (
        "12.5%",
        "オープンデータ、または open data",
        "正解はありません",
        "0.5% までの差",
        "困りごと、数字、道具",
    ):
        assert text in answers


def test_answers_can_be_left_out() -> None:
    words = Page(handout(KINDS, phrases("ja"), today=TODAY, answers=False)).words

    assert "ふりかえりで、まず思い出すとよいのはどれですか。" in words
    for quiz in (quiz for lesson in KINDS.lessons for quiz in lesson.quizzes):
        assert not any(option.why and option.why in words for option in quiz.options)
        assert not quiz.why or quiz.why not in words
    assert "答えと解説" not in words


def test_sources_say_how_old_they_are_and_when_they_have_passed() -> None:
    fresh = Page(handout(KINDS, phrases("ja"), today=TODAY)).words
    passed = Page(handout(KINDS, phrases("ja"), today=date(2100, 1, 1))).words

    assert "町役場 / 初版 / 2026年4月時点 / 2099年3月までに見直します" in fresh
    assert "いまは変わっているかもしれません" in passed


def test_a_lesson_in_another_language_than_the_page_says_so() -> None:
    page = Page(handout(WEEK, phrases("en"), today=TODAY))

    assert page.tags[0] == ("html", {"lang": "en"})
    titles = {each["id"]: each.get("lang") for tag, each in page.tags if tag == "h3" and "id" in each}
    first, *others = (lesson.id for lesson in WEEK.lessons)
    assert titles[first] is None, "it has a reading in English"
    assert {titles[key] for key in others} == {"ja"}


def test_a_title_alone_speaks_the_page_s_language_and_its_text_the_course_s() -> None:
    english = WEEK.spoken("en")
    named = tuple(replace(each, title=f"Day {each.number} by name") for each in english.lessons)
    course = replace(WEEK, readings=(("en", replace(english, weeks=(replace(english.weeks[0], lessons=named),))),))
    page = Page(handout(course, phrases("en"), today=TODAY))

    assert [each for tag, each in page.tags if tag in {"h3", "a"} and "lang" in each] == []
    paragraphs = sum(len(each.paragraphs) for each in WEEK.lessons[1:])
    assert [each.get("lang") for tag, each in page.tags if tag == "p"].count("ja") > paragraphs


def test_what_an_author_writes_is_never_markup() -> None:
    course = replace(KINDS, title="<script>alert(1)</script>", readings=())

    text = handout(course, phrases("ja"), today=TODAY)
    assert "<script" not in text
    assert "&lt;script&gt;" in text
