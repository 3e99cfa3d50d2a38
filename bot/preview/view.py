"""What an author looks at, as a URL names it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Final
from urllib.parse import urlencode

from bot.preview.steps import Step, steps
from lessons.model import FAMILIES, Course, Lesson
from lessons.phrases import LANGUAGES

PAGES: Final = ("ja", "en")  # the languages of the page itself
WHENS: Final = ("now", "stale")


@dataclass(frozen=True, slots=True)
class View:
    """A lesson and a question, counted from 1, a step's name, and for whom: `when` is "now", or "stale" for the day
    after the last review is due; `ui` is the page's own language.
    """

    lesson: int = 1
    question: int = 1
    state: str = "card"
    language: str = LANGUAGES[0]
    family: str = FAMILIES[0]
    when: str = "now"
    ui: str = PAGES[0]

    @property
    def address(self) -> str:
        """The query that names it, without what goes without saying."""
        usual = asdict(View())
        told = {key: value for key, value in asdict(self).items() if value != usual[key] or key in {"lesson", "state"}}
        return f"?{urlencode(told)}"

    def at(self, step: Step) -> "View":
        """The same lesson in another state."""
        return replace(self, question=step.question, state=step.name)

    def step(self, lesson: Lesson) -> Step:
        """The step it names, or the nearest thing the lesson still has: an author may have taken it out."""
        known = steps(lesson)
        here = [step for step in known if step.question == self.question]
        return next((step for step in here if step.name == self.state), (here or known)[0])


def viewed(query: Mapping[str, str], course: Course | None) -> View:
    """The view that a query names; whatever it does not name, or misspells, is as usual."""
    last = len(course.lessons) if course else 1
    return View(
        lesson=min(max(_number(query, "lesson"), 1), last),
        question=_number(query, "question"),
        state=query.get("state", View().state),
        language=_one_of(LANGUAGES, query.get("language")),
        family=_one_of(FAMILIES, query.get("family")),
        when=_one_of(WHENS, query.get("when")),
        ui=_one_of(PAGES, query.get("ui")),
    )


def _number(query: Mapping[str, str], key: str) -> int:
    written = query.get(key, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 5 else 1


def _one_of(known: tuple[str, ...], written: str | None) -> str:
    return written if written in known else known[0]
