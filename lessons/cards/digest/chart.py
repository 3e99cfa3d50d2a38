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

from lessons.cards.digest.learner import week_named
from lessons.cards.digest.office import HEAD, charted, size
from lessons.grouping import Group, Shown
from lessons.phrases import Phrases, phrases
from lessons.weekly import Week

_FILE: Final = str(files("matplotlib_fontja") / "fonts" / "ipaexg.ttf")
_DPI: Final = 100
_LONGEST: Final = 14  # characters of a section's name
_TINY: Final = 0.05  # of the longest bar: no figure fits into less
_INK: Final = "#1D2733"
_CLOSE: Final = {"borderaxespad": 0.4, "handlelength": 1.4, "handletextpad": 0.4, "columnspacing": 1.2}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar. The colours are Okabe and Ito's, for who sees few colours; the patterns tell the same."""

    key: str
    colour: str
    pattern: str
    ink: str


_DONE: Final = Part("digest.chart_done", "#0072B2", "", "#FFFFFF")
_ACTIVE: Final = Part("digest.chart_active", "#F0E442", "//", _INK)
_NOT: Final = Part("digest.chart_not", "#FFFFFF", "..", _INK)


def drawn(week: Week, shown: Shown, language: str) -> bytes:
    """A PNG, the same bytes for the same figures; a fortieth smaller it would take half as long again. Its letters are
    large: a phone shows it at two fifths of its size.
    """
    say = phrases(language)
    wide, high = size(shown)
    figure = Figure(figsize=(wide / _DPI, high / _DPI), dpi=_DPI, facecolor="#FFFFFF")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.02, 0, 0.96, 1 - HEAD / high))
    axes.set_axis_off()
    groups = charted(shown, say)
    _draw(axes, groups, say)
    _name(axes, groups, say)
    title = say("digest.chart_title", week=week_named(week, say))
    figure.text(0.02, 1 - 12 / high, title, font=_font(23), color=_INK, va="top")
    figure.legend(loc="upper left", bbox_to_anchor=(0, 1 - 50 / high), ncols=3, frameon=False, prop=_font(20), **_CLOSE)
    written = BytesIO()
    figure.savefig(written, format="png", metadata={"Software": None})
    return written.getvalue()


def _draw(axes: Axes, groups: Sequence[Group], say: Phrases) -> None:
    most = max(each.learners for each in groups)
    axes.set_xlim(0, most)
    axes.set_ylim(len(groups) - 0.42, -0.58)
    begun = [0.0] * len(groups)
    for part, values in (
        (_DONE, [each.completed for each in groups]),
        (_ACTIVE, [max(each.active - each.completed, 0) for each in groups]),
        (_NOT, [each.learners - max(each.active, each.completed) for each in groups]),
    ):
        bars = axes.barh(
            [number + 0.14 for number in range(len(groups))],
            values,
            left=begun,
            height=0.5,
            color=part.colour,
            hatch=part.pattern,
            edgecolor=_INK,
            linewidth=0.8,
            label=say(part.key),
            clip_on=False,
        )
        figures = [str(value) if value > _TINY * most else "" for value in values]
        for each in axes.bar_label(bars, figures, label_type="center", font=_font(22)):
            each.set_color(part.ink)
            if part.pattern:
                each.set_bbox({"facecolor": part.colour, "edgecolor": "none", "pad": 1.5})
        begun = [done + value for done, value in zip(begun, values, strict=True)]


def _name(axes: Axes, groups: Sequence[Group], say: Phrases) -> None:
    """Each section's name above its bar, which so has the whole width; its figures at the other end."""
    most = max(each.learners for each in groups)
    for number, each in enumerate(groups):
        done = say("digest.chart_of", completed=each.completed, learners=each.learners)
        for where, side, text in ((0, "left", _named(each)), (most, "right", done)):
            axes.text(where, number - 0.16, text, font=_font(22), color=_INK, ha=side, va="bottom")


def _named(group: Group) -> str:
    """The end of its path, which says most."""
    name = group.name.rpartition("/")[2]
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _font(size: int) -> FontProperties:
    return FontProperties(fname=_FILE, size=size)
