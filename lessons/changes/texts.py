"""Every text of a course that learners see, and which of them are not as they were."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TypeAlias

from lessons.changes.change import Part, ReadingAdded, ReadingRemoved, Reworded
from lessons.model import Course, Lesson, Quiz

Texts: TypeAlias = Mapping[tuple[Part, str], str]  # what it is, its key


def of_course(old: Course, new: Course) -> Iterator[Reworded]:
    """Titles of the course and its weeks, in each of its languages, and the organisation's list of tools."""
    yield from _titles(old, new, "")
    for (part, name), was, there in _differing(_tools(old), _tools(new)):
        yield Reworded("", "", part, name, was, there)
    for language in languages(old, new):
        before, after = old.spoken(language), new.spoken(language)
        if _names(before) != _names(old) or _names(after) != _names(new):
            yield from _titles(before, after, language)


def of_lesson(old: Course, new: Course, lesson: str) -> Iterator[Reworded | ReadingAdded | ReadingRemoved]:
    """The texts of a lesson that both have, but for its questions, in each language it can be read in."""
    before, after = _find(old, lesson), _find(new, lesson)
    yield from _reworded(before, after, "")
    if before.rule != after.rule:
        yield Reworded(lesson, "", Part.RULE, "", before.rule, after.rule)
    for language in languages(old, new):
        read_before, read_after = _find(old.spoken(language), lesson), _find(new.spoken(language), lesson)
        match _is_read(before, read_before), _is_read(after, read_after):
            case True, True:
                yield from _reworded(read_before, read_after, language)
            case False, True:
                yield ReadingAdded(lesson, language)
            case True, False:
                yield ReadingRemoved(lesson, language)
            case _:
                yield from _retitled((before, read_before), (after, read_after), language)


def of_quiz(old: Course, new: Course, quiz: str) -> Iterator[Reworded]:
    """The texts of a question that both have, the same way."""
    before, after = asked(old, quiz), asked(new, quiz)
    yield from _quiz_reworded(before, after, "")
    for language in languages(old, new):
        read_before, read_after = asked(old.spoken(language), quiz), asked(new.spoken(language), quiz)
        if _is_read(before[0], read_before[0]) and _is_read(after[0], read_after[0]):
            yield from _quiz_reworded(read_before, read_after, language)


def languages(old: Course, new: Course) -> Iterable[str]:
    """Those of the readings of either."""
    return dict.fromkeys((*dict(old.readings), *dict(new.readings)))


def asked(course: Course, quiz: str) -> tuple[Lesson, Quiz]:
    """The question with its lesson; raises LookupError."""
    found = course.find(quiz)
    if found is None:
        raise LookupError(quiz)
    return found


def _titles(old: Course, new: Course, language: str) -> Iterator[Reworded]:
    for (part, key), before, after in _differing(_names(old), _names(new)):
        yield Reworded("", "", part, key, before, after, language)


def _names(course: Course) -> Texts:
    weeks = {(Part.WEEK, str(week.number)): week.title for week in course.weeks}
    return {(Part.COURSE, ""): course.title, (Part.DESCRIPTION, ""): course.description, **weeks}


def _tools(course: Course) -> Texts:
    """Each line of the list, as it is written in one."""
    return {
        (Part.TOOL, each.name): " / ".join(filter(None, (each.use.value, each.network, each.desk, each.note)))
        for each in course.tools
    }


def _find(course: Course, lesson: str) -> Lesson:
    return next(each for each in course.lessons if each.id == lesson)


def _is_read(own: Lesson, read: Lesson) -> bool:
    """Whether the text is another; where it is not, the title still may be."""
    return own.paragraphs != read.paragraphs


def _retitled(old: tuple[Lesson, Lesson], new: tuple[Lesson, Lesson], language: str) -> Iterator[Reworded]:
    """The title in this language, if either edition has one; each comes as the lesson and how it is read."""
    (before, read_before), (after, read_after) = old, new
    if before.title == read_before.title and after.title == read_after.title:
        return
    if read_before.title != read_after.title:
        yield Reworded(after.id, "", Part.TITLE, "", read_before.title, read_after.title, language)


def _reworded(old: Lesson, new: Lesson, language: str) -> Iterator[Reworded]:
    if old.title != new.title:
        yield Reworded(new.id, "", Part.TITLE, "", old.title, new.title, language)
    for number, before, after in _paragraphs(old.paragraphs, new.paragraphs):
        yield Reworded(new.id, "", Part.PARAGRAPH, str(number), before, after, language)
    for (part, family), before, after in _differing(_sections(old), _sections(new)):
        yield Reworded(new.id, "", part, family, before, after, language)


def _quiz_reworded(old: tuple[Lesson, Quiz], new: tuple[Lesson, Quiz], language: str) -> Iterator[Reworded]:
    lesson, quiz = new
    for (part, key), before, after in _differing(_asked(old[1]), _asked(quiz)):
        yield Reworded(lesson.id, quiz.id, part, key, before, after, language)


def _paragraphs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Those that differ, each beside the one it came from; counted in the new edition."""
    for _, from_old, to_old, from_new, to_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        pairs = zip_longest(old[from_old:to_old], new[from_new:to_new], fillvalue="")
        for number, (before, after) in enumerate(pairs, start=from_new + 1):
            if before != after:
                yield number, before, after


def _sections(lesson: Lesson) -> Texts:
    return {(Part.SECTION, family): sentence for family, sentence in lesson.in_section}


def _asked(quiz: Quiz) -> Texts:
    texts = {(Part.QUESTION, ""): quiz.text, (Part.SCENARIO, ""): "yes" if quiz.scenario else ""}
    for option in quiz.options:
        texts[Part.OPTION, option.label] = option.text
        texts[Part.WHY, option.label] = option.why
    texts[Part.UNIT, ""] = quiz.number.unit if quiz.number else ""
    texts[Part.ANSWER, ""] = quiz.accepted[0] if quiz.accepted else ""
    return texts | {(Part.WHY, ""): quiz.why}


def _differing(old: Texts, new: Texts) -> Iterator[tuple[tuple[Part, str], str, str]]:
    for place in dict.fromkeys((*new, *old)):
        before, after = old.get(place, ""), new.get(place, "")
        if before != after:
            yield place, before, after
