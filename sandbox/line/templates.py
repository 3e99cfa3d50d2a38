"""Template messages: buttons, confirm, carousels."""

from collections.abc import Sequence
from typing import Any

from sandbox.line.actions import action, https
from sandbox.shape import NONE, Flaw, Rule, all_of, array, by_type, fields, string, under

_press = action(20)
_image: dict[str, Rule] = {
    "thumbnailImageUrl": https,
    "imageAspectRatio": string(1),
    "imageSize": string(1),
    "imageBackgroundColor": string(1),
    "title": string(1, 40),
    "defaultAction": action(20, label=False),
}


def _shorter_under_a_picture(alone: int) -> Rule:
    """The text of a card may be `alone` long, or 60 under a title or a picture."""

    def rule(value: Any) -> Sequence[Flaw]:
        if not isinstance(value, dict) or value.get("text") is None:
            return NONE
        crowded = value.get("title") or value.get("thumbnailImageUrl")
        return under(("text",), string(1, 60 if crowded else alone)(value["text"]))

    return rule


def _card(alone: int, most_actions: int) -> Rule:
    shape = fields({"text": string(1), "actions": array(_press, 1, most_actions)}, _image)
    return all_of(shape, _shorter_under_a_picture(alone))


_picture = fields({"imageUrl": https, "action": action(12, label=False)}, {})

template = by_type(
    {
        "buttons": _card(160, 4),
        "confirm": fields({"text": string(1, 240), "actions": array(_press, 2, 2)}, {}),
        "carousel": fields({"columns": array(_card(120, 3), 1, 10)}, {}),
        "image_carousel": fields({"columns": array(_picture, 1, 10)}, {}),
    }
)
