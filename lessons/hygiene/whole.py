"""What only the whole course shows: habits in its questions, and how they are spread."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from lessons.hygiene.found import Found, found
from lessons.hygiene.guessing import is_longest
from lessons.model import Course, Kind, Quiz

SCENARIOS: Final = 1 / 3  # of all questions, at least
LONGEST: Final = 1 / 3  # of the single choices, at most
_MANY: Final = 6  # questions from which a share says anything
_BY_CHANCE: Final = {2: 6.63, 3: 9.21, 4: 11.34, 5: 13.28}  # chi-square at 1 %, by the number of options
_SAME: Final = 16  # characters of reasons that should not stand twice in a course


def habits(course: Course) -> Iterator[Found]:
    """Everything that is wrong with the course as a whole."""
    quizzes = [quiz for lesson in course.lessons for quiz in lesson.quizzes]
    yield from _longest(quizzes)
    yield from _places(quizzes)
    yield from _scenarios(quizzes)
    yield from _twice(quizzes)


def scenario_share(course: Course) -> float:
    """How many of the questions ask what one would do, from 0 to 1."""
    quizzes = [quiz for lesson in course.lessons for quiz in lesson.quizzes]
    return sum(quiz.scenario for quiz in quizzes) / len(quizzes) if quizzes else 0.0


def _longest(quizzes: list[Quiz]) -> Iterator[Found]:
    single = [quiz for quiz in quizzes if quiz.kind is Kind.SINGLE]
    longest = sum(map(is_longest, single))
    if len(single) >= _MANY and longest > LONGEST * len(single):
        yield found("often-longest", longest=longest, many=len(single), share=round(100 * longest / len(single)))


def _places(quizzes: list[Quiz]) -> Iterator[Found]:
    """Whether the right place is far from random, for each number of options."""
    places: dict[int, Counter[int]] = defaultdict(Counter)
    for quiz in quizzes:
        if quiz.kind in {Kind.SINGLE, Kind.TRUEFALSE}:
            places[len(quiz.options)].update(place for place, o in enumerate(quiz.options) if o.right)
    for many, counted in sorted(places.items()):
        whole = counted.total()
        expected = whole / many
        off = sum((counted[place] - expected) ** 2 for place in range(many)) / expected
        if whole >= _MANY and off > _BY_CHANCE.get(many, off):
            spread = "・".join(f"{label} {counted[place]}" for place, label in enumerate("ABCDE"[:many]))
            yield found("right-places", options=many, spread=spread)


def _scenarios(quizzes: list[Quiz]) -> Iterator[Found]:
    scenarios = sum(quiz.scenario for quiz in quizzes)
    if len(quizzes) >= _MANY and scenarios < SCENARIOS * len(quizzes):
        yield found("few-scenarios", scenarios=scenarios, many=len(quizzes))


def _twice(quizzes: list[Quiz]) -> Iterator[Found]:
    asked: dict[str, Quiz] = {}
    said: dict[str, Quiz] = {}
    for quiz in quizzes:
        words = "\n".join((quiz.text, *(option.text for option in quiz.options)))
        first = asked.setdefault(words, quiz)
        if first is not quiz:
            yield found("question-twice", quiz, quiz.text, other=first.id)
        for why in {option.why for option in quiz.options if len(option.why) >= _SAME}:
            first = said.setdefault(why, quiz)
            if first is not quiz:
                yield found("reason-elsewhere", quiz, why, other=first.id)
