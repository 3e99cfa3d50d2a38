"""What can be chosen on the page, each with the address that chooses it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias

from bot.preview.steps import Moment, Step, steps
from bot.preview.view import WHENS, View
from lessons.model import FAMILIES, Course, Kind, Lesson, Quiz
from lessons.phrases import LANGUAGES, Phrases

Json: TypeAlias = dict[str, Any]  # as it goes to the page

_NAMED: Final = {"card", "reminder", "resting"}  # belong to no question


def choices(course: Course, lesson: Lesson, here: View, found: Mapping[str, int], say: Phrases) -> Json:
    """The lists; `found` counts the findings of a lesson by its id."""
    languages = ((f"settings.{each}", replace(here, language=each)) for each in LANGUAGES)
    families = ((f"family.{each}", replace(here, family=each)) for each in FAMILIES)
    whens = ((f"preview.when_{each}", replace(here, when=each)) for each in WHENS)
    return {
        "lessons": [_lesson(each, here, found, say) for each in course.spoken(here.language).lessons],
        "steps": [_choice(_label(each, lesson, say), here.at(each), here) for each in steps(lesson)],
        "languages": [_choice(say(key), to, here) for key, to in languages],
        "families": [_choice(say(key), to, here) for key, to in families],
        "whens": [_choice(say(key), to, here) for key, to in whens],
    }


def neighbours(course: Course, lesson: Lesson, here: View) -> Json:
    """The state before this one and the one after it, over to the next lesson too; empty at the course's ends."""
    ways = [here.at(each) for each in steps(lesson)]
    place = ways.index(here)
    before, after = (course.spoken(here.language).lesson(here.lesson + by) for by in (-1, 1))
    into = [replace(here, lesson=before.number).at(steps(before)[-1])] if before else []
    onto = [replace(here, lesson=after.number).at(steps(after)[0])] if after else []
    previous, following = (ways[place - 1 : place] or into), (ways[place + 1 : place + 2] or onto)
    return {"previous": _first(previous), "next": _first(following)}


def _first(views: list[View]) -> str:
    return views[0].address if views else ""


def _choice(label: str, to: View, here: View) -> Json:
    return {"label": label, "address": to.address, "chosen": to == here}


def _lesson(lesson: Lesson, here: View, found: Mapping[str, int], say: Phrases) -> Json:
    """To its card; how much was found in it stands beside its title."""
    count = found.get(lesson.id, 0)
    key = "preview.lesson_found" if count else "preview.lesson_of"
    label = say(key, number=lesson.number, title=lesson.title, count=count)
    to = replace(here, lesson=lesson.number, question=View().question, state=View().state)
    return _choice(label, to, here) | {"chosen": lesson.number == here.lesson}


def _label(step: Step, lesson: Lesson, say: Phrases) -> str:
    if step.name in _NAMED:
        return say(f"preview.at_{step.name}")
    quiz = lesson.quizzes[step.question - 1]
    return say("preview.at_question", number=step.question, what=_what(step, quiz, say))


def _what(step: Step, quiz: Quiz, say: Phrases) -> str:
    if step.moment is not Moment.ANSWERED:
        return say(f"preview.at_{step.name}")
    if quiz.kind is Kind.REFLECTION:
        return say("preview.at_written")
    if not quiz.scored:
        return say("preview.at_chose", label=step.said)
    if step.name in {"right", "partly", "wrong"}:
        return say(f"preview.at_{step.name}")
    return say("preview.at_wrong_of", label=step.said)
