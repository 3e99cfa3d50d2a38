"""The signs above the menu's words, as strokes in a square from (0, 0), upper left, to (1, 1)."""

from math import cos, pi, sin
from typing import Final, TypeAlias

Stroke: TypeAlias = tuple[tuple[float, float], ...]


def _arc(x: float, y: float, radius: float, *, start: float = 0.0, end: float = 1.0, steps: int = 48) -> Stroke:
    """Part of a circle, clockwise from the right; `start` and `end` in whole turns."""
    turns = (start + (end - start) * step / steps for step in range(steps + 1))
    return tuple((x + radius * cos(2 * pi * turn), y + radius * sin(2 * pi * turn)) for turn in turns)


def _ray(turn: float, *, start: float, end: float) -> Stroke:
    """From one distance to another from the middle."""
    return tuple((0.5 + far * cos(2 * pi * turn), 0.5 + far * sin(2 * pi * turn)) for far in (start, end))


def _closed(*points: tuple[float, float]) -> Stroke:
    return (*points, points[0], points[1])


_MARK: Final[tuple[Stroke, ...]] = (
    (*_arc(0.5, 0.4, 0.13, start=0.5, end=1.1), (0.5, 0.54), (0.5, 0.6)),
    _arc(0.5, 0.73, 0.015),
)
_MOON: Final = (*_arc(0.5, 0.5, 0.38, start=0.041, end=0.754), *_arc(0.66, 0.38, 0.3, start=0.667, end=0.128))

SIGNS: Final[dict[str, tuple[Stroke, ...]]] = {
    "sun": (_arc(0.5, 0.5, 0.2), *(_ray(turn / 8, start=0.33, end=0.46) for turn in range(8))),
    "play": (_closed((0.28, 0.16), (0.82, 0.5), (0.28, 0.84)),),
    "bars": (
        ((0.12, 0.9), (0.88, 0.9)),
        *(((x, 0.76), (x, top)) for x, top in ((0.28, 0.56), (0.5, 0.36), (0.72, 0.14))),
    ),
    "bubble": (
        _closed((0.1, 0.14), (0.9, 0.14), (0.9, 0.7), (0.5, 0.7), (0.3, 0.9), (0.3, 0.7), (0.1, 0.7)),
        *(_arc(x, 0.42, 0.02) for x in (0.32, 0.5, 0.68)),
    ),
    "sliders": tuple(
        stroke
        for y, knob in ((0.22, 0.68), (0.5, 0.32), (0.78, 0.56))
        for stroke in (((0.1, y), (knob - 0.09, y)), _arc(knob, y, 0.09), ((knob + 0.09, y), (0.9, y)))
    ),
    "moon": (_MOON,),
    "turn": (
        _arc(0.5, 0.52, 0.34, start=-0.1, end=0.72),
        ((0.32, 0.14), (0.47, 0.19), (0.39, 0.33)),
    ),
    "rings": (_arc(0.36, 0.5, 0.24), _arc(0.64, 0.5, 0.24)),
    "page": (
        _closed((0.2, 0.1), (0.6, 0.1), (0.8, 0.3), (0.8, 0.9), (0.2, 0.9)),
        *(((0.35, y), (0.65, y)) for y in (0.46, 0.6, 0.74)),
    ),
    "question": (_arc(0.5, 0.5, 0.4), *_MARK),
}
