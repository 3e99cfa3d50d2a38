"""The built-in course's questionnaire and forms: what the field asks of them."""

from collections import Counter
from itertools import chain

from lessons.assessment import Assessment, KnowledgeForm, Occasion, Part
from lessons.dimension import Dimension
from lessons.library import BUILT_IN, load

COURSE = load(BUILT_IN / "jichitai-dx-kihon")
THREE = (Dimension.DESIGN, Dimension.DATA, Dimension.DIGITAL)
SAFETY = {"three-layers", "personal-information", "sign-in", "ai-input"}


def _asked() -> Assessment:
    assert COURSE.assessment is not None
    return COURSE.assessment


def test_twelve_self_ratings_four_of_each_d() -> None:
    ratings = _asked().ratings
    assert Counter(item.dimension for item in ratings) == dict.fromkeys(THREE, 4)
    assert all(item.skills and len(item.marks) == 5 for item in ratings)


def test_five_kinds_of_behaviour_one_recommendation_and_a_word() -> None:
    assert len(_asked().behaviour) == 5
    recommend, comment = _asked().closing
    assert [mark.label for mark in recommend.marks] == [str(figure) for figure in range(11)]
    assert comment.marks == ()


def test_fifteen_items_a_form_five_of_each_d_and_four_on_safety() -> None:
    for form in KnowledgeForm:
        items = _asked().knowledge(form)
        assert Counter(item.dimension for item in items) == dict.fromkeys(THREE, 5)
        assert sum(item.topic in SAFETY for item in items) == 4
        assert len({item.topic for item in items}) == 15


def test_right_answers_are_seen_neither_by_place_nor_by_length() -> None:
    for form in KnowledgeForm:
        items = _asked().knowledge(form)
        right = [next(mark for mark in item.marks if mark.right) for item in items]
        assert set(Counter(mark.label for mark in right).values()) == {5}
        longest = [
            all(len(mark.text) < len(best.text) for mark in item.marks if mark is not best)
            for item, best in zip(items, right, strict=True)
        ]
        assert sum(longest) <= 5


def test_every_question_is_told_in_english_and_the_questionnaire_in_easy_japanese() -> None:
    english, easy = (COURSE.spoken(language).assessment for language in ("en", "easy"))
    assert english is not None
    assert easy is not None
    told = chain(english.ratings, english.behaviour, *english.forms, english.closing)
    assert all(item.text.isascii() or "“" in item.text for item in told)
    own = chain(_asked().ratings, _asked().behaviour, _asked().closing)
    assert all(a.text != b.text for a, b in zip(own, chain(easy.ratings, easy.behaviour, easy.closing), strict=True))


def test_the_plan_is_day_0_20_40_and_two_looks_back() -> None:
    plan = {stage.occasion: stage for stage in _asked().plan}
    assert [plan[each].lesson for each in (Occasion.MIDDLE, Occasion.AFTER)] == [20, 40]
    assert [plan[each].days for each in (Occasion.QUARTER, Occasion.HALF_YEAR)] == [90, 180]
    assert plan[Occasion.MIDDLE].parts == (Part.SELF,)
    assert set(plan[Occasion.AFTER].parts) == set(Part)
