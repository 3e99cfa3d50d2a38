"""The picture in the office's digest: a bar for each section, told apart by pattern and by figures, not by colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from typing import Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import MaxNLocator

from lessons.cards.digest.learner import week_named
from lessons.cards.digest.office import OfficeWeek
from lessons.grouping import Group
from lessons.phrases import Phrases, phrases

_FILE: Final = str(files("matplotlib_fontja") / "fonts" / "ipaexg.ttf")
_FONT: Final = FontProperties(fname=_FILE)
_SIZE: Final = (8, 5.2)  # inches: 1,000 by 650 pixels, within LINE's 1,024
_DPI: Final = 125
_MOST: Final = 10  # sections; more would be too small to read on a phone
_LONGEST: Final = 16  # characters of a section's name


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar. The colours are Okabe and Ito's, for who sees few colours; the patterns tell the same."""

    key: str
    colour: str
    pattern: str
    ink: str


_DONE: Final = Part("digest.chart_done", "#0072B2", "", "#FFFFFF")
_ACTIVE: Final = Part("digest.chart_active", "#F0E442", "//", "#1D2733")
_NOT: Final = Part("digest.chart_not", "#FFFFFF", "..", "#1D2733")


def drawn(seen: OfficeWeek, language: str) -> bytes:
    """A PNG, the same bytes for the same week."""
    say = phrases(language)
    figure = Figure(figsize=_SIZE, dpi=_DPI, facecolor="#FFFFFF", layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    groups = _bars(seen, say)
    _draw(axes, groups, say)
    _frame(axes, groups, say("digest.chart_title", week=week_named(seen.week, say)), say)
    written = BytesIO()
    figure.savefig(written, format="png", metadata={"Software": None}, pil_kwargs={"optimize": True})
    return written.getvalue()


def _bars(seen: OfficeWeek, say: Phrases) -> Sequence[Group]:
    shown = seen.shown
    rest = [Group(say("digest.rest", count=shown.joined)) + shown.rest] if shown.rest else []
    return [*shown.groups[: _MOST - len(rest)], *rest]


def _draw(axes: Axes, groups: Sequence[Group], say: Phrases) -> None:
    begun = [0.0] * len(groups)
    for part, values in (
        (_DONE, [each.completed for each in groups]),
        (_ACTIVE, [max(each.active - each.completed, 0) for each in groups]),
        (_NOT, [each.learners - max(each.active, each.completed) for each in groups]),
    ):
        bars = axes.barh(
            range(len(groups)),
            values,
            left=begun,
            height=0.62,
            color=part.colour,
            hatch=part.pattern,
            edgecolor="#1D2733",
            linewidth=0.8,
            label=say(part.key),
        )
        told = axes.bar_label(bars, [str(value or "") for value in values], label_type="center", font=_FONT, size=15)
        for each in told:
            each.set_color(part.ink)
            if part.pattern:
                each.set_bbox({"facecolor": part.colour, "edgecolor": "none", "pad": 1.5})
        begun = [done + value for done, value in zip(begun, values, strict=True)]


def _frame(axes: Axes, groups: Sequence[Group], title: str, say: Phrases) -> None:
    axes.set_title(title, font=_FONT, size=18, loc="left", pad=44)
    axes.set_yticks(range(len(groups)), [_named(each) for each in groups], font=_FONT, size=14)
    axes.invert_yaxis()
    axes.set_xlabel(say("digest.chart_people"), font=_FONT, size=13)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.tick_params(axis="x", labelsize=12)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    around = FontProperties(fname=_FILE, size=13)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=3, frameon=False, prop=around, borderaxespad=0.2)


def _named(group: Group) -> str:
    """The end of its path, which says most."""
    name = group.name.rpartition("/")[2]
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
