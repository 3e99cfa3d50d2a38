"""The day's lesson, and the first question under it."""

from datetime import date

from lessons.cards import dates
from lessons.cards.glossary import new_words
from lessons.cards.quiz import question
from lessons.cards.tools import ON_A_LESSON, listed
from lessons.facts import Fact, cited
from lessons.model import Course, Lesson
from lessons.phrases import Phrases
from messages.actions import Report
from messages.message import Block, Box, Break, Button, Buttons, Heading, Link, Message, Progress, Text, Tone


def lesson_message(
    course: Course, lesson: Lesson, *, enrolment: int, family: str, today: date, say: Phrases
) -> Message:
    """One letter: the lesson card, then the lesson's first question on a card of its own."""
    return Message(
        summary=say("lesson.summary", day=lesson.number, title=lesson.title),
        blocks=(
            *lesson_card(course, lesson, family=family, today=today, say=say),
            Buttons((Button(say("report.button"), Report(course.id, lesson.id)),)),
            Break(),
            *question(lesson, lesson.quizzes[0], enrolment=enrolment, say=say),
        ),
    )


def lesson_card(course: Course, lesson: Lesson, *, family: str, today: date, say: Phrases) -> tuple[Block, ...]:
    """Week and day, the title, the paragraphs, one's own section's sentence, new words, dated sources."""
    week = course.weeks[lesson.week - 1]
    days = len(course.lessons)
    return (
        Heading(
            text=lesson.title,
            eyebrow=say("lesson.week", number=week.number, title=week.title),
            aside=say("lesson.day", day=lesson.number, days=days),
        ),
        Progress(done=lesson.number, total=days, label=say("lesson.day", day=lesson.number, days=days)),
        *(Text(paragraph) for paragraph in lesson.paragraphs),
        Box(title=_section(lesson, family, say), body=lesson.section(family)),
        *((Box(title=say("lesson.rule"), body=lesson.rule),) if lesson.rule else ()),
        *(listed(course.tools, say, most=ON_A_LESSON) if lesson.id == course.tools_on else ()),
        *new_words(course, lesson, say),
        *(_source(fact, today, say) for fact in cited(lesson.facts)),
    )


def _section(lesson: Lesson, family: str, say: Phrases) -> str:
    if family == "default" or family not in dict(lesson.in_section):
        return say("lesson.section")
    return say("lesson.section_of", family=say(f"family.{family}"))


def _source(fact: Fact, today: date, say: Phrases) -> Block:
    as_of = dates.month(fact.as_of, say)
    label = say("lesson.source", title=fact.source.title)
    note = say("lesson.stale" if fact.stale(today) else "lesson.source_as_of", as_of=as_of)
    if not fact.source.url:
        return Text(f"{label} {note}", Tone.QUIET)
    return Link(label=label, url=fact.source.url, note=note)
