"""Overlays: what an organisation lays over a course, without a course of its own."""

from lessons.overlay.difference import PlaceGone, PlaceMoved, RuleGone, Shift, TextUnderRule, WordGone, under
from lessons.overlay.merge import laid_over
from lessons.overlay.overlay import Overlay, OwnLesson
from lessons.overlay.reading import FILE, PARTS, Reading, read_overlay

__all__ = [
    "FILE",
    "PARTS",
    "Overlay",
    "OwnLesson",
    "PlaceGone",
    "PlaceMoved",
    "Reading",
    "RuleGone",
    "Shift",
    "TextUnderRule",
    "WordGone",
    "laid_over",
    "read_overlay",
    "under",
]
