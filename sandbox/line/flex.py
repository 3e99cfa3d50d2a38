"""Flex: bubbles, carousels and what may stand in them. No property LINE does not know gets through."""

from collections.abc import Sequence
from typing import Any

from sandbox.line.actions import action, https
from sandbox.shape import (
    HERE,
    NONE,
    TYPED,
    Flaw,
    Rule,
    all_of,
    anything,
    array,
    by_type,
    choice,
    every,
    fields,
    flag,
    later,
    string,
    under,
    whole,
)
from sandbox.wire import compact

_LARGEST_BUBBLE = 30 * 1024
_LARGEST_CAROUSEL = 50 * 1024
_MOST_BUBBLES = 12
_REMEMBERED = 500
_MANY = 10_000

_NUMBER = r"\d+(\.\d+)?"
_STEPS = "none|xs|sm|md|lg|xl|xxl"
_TEXT_STEPS = "xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl"
_colour = string(1, form=r"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")
_step = string(1, form=f"{_STEPS}|{_NUMBER}px")
_pad = string(1, form=f"{_STEPS}|{_NUMBER}(px|%)")
_offset = string(1, form=f"{_STEPS}|-?{_NUMBER}(px|%)")
_extent = string(1, form=f"{_NUMBER}(px|%)")
_text_size = string(1, form=f"{_TEXT_STEPS}|{_NUMBER}px")
_image_size = string(1, form=f"{_TEXT_STEPS}|full|{_NUMBER}(px|%)")
_gravity = choice("top", "bottom", "center")
_align = choice("start", "end", "center")
_press = action(40, label=False, closed=True)

_PLACED: dict[str, Rule] = {
    "position": choice("relative", "absolute"),
    "margin": _step,
    **dict.fromkeys(("offsetTop", "offsetBottom", "offsetStart", "offsetEnd"), _offset),
}
_STYLED: dict[str, Rule] = {
    "size": _text_size,
    "color": _colour,
    "weight": choice("regular", "bold"),
    "style": choice("normal", "italic"),
    "decoration": choice("none", "underline", "line-through"),
}

_span = fields(TYPED, {"text": string(1), **_STYLED}, closed=True)
_ratio = string(1, form=r"[1-9]\d*(\.\d+)?:[1-9]\d*(\.\d+)?")


def _has_words(value: Any) -> Sequence[Flaw]:
    if isinstance(value, dict) and not value.get("text") and not value.get("contents"):
        return (Flaw(("text",), "other", wants="must be non-empty text"),)
    return NONE


_text = all_of(
    fields(
        TYPED,
        {
            "text": string(),
            "contents": array(by_type({"span": _span}), 1, _MANY),
            "flex": whole(),
            "align": _align,
            "gravity": _gravity,
            "wrap": flag,
            "lineSpacing": string(1, form=f"{_NUMBER}px"),
            "maxLines": whole(),
            "adjustMode": choice("shrink-to-fit"),
            "scaling": flag,
            "action": _press,
            **_STYLED,
            **_PLACED,
        },
        closed=True,
    ),
    _has_words,
)
_button = fields(
    {**TYPED, "action": action(40, closed=True)},
    {
        "flex": whole(),
        "color": _colour,
        "style": choice("primary", "secondary", "link"),
        "gravity": _gravity,
        "height": choice("sm", "md"),
        "adjustMode": choice("shrink-to-fit"),
        "scaling": flag,
        **_PLACED,
    },
    closed=True,
)
_image = fields(
    {**TYPED, "url": https},
    {
        "flex": whole(),
        "align": _align,
        "gravity": _gravity,
        "size": _image_size,
        "aspectRatio": _ratio,
        "aspectMode": choice("fit", "cover"),
        "backgroundColor": _colour,
        "action": _press,
        "animated": flag,
        **_PLACED,
    },
    closed=True,
)
_icon = fields(
    {**TYPED, "url": https}, {"size": _text_size, "aspectRatio": _ratio, "scaling": flag, **_PLACED}, closed=True
)
_separator = fields(TYPED, {"margin": _step, "color": _colour}, closed=True)
_filler = fields(TYPED, {"flex": whole()}, closed=True)
_video = fields(
    {**TYPED, "url": https, "previewUrl": https, "altContent": later(lambda: by_type({"box": _box, "image": _image}))},
    {"aspectRatio": _ratio, "action": _press},
    closed=True,
)
_gradient = fields(
    {**TYPED, "angle": string(1, form=f"{_NUMBER}deg"), "startColor": _colour, "endColor": _colour},
    {"centerColor": _colour, "centerPosition": string(1, form=f"{_NUMBER}%")},
    closed=True,
)

