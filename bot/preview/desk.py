"""Everything the page shows for one view."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final, TypeAlias

from bot.preview.chats import line_chat, slack_chat
from bot.preview.choices import choices, neighbours
from bot.preview.findings import Findings, as_json
from bot.preview.learner import Learner, learner
from bot.preview.scenes import scene
from bot.preview.view import PAGES, View
from lessons.freshness import taught_on
from lessons.model import Course, Lesson
from lessons.phrases import phrases

Json: TypeAlias = dict[str, Any]  # as it goes to the page

_LABELS: Final = (
    *("lesson", "step", "language", "family", "when", "previous", "next", "findings", "skip", "show"),
    *("checking", "nothing", "offline", "broken", "keys", "elsewhere", "empty"),
)


def desk(found: Findings, view: View, today: date) -> Json:
    """The chats, the ways on and the findings, as JSON; without a course, what keeps it from being one."""
    say, course = phrases(view.ui), found.bundle.course
    told: Json = {
        "address": view.address,
        "labels": {name: say(f"preview.{name}") for name in _LABELS},
        "title": say("preview.title", course=course.title, edition=course.edition)
        if course
        else say("preview.nameless"),
        "pages": [
            {"label": say(f"settings.{each}"), "address": replace(view, ui=each).address, "chosen": each == view.ui}
            for each in PAGES
        ],
        "broken": as_json(found.broken(view.ui), say),
    }
    return told if course is None else told | _opened(found, course, view, today)


def seen(course: Course, view: View, today: date) -> Learner:
    """The learner of a view: today, or the day after the lesson's last review is due."""
    lesson = course.lessons[view.lesson - 1]
    day = _stale_from(lesson, today) if view.when == "stale" else today
    return learner(taught_on(course, day), view.lesson, family=view.family, say=phrases(view.language), day=day)


def _opened(found: Findings, course: Course, view: View, today: date) -> Json:
    say, who = phrases(view.ui), seen(course, view, today)
    step = view.step(who.lesson)
    here, shown = view.at(step), scene(who, step)
    return {
        "address": here.address,
        **choices(course, who.lesson, here, found.counts, say),
        **neighbours(course, who.lesson, here),
        "line": line_chat(shown, here.address, who.at),
        "slack": slack_chat(shown, here.address, say("preview.learner"), who.at),
        "checked": found.all is not None,
        "findings": as_json(found.of(who.lesson), say),
        "others": as_json(found.elsewhere, say),
    }


def _stale_from(lesson: Lesson, today: date) -> date:
    return max((fact.review_by for fact in lesson.facts), default=today) + timedelta(days=1)
