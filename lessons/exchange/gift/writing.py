"""Questions → GIFT."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, assert_never

from lessons.exchange.gift.losses import said_of, shown, step
from lessons.exchange.gift.marks import lines
from lessons.exchange.gift.shield import escaped
from lessons.exchange.sheaf import Draft, drafted
from lessons.model import Course, Kind, Lesson, Number, Option

_HEAD: Final = "// {title} {edition} ({licence})\n// Lines that begin with // kotsu: say what GIFT cannot."
_STAR: Final = "\\*"  # Moodle's own escape, inside GIFT's


def write(course: Course) -> str:
    """The course's questions, one category a lesson. Every text is plain text, and is read back as it is."""
    head = _HEAD.format(title=course.title, edition=course.edition, licence=course.licence)
    return "\n\n".join([head, *(part for lesson in course.lessons for part in _lesson(course, lesson))]) + "\n"


def _lesson(course: Course, lesson: Lesson) -> Iterator[str]:
    path = "/".join(escaped(name.replace("/", "//")) for name in (course.title, f"{lesson.number} {lesson.title}"))
    yield f"$CATEGORY: {path}"
    for quiz in lesson.quizzes:
        yield _question(drafted(quiz), course.language)


def _question(quiz: Draft, language: str) -> str:
    first, *rest = _answers(quiz)
    asks = f"::{escaped(quiz.id)}::[plain]{escaped(quiz.text)}{{{first}"
    return "\n".join([*lines(said_of(quiz, language)), asks, *rest, "}"])


def _answers(quiz: Draft) -> tuple[str, ...]:
    """What stands between the braces, line by line; the first is the opening brace's own."""
    match quiz.kind:
        case Kind.SINGLE:
            return ("", *(_option("=" if each.right else "~", each) for each in quiz.options))
        case Kind.MULTIPLE:
            share = _share(len(quiz.right))
            return ("", *(_option(f"~%{share}%" if each.right else "~%-100%", each) for each in quiz.options))
        case Kind.TRUEFALSE:
            right, wrong = sorted(quiz.options, key=lambda option: not option.right)
            return (f"{'TRUE' if quiz.options[0].right else 'FALSE'}#{_plain(wrong.why)}#{_plain(right.why)}",)
        case Kind.POLL | Kind.SCALE:
            marks = ("=", *("~%100%" for _ in quiz.options[1:]))
            options = (f"\t{mark}{_plain(shown(each))}" for mark, each in zip(marks, quiz.options, strict=True))
            return ("", *options, *_last(quiz))
        case Kind.ORDERING:
            return (f">{len(quiz.options)} ALL VERTICAL ALL_OR_NOTHING", *(step(each.text) for each in quiz.options))
        case Kind.SHORT:
            return ("", *(f"\t={_plain(text.replace('*', _STAR))}" for text in quiz.accepted), *_last(quiz))
        case Kind.NUMBER:
            return (f"#{_reach(quiz.number)}", *_last(quiz))
        case Kind.REFLECTION:
            return ("", *_last(quiz))
        case _ as unreachable:
            assert_never(unreachable)


def _option(mark: str, option: Option) -> str:
    return f"\t{mark}{_plain(option.text)}#{_plain(option.why)}"


def _last(quiz: Draft) -> tuple[str, ...]:
    return (f"\t####{_plain(quiz.why)}",) if quiz.why else ()


def _plain(text: str) -> str:
    """A text that begins like a format's name, or like a weight, must not be taken for one."""
    return f"{'[plain]' if text.startswith(('[', '%')) else ''}{escaped(text)}"


def _share(right: int) -> str:
    """What one of so many right options counts, as Moodle writes it."""
    return f"{(Decimal(100) / right).quantize(Decimal('1.00000')).normalize():f}"


def _reach(number: Number | None) -> str:
    return f"{number.value:f}:{number.tolerance:f}" if number else ""
