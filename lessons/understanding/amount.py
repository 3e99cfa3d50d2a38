"""A typed number: 1,234.5 or 約1.2万人, in any width, with or without its unit."""

import re
from decimal import Decimal
from typing import Final

from lessons.understanding.wording import plain, shown, unmannered

_DIGITS: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_PART: Final = re.compile(rf"(?P<digits>{_DIGITS})(?P<small>[百千]?)(?P<large>[万億兆]?)")
_SCALED: Final = rf"{_DIGITS}(?:[百千][万億兆]?|[万億兆])"
_WHOLE: Final = re.compile(rf"(?P<sign>[+\-−–▲△]?) ?(?P<parts>(?:{_SCALED})+(?:{_DIGITS})?|{_DIGITS})")
_NEARLY: Final = re.compile(
    r"^(?:約|およそ|おおよそ|だいたい|大体|たぶん|多分|ほぼ|about|around|roughly|approx\.?|[~〜≒≈]) *"
)
_OR_SO: Final = re.compile(r" *(?:くらい|ぐらい|ほど|程度|前後|かな|でしょうか|ですか|or so)$")
_TIMES: Final = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
_MOST_DIGITS: Final = 15
_LONGEST: Final = 60  # characters of a text that may be a number
_AROUND: Final = " 、。,!?「」『』()[]"  # no dot: .5 is a half
_SAME: Final = (("%", "パーセント", "percent"), ("人", "名"), ("円", "yen"), ("か月", "ヶ月", "カ月", "ヵ月", "箇月"))


def amount(text: str, unit: str) -> tuple[str] | None:
    """The one number that a text holds, as a plain decimal; None if it holds any other word, unit or number.

    An answer counts only once, so 12 in “back in 12 minutes” must not be taken for one.
    """
    if len(text) > _LONGEST:
        return None
    said = _without_unit(_bare(text), plain(unit))
    found = _WHOLE.fullmatch(re.sub(r"(?<![0-9])\.(?=[0-9])", "0.", said))
    value = _sum(found["parts"]) if found else None
    if found is None or value is None:
        return None
    return (written(-value if found["sign"] not in {"", "+"} else value),)


def written(value: Decimal) -> str:
    """As 1234.5: no exponent, no zeros that say nothing."""
    short = format(value, "f")
    short = short.rstrip("0").rstrip(".") if "." in short else short
    return "0" if short == "-0" else short


def _bare(text: str) -> str:
    """Without politeness, and without about or or so."""
    said = unmannered(shown(text).strip(_AROUND)).strip(_AROUND)
    return _OR_SO.sub("", _NEARLY.sub("", said)).strip(_AROUND).rstrip(".")


def _without_unit(said: str, unit: str) -> str:
    """A unit may also be called by another name, have 間 behind it, or be said by its 万 alone."""
    names = [unit, *next((same for same in _SAME if unit in same), ()), *(mark for mark in unit[:1] if mark in _TIMES)]
    for name in names:
        if name and said.removesuffix("間").endswith(name):
            return _OR_SO.sub("", said.removesuffix("間").removesuffix(name)).rstrip()
    return said


def _sum(parts: str) -> Decimal | None:
    """1億2千万 is one number: each part is less than one step of the part before."""
    found = [*_PART.finditer(parts)]
    steps = [_TIMES[each["small"]] * _TIMES[each["large"]] for each in found]
    values = [Decimal(each["digits"].replace(",", "")) * step for each, step in zip(found, steps, strict=True)]
    if sum(map(str.isdigit, parts)) > _MOST_DIGITS:
        return None
    if any(value >= step for step, value in zip(steps, values[1:], strict=False)) or 1 in steps[:-1]:
        return None
    return sum(values, Decimal())
