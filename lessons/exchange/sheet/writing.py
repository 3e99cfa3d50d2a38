"""Questions → rows."""

from collections.abc import Iterable
from typing import assert_never

from lessons.exchange.sheaf import Draft, drafted
from lessons.exchange.sheet.columns import BETWEEN, COLUMNS, KINDS, OPTIONS, WHYS, YES
from lessons.model import Course, Kind


def rows(course: Course) -> tuple[tuple[str, ...], ...]:
    """The headings, and a row for each of the course's questions."""
    found = ((drafted(quiz), lesson.title) for lesson in course.lessons for quiz in lesson.quizzes)
    return table((draft, title) for draft, title in found)


def table(drafts: Iterable[tuple[Draft, str]]) -> tuple[tuple[str, ...], ...]:
    """The headings, and a row for each question with the title of its lesson."""
    return (COLUMNS, *(_row(draft, title) for draft, title in drafts))


def _row(draft: Draft, title: str) -> tuple[str, ...]:
    number = draft.number
    cells = {
        "種類": KINDS[draft.kind],
        "問題文": draft.text,
        **dict(zip(OPTIONS, (option.text for option in draft.options), strict=False)),
        "正解": _right(draft),
        **dict(zip(WHYS, (option.why for option in draft.options), strict=False)),
        "解説": draft.why,
        "場面": YES if draft.scenario else "",
        "事実ID": draft.fact,
        "許容誤差": f"{number.tolerance:f}" if number and number.tolerance else "",
        "単位": number.unit if number else "",
        "ID": draft.id,
        "レッスン": title,
    }
    return tuple(cells.get(column, "") for column in COLUMNS)


def _right(draft: Draft) -> str:
    """What is right, as somebody would write it into the cell."""
    match draft.kind:
        case Kind.SINGLE | Kind.MULTIPLE:
            return ",".join(str(place) for place, option in enumerate(draft.options, start=1) if option.right)
        case Kind.TRUEFALSE:
            return "".join(option.label for option in draft.right)
        case Kind.NUMBER:
            return f"{draft.number.value:f}" if draft.number else ""
        case Kind.SHORT:
            return BETWEEN.join(map(_marked, draft.accepted))
        case Kind.ORDERING | Kind.POLL | Kind.SCALE | Kind.REFLECTION:
            return ""
        case _ as unreachable:
            assert_never(unreachable)


def _marked(text: str) -> str:
    r"""With \ before \ and |, so that one answer stays one."""
    return text.replace("\\", "\\\\").replace(BETWEEN, f"\\{BETWEEN}")
