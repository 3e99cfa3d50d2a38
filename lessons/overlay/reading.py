"""An overlay's folder, read against the course it lies upon."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from lessons.bundle.facts import known, unused
from lessons.bundle.faults import Page, Problem
from lessons.bundle.leaf import Leaf, leaf
from lessons.bundle.script import mapping, text_of
from lessons.bundle.table import Table
from lessons.facts import Fact
from lessons.model import Course, Lesson
from lessons.overlay.overlay import Overlay, OwnLesson
from lessons.tool import Tool, Use

FILE: Final = "overlay.yaml"
PARTS: Final = (FILE, "facts.yaml", "lessons/*.md")
"""What an overlay's folder may hold, as patterns; a name that begins with a dot is never read."""

_KEYS: Final = ("course", "edition", "words", "rules", "tools", "lessons")
_TOOL_KEYS: Final = ("name", "use", "network", "desk", "note")
_LESSON_KEYS: Final = ("id", "after")
_RULE: Final = 120  # characters
_WORD: Final = 40
_TOOL: Final = 30
_NOTE: Final = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder holds: an overlay, or the problems that keep it from being one. `is_for_another` says that it was
    written for another edition of the course, which may be well or not.
    """

    overlay: Overlay | None
    problems: tuple[Problem, ...]
    is_for_another: bool = False


def read_overlay(folder: Path, course: Course) -> Reading:
    """Read what lies upon this plain course, and name everything wrong with it at once. Never raises for what an author
    wrote.
    """
    page = Page(FILE)
    text = text_of(folder / FILE, page)
    node = None if text is None else mapping(text, page)
    if node is None:
        return Reading(None, tuple(page.problems))
    table = Table(node, name="the overlay", keys=_KEYS, page=page)
    words = tuple(_words(table, course))
    own = _own(folder, table, course, dict(course.words) | dict(words))
    overlay = Overlay(
        course=_course(table, course),
        edition=table.text("edition"),
        words=words,
        rules=tuple(_rules(table, course)),
        tools=tuple(_tools(table)),
        lessons=own.lessons,
        facts=own.facts,
    )
    problems = sorted(problem for each in (page, *own.pages) for problem in each.problems)
    whole = None if problems else overlay
    return Reading(whole, tuple(problems), is_for_another=overlay.edition != course.edition)


def _course(table: Table, course: Course) -> str:
    said = table.slug("course")
    if said and said != course.id:
        table.note("course", f"this is for the course `{said}`", f"it was to be laid over `{course.id}`")
    return said


def _words(table: Table, course: Course) -> Iterator[tuple[str, str]]:
    names = tuple(name for name, _ in course.words)
    own = table.table("words", name="`words`", keys=names) if "words" in table else None
    for name in own or ():
        word = own.text(name, most=_WORD) if own else ""
        if own and any(mark in word for mark in "{}｛｝"):
            own.note(name, f"`{name}` has a brace in it", "write the word as learners shall read it")
        yield name, word


def _rules(table: Table, course: Course) -> Iterator[tuple[str, str]]:
    ids = tuple(lesson.id for lesson in course.lessons)
    own = table.table("rules", name="`rules`", keys=ids) if "rules" in table else None
    return ((lesson, own.text(lesson, most=_RULE)) for lesson in own or () if own)


def _tools(table: Table) -> Iterator[Tool]:
    names: set[str] = set()
    for each in table.tables("tools", name="the tool", keys=_TOOL_KEYS) if "tools" in table else ():
        name, use = each.text("name", most=_TOOL), each.name_of("use", Use)
        if name in names:
            each.note("name", f"the tool `{name}` is there twice", "one line a tool")
        if use is Use.CONDITIONS and not each.optional("note"):
            each.note("use", f"`{name}` has conditions and does not say which", "say them in its `note`")
        names.add(name)
        yield Tool(
            name=name,
            use=use or Use.FORBIDDEN,
            network=each.text("network", most=_TOOL),
            desk=each.text("desk", most=_TOOL),
            note=each.optional("note", most=_NOTE),
        )


@dataclass(frozen=True, slots=True)
class _Own:
    """Own lessons with the facts they state, and the pages on which they are written."""

    lessons: tuple[OwnLesson, ...] = ()
    facts: tuple[Fact, ...] = ()
    pages: tuple[Page, ...] = ()


def _own(folder: Path, table: Table, course: Course, words: Mapping[str, str]) -> _Own:
    files = sorted(path for path in (folder / "lessons").glob("*.md") if not path.name.startswith("."))
    listed = table.tables("lessons", name="the lesson", keys=_LESSON_KEYS) if "lessons" in table else ()
    if not files and not listed:
        return _Own()
    facts = known(folder)
    leaves = [leaf(path, path.relative_to(folder).as_posix(), facts.facts, course.language, words) for path in files]
    places = tuple((each, each.slug("id"), each.text("after")) for each in listed)
    written = {each.lesson.id: each.lesson for each in leaves if each.lesson}
    _match_places(places, written, course)
    _match_files(leaves, {key for _, key, _ in places}, course)
    if all(each.lesson for each in leaves):
        unused(facts, [each.page for each in leaves])
    made = tuple(OwnLesson(written[key], after) for _, key, after in places if key in written)
    return _Own(made, tuple((facts.facts or {}).values()), (facts.page, *(each.page for each in leaves)))


def _match_places(places: Sequence[tuple[Table, str, str]], written: Mapping[str, Lesson], course: Course) -> None:
    there = [lesson.id for lesson in course.lessons]
    for table, key, after in places:
        if key and key not in written:
            table.note("id", f"the lesson `{key}` has no file", "write it in lessons/, or take it out here")
        if after and after not in there:
            near = get_close_matches(after, there, n=1)
            hint = f"did you mean `{near[0]}`?" if near else "an own lesson comes after one of the course's"
            table.note("after", f"`{after}` is no lesson of the course", hint)


def _match_files(leaves: Sequence[Leaf], named: Collection[str], course: Course) -> None:
    """Note every lesson without a place, and every id that is taken."""
    taken = {key: "the course" for each in course.lessons for key in (each.id, *(quiz.id for quiz in each.quizzes))}
    for each in leaves:
        for word in each.ids:
            if word.text in taken:
                each.page.note(
                    word.line,
                    f"the id `{word.text}` is taken",
                    f"{taken[word.text]} has it already, and ids are unique in a course",
                )
            taken[word.text] = each.page.file
        if each.lesson and each.lesson.id and each.lesson.id not in named:
            each.page.note(each.ids[0].line, f"the lesson `{each.lesson.id}` has no place", f"list it in {FILE}")
