"""What a new edition changes under an overlay, in one line each."""

from pathlib import Path
from typing import assert_never

from bot import opening
from lessons.library import BrokenCourse
from lessons.model import Course
from lessons.overlay import (
    Overlay,
    PlaceGone,
    PlaceMoved,
    RuleGone,
    Shift,
    TextUnderRule,
    WordGone,
    read_overlay,
)
from lessons.phrases import Phrases


def overlay_at(folder: Path, course: Course) -> Overlay:
    """The overlay in a folder, as it lies upon this course, or an end that names everything that does not fit."""
    if not folder.is_dir():
        opening.sorry(f"There is no folder {folder}.")
    reading = read_overlay(folder, course)
    if reading.overlay is None:
        opening.sorry(f"{folder}:\n{BrokenCourse(reading.problems)}")
    return reading.overlay


def shift_line(shift: Shift, say: Phrases) -> str:
    """What must be looked at."""
    match shift:
        case RuleGone(lesson=lesson, rule=rule):
            return say("overlay.rule_gone", lesson=lesson, rule=rule)
        case PlaceGone(lesson=lesson, after=after):
            return say("overlay.place_gone", lesson=lesson, after=after)
        case PlaceMoved(lesson=lesson, after=after, before=before, now=now):
            return say("overlay.place_moved", lesson=lesson, after=after, before=before, now=now)
        case WordGone(name=name):
            return say("overlay.word_gone", name=name)
        case TextUnderRule(lesson=lesson, number=number, before=before, after=after):
            return say("overlay.text", lesson=lesson, number=number, before=before or "-", after=after or "-")
        case _ as unreachable:
            assert_never(unreachable)
