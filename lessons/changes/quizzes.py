"""A lesson's questions: which there are, how they are answered, and what is right."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from lessons.changes.change import OptionsRemade, QuizAdded, QuizMoved, QuizRemoved, RightAnswer
from lessons.changes.texts import asked, languages
from lessons.model import Course, Kind, Lesson, Option, Quiz
from lessons.understanding import folded


def of_lesson(old: Course, before: Lesson, after: Lesson) -> Iterator[QuizAdded | QuizMoved]:
    """What the lesson asks now that it did not ask before, or not in this place."""
    still = set(staying([quiz.id for quiz in before.quizzes], [quiz.id for quiz in after.quizzes]))
    for quiz in after.quizzes:
        there = old.find(quiz.id)
        if there is None:
            yield QuizAdded(after.id, quiz.id, quiz.text)
        elif quiz.id not in still:
            yield QuizMoved(after.id, quiz.id, there[0].id)


def gone(new: Course, before: Lesson) -> Iterator[QuizRemoved]:
    """What the lesson asked before that nobody is asked any more."""
    return (QuizRemoved(before.id, quiz.id, quiz.text) for quiz in before.quizzes if new.find(quiz.id) is None)


def answering(old: Course, new: Course, lesson: str, quiz: str) -> Iterator[OptionsRemade | RightAnswer]:
    """How a question that both have is answered, and what is right: in the course's own language, and where a reading
    takes other words for right.
    """
    before, after = asked(old, quiz)[1], asked(new, quiz)[1]
    remade = _is_remade(before, after)
    if remade:
        yield OptionsRemade(lesson, quiz, _shape(before), _shape(after))
    if _key(before, by_text=remade) != _key(after, by_text=remade):
        yield RightAnswer(lesson, quiz, _right(before), _right(after))
    elif after.accepted:
        yield from _in_readings(old, new, lesson, quiz)


def staying(old: list[str], new: list[str]) -> Iterator[str]:
    """What has kept its place among those that both have: the longest run that needs no move."""
    others = set(new)
    shared = [each for each in old if each in others]
    known = set(shared)
    order = [each for each in new if each in known]
    for block in SequenceMatcher(None, shared, order, autojunk=False).get_matching_blocks():
        yield from shared[block.a : block.a + block.size]


def _is_remade(old: Quiz, new: Quiz) -> bool:
    """Whether a letter no longer stands for what it stood for. A reworded option is the same one under its letter; one
    that now stands under another letter is not.
    """
    if (old.kind, len(old.options)) != (new.kind, len(new.options)):
        return True
    if new.kind is Kind.SCALE:
        return False
    where = {_plain(option): option.label for option in new.options}
    return any(where.get(_plain(option), option.label) != option.label for option in old.options)


def _key(quiz: Quiz, *, by_text: bool) -> object:
    """What grading goes by; where letters have moved, by what they stand for."""
    right = [option for label in quiz.order if (option := quiz.option(label))] or quiz.right
    named = tuple(_plain(option) if by_text else option.label for option in right)
    number = (quiz.number.value, quiz.number.tolerance) if quiz.number else None
    accepted = frozenset(map(folded, quiz.accepted))
    return (named if quiz.order else frozenset(named), number, accepted)


def _plain(option: Option) -> str:
    return folded(option.text) or option.text


def _shape(quiz: Quiz) -> str:
    return f"{quiz.kind.value}: " + " / ".join(f"{option.label} {option.text}".strip() for option in quiz.options)


def _right(quiz: Quiz) -> str:
    """In words, for whoever reads the difference."""
    if quiz.order:
        return " → ".join(f"{label} {option.text}" for label in quiz.order if (option := quiz.option(label)))
    if quiz.number:
        off = f" ±{quiz.number.tolerance:,f}" if quiz.number.tolerance else ""
        return f"{quiz.number.value:,f}{quiz.number.unit}{off}"
    if quiz.accepted:
        return "・".join(quiz.accepted)
    return "・".join(f"{option.label} {option.text}".strip() for option in quiz.right)


def _in_readings(old: Course, new: Course, lesson: str, quiz: str) -> Iterator[RightAnswer]:
    for language in languages(old, new):
        before, after = asked(old.spoken(language), quiz)[1], asked(new.spoken(language), quiz)[1]
        if _key(before, by_text=False) != _key(after, by_text=False):
            yield RightAnswer(lesson, quiz, _right(before), _right(after), language)
