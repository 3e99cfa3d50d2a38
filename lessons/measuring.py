"""What answers before and after tell: gains with their uncertainty, and how good the questions are.

Shares and scores lie between 0 and 1. Groups of fewer than five people are never told apart: the answer is None.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean, pvariance, stdev
from typing import Final

LEAST: Final = 5  # people in a group that may be spoken of
_T: Final = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)
"""Student's t for 1 to 30 degrees of freedom, two-sided 95 %."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What changed in the average of `people` who answered both times. `low` and `high` are the ends of its 95 %
    confidence interval; `normalised` is the share of what could be gained (below 0.3 low, above 0.7 high: Hake 1998),
    None where nothing could be.
    """

    people: int
    before: float
    after: float
    low: float
    high: float
    normalised: float | None

    @property
    def mean(self) -> float:
        """The gain of averages, which is unbiased; the average of normalised gains would not be."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """How one question did. `facility`: the share of right answers (good between 0.3 and 0.7); `discrimination`: how it
    goes with the rest of the form (good from 0.25 on), None where either is the same for everybody.
    """

    people: int
    facility: float
    discrimination: float | None


def gain(pairs: Sequence[tuple[float, float]], *, most: float = 1.0, least: float = 0.0) -> Gain | None:
    """From each person's result before and after, on a scale from `least` to `most`; None for a small group."""
    people = len(pairs)
    if people < LEAST:
        return None
    before, after = (fmean(values) for values in zip(*pairs, strict=True))
    half = student(people - 1) * stdev(late - early for early, late in pairs) / sqrt(people)
    mean, room = after - before, most - before
    normalised = mean / room if room > 0 and most > least else None
    return Gain(people, before, after, mean - half, mean + half, normalised)


def graded_twice(
    before: Mapping[str, bool | None], after: Mapping[str, bool | None], twins: Iterable[tuple[str, str]]
) -> tuple[tuple[bool, bool], ...]:
    """What somebody knew before and after, topic by topic. `before` and `after` tell by item whether it was right, None
    where it was not graded. A topic that was graded only once says nothing about a change, and is left out.
    """
    twin = {own: other for pair in twins for own, other in (pair, pair[::-1])}
    both = ((right, after.get(twin.get(item, ""))) for item, right in before.items())
    return tuple((early, late) for early, late in both if early is not None and late is not None)


def student(freedom: int) -> float:
    """The 97.5 % quantile of Student's t: from the table, beyond it by Cornish and Fisher (exact to 0.001)."""
    if freedom <= len(_T):
        return _T[freedom - 1]
    z = NormalDist().inv_cdf(0.975)
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)


def items(forms: Sequence[Mapping[str, bool]]) -> Mapping[str, ItemFigures]:
    """The figures of each item over people's whole forms; items that fewer than five answered are left out."""
    names = dict.fromkeys(name for form in forms for name in form)
    asked = {name: [form for form in forms if name in form] for name in names}
    return {name: _figures(name, having) for name, having in asked.items() if len(having) >= LEAST}


def alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha: how far the items measure one thing. Each row has one person's values, in the same order. With
    values 0 and 1 it is KR-20. None for a small group, a single item, or where everybody has the same total.
    """
    if len(rows) < LEAST or len(rows[0]) < 2:
        return None
    total: float = pvariance([sum(row) for row in rows])
    if total == 0:
        return None
    count = len(rows[0])
    single: float = sum(pvariance(column) for column in zip(*rows, strict=True))
    return count / (count - 1) * (1 - single / total)


def kr20(forms: Sequence[Mapping[str, bool]]) -> float | None:
    """The same for forms of right and wrong; only people with all the items count."""
    names = sorted({name for form in forms for name in form})
    whole = [form for form in forms if len(form) == len(names)]
    return alpha([[float(form[name]) for name in names] for form in whole])


def _figures(name: str, forms: Sequence[Mapping[str, bool]]) -> ItemFigures:
    own = [float(form[name]) for form in forms]
    rest = [float(sum(form.values()) - form[name]) for form in forms]
    return ItemFigures(len(forms), fmean(own), _correlation(own, rest))


def _correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    spread: float = sqrt(pvariance(first) * pvariance(second))
    if spread == 0:
        return None
    return (fmean(a * b for a, b in zip(first, second, strict=True)) - fmean(first) * fmean(second)) / spread
