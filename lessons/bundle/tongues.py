"""A course with its readings: whole in every language, with its own words where there are no others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lessons.bundle.assessment import Asked
from lessons.bundle.manifest import Manifest, Titles
from lessons.bundle.reading import Reading
from lessons.model import Course, Lesson, Option, Quiz


def read_out(course: Course, plan: Manifest, readings: Sequence[Reading], asked: Asked) -> Course:
    """The course, in each language in which anything of it is written, too; every option knows its other texts."""
    spoken = (*(each.language for each in plan.titles), *(each.language for each in readings), *dict(asked.readings))
    others = {
        language: replace(_in_language(course, language, plan.titles, readings), assessment=asked.spoken(language))
        for language in dict.fromkeys(spoken)
    }
    course = replace(course, assessment=asked.assessment)
    every = (course, *others.values())
    told = [_with_other_texts(each, every) for each in every]
    return replace(told[0], readings=tuple(zip(others, told[1:], strict=True)))


def _in_language(course: Course, language: str, titles: Sequence[Titles], readings: Sequence[Reading]) -> Course:
    lessons = {each.lesson.id: each.lesson for each in readings if each.lesson and each.language == language}
    named = next((each for each in titles if each.language == language), None)
    names = named.weeks if named else tuple(week.title for week in course.weeks)
    weeks = tuple(
        replace(week, title=name, lessons=tuple(_placed(lessons.get(own.id, own), own) for own in week.lessons))
        for week, name in zip(course.weeks, names, strict=True)
    )
    if named is None:
        return replace(course, weeks=weeks)
    return replace(course, title=named.title, description=named.description, weeks=weeks)


def _placed(lesson: Lesson, own: Lesson) -> Lesson:
    return replace(lesson, number=own.number, week=own.week)


def _with_other_texts(course: Course, every: Sequence[Course]) -> Course:
    weeks = (replace(week, lessons=tuple(_widened(lesson, every) for lesson in week.lessons)) for week in course.weeks)
    return replace(course, weeks=tuple(weeks))


def _widened(lesson: Lesson, every: Sequence[Course]) -> Lesson:
    others = [found for course in every if (found := course.lesson(lesson.number))]
    quizzes = (
        replace(quiz, options=tuple(_options(quiz, [each.quizzes[place] for each in others])))
        for place, quiz in enumerate(lesson.quizzes)
    )
    return replace(lesson, quizzes=tuple(quizzes))


def _options(quiz: Quiz, others: Sequence[Quiz]) -> Iterator[Option]:
    for place, option in enumerate(quiz.options):
        texts = (each.options[place].text for each in others)
        yield replace(option, also=tuple(dict.fromkeys(text for text in texts if text not in {"", option.text})))
