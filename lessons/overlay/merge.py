"""A course with an overlay upon it, which is a course again."""

from collections.abc import Iterator
from dataclasses import replace

from lessons.assessment import Assessment
from lessons.model import Course, Lesson, Week
from lessons.overlay.overlay import Overlay


def laid_over(course: Course, overlay: Overlay) -> Course:
    """The course with the organisation's rules, tools and lessons, in every reading; lessons are numbered through anew.

    The words are not put in here: they stand inside texts, and are put in while the course is read.
    """
    readings = tuple((language, _laid(each, overlay)) for language, each in course.readings)
    return replace(_laid(course, overlay), readings=readings)


def _laid(course: Course, overlay: Overlay) -> Course:
    rules = dict(overlay.rules)
    ruled = [
        replace(week, lessons=tuple(replace(each, rule=rules.get(each.id, "")) for each in _placed(week, overlay)))
        for week in course.weeks
    ]
    numbers = {each.id: number for number, each in enumerate((each for week in ruled for each in week.lessons), 1)}
    return replace(
        course,
        weeks=tuple(replace(week, lessons=tuple(_numbered(week, numbers))) for week in ruled),
        facts=(*course.facts, *overlay.facts),
        tools=overlay.tools,
        assessment=_moved(course, numbers),
    )


def _placed(week: Week, overlay: Overlay) -> Iterator[Lesson]:
    for lesson in week.lessons:
        yield lesson
        yield from (own.lesson for own in overlay.lessons if own.after == lesson.id)


def _numbered(week: Week, numbers: dict[str, int]) -> Iterator[Lesson]:
    return (replace(each, number=numbers[each.id], week=week.number) for each in week.lessons)


def _moved(course: Course, numbers: dict[str, int]) -> Assessment | None:
    """What is asked after a lesson is asked after the same lesson, whatever its number is now."""
    if course.assessment is None:
        return None
    ids = {lesson.number: lesson.id for lesson in course.lessons}
    plan = tuple(
        replace(stage, lesson=numbers[ids[stage.lesson]]) if stage.lesson in ids else stage
        for stage in course.assessment.plan
    )
    return replace(course.assessment, plan=plan)
