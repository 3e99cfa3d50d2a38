"""Colour helps; it must never be in the way."""

from collections.abc import Iterator
from typing import Any

from channels.line.wire import written
from tests.channels.line.cards import RICH, in_order, of_kind, several, steps
from tests.channels.line.colours import contrast


def test_every_colour_can_be_read_by_tired_eyes() -> None:
    messages = [each for drawn in (RICH, several("A"), in_order("B"), steps()) for each in written(drawn)]
    pairs = {pair for message in messages for pair in _painted(message["contents"]["body"], "#ffffff")}
    assert len(pairs) > 7
    assert {pair for pair in pairs if contrast(*pair) < 4.5} == set()


def test_what_can_be_tapped_has_an_edge_to_be_seen() -> None:
    drawn = [written(each) for each in (several("A"), in_order("B"), steps())]
    edges = {box["borderColor"] for box in of_kind(drawn, "box") if "action" in box}
    assert len(edges) == 2
    assert {edge for edge in edges if contrast(edge, "#ffffff") < 3} == set()


def _painted(part: Any, paper: str) -> Iterator[tuple[str, str]]:
    """(colour, what it stands on) of every text."""
    paper = part.get("backgroundColor", paper)
    match part:
        case {"type": "text" | "span", "color": color}:
            yield color, paper
        case {"type": "button", "style": "primary", "color": color}:
            yield "#ffffff", color
        case {"type": "button", "style": "secondary", "color": color}:
            yield "#111111", color
        case {"type": "button", "color": color}:
            yield color, paper
    for each in part.get("contents", []):
        yield from _painted(each, paper)
