"""Questions of every kind with any words whatever, and a course to put them in."""

from datetime import date
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from lessons.bundle.options import shuffled
from lessons.exchange.sheaf import labelled
from lessons.facts import Fact, Source
from lessons.model import Course, Kind, Lesson, Number, Option, Quiz, Week
from lessons.understanding import plain

_LETTERS: Final = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
_TRICKY: Final = st.sampled_from([*"~=#{}:\\\n%[]*->|'\",;+@/ \t<&"]).filter(lambda mark: mark != "\t")
_PIECE: Final = st.one_of(
    _TRICKY, _LETTERS, st.sampled_from(["####", "//", "[html]", "\\|", "->", "<b>", "正しい", "｜", "'="])
)
TEXTS: Final = st.lists(_PIECE, min_size=1, max_size=5).map(lambda found: "".join(found).strip()).filter(bool)
ENDS: Final = TEXTS.filter(lambda text: len(text) <= 20)
WHYS: Final = st.one_of(st.just(""), TEXTS)
SLUGS: Final = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
NUMBERS: Final = st.decimals(min_value=-(10**9), max_value=10**9, places=3)


@st.composite
def _options(draw: st.DrawFn, right: list[int]) -> tuple[Option, ...]:
    texts = draw(st.lists(TEXTS, min_size=3, max_size=5, unique_by=plain))
    return labelled([Option("", text, right=place in right, why=draw(TEXTS)) for place, text in enumerate(texts)])


@st.composite
def _unjudged(draw: st.DrawFn) -> tuple[Option, ...]:
    return labelled(
        [
            Option("", text, right=False, why="")
            for text in draw(st.lists(TEXTS, min_size=3, max_size=5, unique_by=plain))
        ]
    )


@st.composite
def quizzes(draw: st.DrawFn) -> Quiz:
    """A question as a course has it."""
    kind, key = draw(st.sampled_from([*Kind])), draw(SLUGS)
    quiz = Quiz(key, kind, draw(TEXTS), (), fact=None, scenario=draw(st.booleans()))
    why, fact = draw(TEXTS), fact_called(draw(SLUGS))
    options: tuple[Option, ...] = ()
    order: tuple[str, ...] = ()
    match kind:
        case Kind.SINGLE | Kind.MULTIPLE:
            most = 1 if kind is Kind.SINGLE else 3
            options = draw(_options(draw(st.lists(st.integers(0, 2), min_size=1, max_size=most, unique=True))))
        case Kind.TRUEFALSE:
            words, is_true = draw(st.sampled_from([("正しい", "正しくない"), ("はい", "いいえ")])), draw(st.booleans())
            yes = Option("○", words[0], right=is_true, why=draw(TEXTS))
            options = (yes, Option("×", words[1], right=not is_true, why=draw(TEXTS)))
        case Kind.ORDERING:
            options, order = shuffled(draw(_unjudged()), key)
        case Kind.POLL:
            options = draw(_unjudged())
        case Kind.SCALE:
            ends = (draw(ENDS), "", "", "", draw(ENDS))
            options = tuple(Option(str(step), text, right=False, why="") for step, text in enumerate(ends, start=1))
        case Kind.NUMBER | Kind.SHORT | Kind.REFLECTION:
            pass
    is_explained = kind in {Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE}
    number = Number(draw(NUMBERS), abs(draw(NUMBERS)), draw(st.sampled_from(["", "%", "人", "千円"])))
    return Quiz(
        quiz.id,
        kind,
        quiz.text,
        options,
        fact if kind.scored else None,
        quiz.scenario,
        order,
        number if kind is Kind.NUMBER else None,
        tuple(draw(st.lists(TEXTS, min_size=1, max_size=4, unique=True))) if kind is Kind.SHORT else (),
        "" if is_explained else why if kind.scored else draw(WHYS),
    )


def fact_called(key: str) -> Fact:
    """A fact of no consequence."""
    source = Source("guide", "手引き", "町役場", "", "CC0-1.0")
    return Fact(key, "手引きがある。", source, "初版", date(2026, 4, 1), date(2099, 3, 31))


def _fact(key: str) -> Fact:
    source = Source("s", "", "", "", "")
    return Fact(key, "", source, "", date(2026, 4, 1), date(2027, 3, 31))


def course_of(*found: Quiz, language: str = "ja") -> Course:
    """A course with one lesson and these questions in it."""
    lesson = Lesson("l01", 1, 1, "最初の日", "", (), (), ("本文",), (("default", "文"),), (), found)
    return Course("c", "講座: 1/2", "1", language, "CC0-1.0", "", (Week(1, "第1週", (lesson,)),))


def number_of(value: str, tolerance: str = "0", unit: str = "") -> Number:
    return Number(Decimal(value), Decimal(tolerance), unit)
