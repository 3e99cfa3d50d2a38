"""What GIFT cannot say of a question: carried in a comment line, or changed."""

from collections.abc import Iterator
from typing import Final

from lessons.exchange.gift.choices import WORDS
from lessons.exchange.gift.marks import Marks
from lessons.exchange.sheaf import Draft, Loss, drafted
from lessons.model import Course, Kind, Option

_STEP: Final = str.maketrans({"{": "｛", "}": "｝"})
_WHAT: Final = {
    "scenario": "that it asks what one would do",
    "fact": "where its answer comes from",
    "unit": "the unit of the number",
    "yes": "the words for true and false",
    "low": "what the ends of the scale mean",
    "why": "what is said after the answer",
}


def losses(course: Course) -> tuple[Loss, ...]:
    """Everything that Moodle will not see, or see otherwise, question by question."""
    quizzes = (drafted(quiz) for lesson in course.lessons for quiz in lesson.quizzes)
    return tuple(loss for quiz in quizzes for loss in _losses(quiz, course.language))


def said_of(quiz: Draft, language: str) -> Marks:
    """What must be said of the question in comment lines, so that it comes back as it is."""
    words = tuple(option.text for option in quiz.options) if quiz.kind is Kind.TRUEFALSE else ("", "")
    yes, no = ("", "") if words == WORDS.get(language, WORDS["en"]) else words
    low, high = (quiz.options[0].text, quiz.options[-1].text) if quiz.kind is Kind.SCALE else ("", "")
    return Marks(
        kind=quiz.kind if quiz.kind is Kind.SCALE or _has_arrow(quiz) else "",
        scenario="yes" if quiz.scenario else "",
        fact=quiz.fact,
        unit=quiz.number.unit if quiz.number else "",
        yes=yes,
        no=no,
        low=low,
        high=high,
        why=quiz.why if quiz.kind is Kind.ORDERING else "",
    )


def step(text: str) -> str:
    """A step of an order as Moodle can read one: on one line, without braces, and neither a comment nor a last word."""
    line = " ".join(text.translate(_STEP).replace("####", "＃＃＃＃").split())
    return f"／／{line[2:]}" if line.startswith("//") else line


def shown(option: Option) -> str:
    """A step of a scale shows its number; the options of other kinds their words."""
    is_step = option.label.isdigit()
    return option.text if not is_step else f"{option.label} ({option.text})" if option.text else option.label


def _losses(quiz: Draft, language: str) -> Iterator[Loss]:
    said = said_of(quiz, language)
    yield from (Loss(quiz.id, what, carried=True) for key, what in _WHAT.items() if getattr(said, key))
    if quiz.kind in {Kind.POLL, Kind.SCALE}:
        yield Loss(quiz.id, "that nothing is right: every option counts fully there", carried=True)
    if quiz.kind is Kind.MULTIPLE:
        yield Loss(
            quiz.id, "that only all the right ones together are right: a part counts in part there", carried=True
        )
    if _has_arrow(quiz):
        yield Loss(quiz.id, "the question: an arrow makes a matching of it there", carried=True)
    if quiz.kind is Kind.ORDERING and any(step(each.text) != each.text for each in quiz.options):
        yield Loss(quiz.id, "{ } #### // and wide spaces in its steps, which are written otherwise", carried=False)


def _has_arrow(quiz: Draft) -> bool:
    """Short answers with an arrow in them are taken for pairs."""
    return any("->" in text for text in quiz.accepted)