_upright = every(
    by_type(
        {
            "box": later(lambda: _box),
            "button": _button,
            "image": _image,
            "text": _text,
            "separator": _separator,
            "filler": _filler,
        }
    )
)
_on_one_line = every(by_type({"icon": _icon, "text": _text, "filler": _filler}))


def _contents(value: Any) -> Sequence[Flaw]:
    """What a box may hold depends on its layout: a baseline box holds icons and words only."""
    if not isinstance(value, dict):
        return NONE
    held = _on_one_line if value.get("layout") == "baseline" else _upright
    return under(("contents",), held(value.get("contents")))


_box: Rule = all_of(
    fields(
        {**TYPED, "layout": choice("horizontal", "vertical", "baseline"), "contents": array(anything, 0, _MANY)},
        {
            "flex": whole(),
            "spacing": _step,
            "backgroundColor": _colour,
            "borderColor": _colour,
            "borderWidth": string(1, form=f"none|light|normal|medium|semi-bold|bold|{_NUMBER}px"),
            "cornerRadius": _step,
            **dict.fromkeys(("width", "maxWidth", "height", "maxHeight"), _extent),
            **dict.fromkeys(("paddingAll", "paddingTop", "paddingBottom", "paddingStart", "paddingEnd"), _pad),
            "justifyContent": choice(
                "center", "flex-start", "flex-end", "space-between", "space-around", "space-evenly"
            ),
            "alignItems": choice("center", "flex-start", "flex-end"),
            "background": by_type({"linearGradient": _gradient}),
            "action": _press,
            **_PLACED,
        },
        closed=True,
    ),
    _contents,
)

_style = fields({}, {"backgroundColor": _colour, "separator": flag, "separatorColor": _colour}, closed=True)
_only_box = by_type({"box": _box})
_BLOCKS: dict[str, Rule] = {
    "header": _only_box,
    "hero": by_type({"box": _box, "image": _image, "video": _video}),
    "body": _only_box,
    "footer": _only_box,
}


def _has_blocks(value: Any) -> Sequence[Flaw]:
    if isinstance(value, dict) and not _BLOCKS.keys() & value.keys():
        return (Flaw(HERE, "other", wants="At least one block must be specified"),)
    return NONE


def _within(most: int, rule: Rule) -> Rule:
    """The rule, and a size in bytes. Many are sent the same: what reads like something before is not looked through."""
    known: dict[bytes, Sequence[Flaw]] = {}
    too_large = Flaw(HERE, "other", wants=f"The size must be less than or equal to {most} bytes")

    def once(value: Any) -> Sequence[Flaw]:
        written = compact(value)
        if written not in known:
            if len(known) == _REMEMBERED:
                known.clear()
            known[written] = (*rule(value), too_large) if len(written) > most else rule(value)
        return known[written]

    return once


def _one_width(value: Any) -> Sequence[Flaw]:
    bubbles = value.get("contents") if isinstance(value, dict) else None
    if (
        isinstance(bubbles, list)
        and len({str(one.get("size", "mega")) for one in bubbles if isinstance(one, dict)}) > 1
    ):
        return (Flaw(("contents",), "other", wants="bubbles in a carousel must have the same size"),)
    return NONE


_shape = fields(
    TYPED,
    {
        "size": choice("nano", "micro", "deca", "hecto", "kilo", "mega", "giga"),
        "direction": choice("ltr", "rtl"),
        "styles": fields({}, dict.fromkeys(_BLOCKS, _style), closed=True),
        "action": _press,
        **_BLOCKS,
    },
    closed=True,
)
_bubble = _within(_LARGEST_BUBBLE, all_of(_shape, _has_blocks))
_bubbles = fields({**TYPED, "contents": array(by_type({"bubble": _bubble}), 1, _MOST_BUBBLES)}, {}, closed=True)
_carousel = all_of(_within(_LARGEST_CAROUSEL, _bubbles), _one_width)
container = by_type({"bubble": _bubble, "carousel": _carousel})
