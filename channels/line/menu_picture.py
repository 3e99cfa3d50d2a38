"""Draws the menu: large Japanese words with small English ones below, and a sign above that only repeats them."""

from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from typing import Final

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from channels.line.menu_shape import HEIGHT, WIDTH, Field, cell, tab
from channels.line.menu_signs import SIGNS
from channels.line.palette import ACCENT, EDGE, INK, PAPER, QUIET, TINT
from config.line_menu import Area, Menu, Tab

_DPI: Final = 100
_POINT: Final = 72 / _DPI  # points in a pixel
_FONT: Final = FontProperties(fname=str(files("matplotlib_fontja") / "fonts" / "ipaexg.ttf"))


@dataclass(frozen=True, slots=True)
class Paint:
    """How one field is drawn: its ground, its word, its small word, its sign."""

    ground: str
    word: str
    small: str
    sign: str


MAIN: Final = Paint(ACCENT, PAPER, PAPER, PAPER)  # today's three minutes
PLAIN: Final = Paint(PAPER, INK, QUIET, ACCENT)
HERE: Final = Paint(PAPER, ACCENT, QUIET, ACCENT)  # the tab that is open: underlined as well
AWAY: Final = Paint(TINT, INK, QUIET, QUIET)


def drawn(menu: Menu, shown: Tab) -> bytes:
    """A PNG of one tab, the same bytes for the same definition."""
    figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    for number, each in enumerate(menu.tabs):
        _tab(figure, each, tab(number, len(menu.tabs)), open_=each is shown)
    for number, area in enumerate(shown.areas):
        first = number == 0 and shown is menu.tabs[0]
        _area(figure, area, cell(area), MAIN if first else PLAIN)
    written = BytesIO()
    figure.savefig(written, format="png", metadata={"Software": None}, pil_kwargs={"optimize": True})
    return written.getvalue()


def _tab(figure: Figure, each: Tab, field: Field, *, open_: bool) -> None:
    paint = HERE if open_ else AWAY
    _ground(figure, field, paint.ground)
    middle = field.x + field.width // 2
    _write(figure, each.word, (middle, field.y + 92), size=96, color=paint.word)
    _write(figure, each.english, (middle, field.y + 180), size=66, color=paint.small)
    if open_:
        below, left, right = field.y + field.height - 9, field.x + 40, field.x + field.width - 40
        _stroke(figure, [(left, below), (right, below)], 18, ACCENT)


def _area(figure: Figure, area: Area, field: Field, paint: Paint) -> None:
    _ground(figure, field, paint.ground)
    middle, size = field.x + field.width // 2, 230
    for stroke in SIGNS[area.sign]:
        points = [(middle + (x - 0.5) * size, field.y + 90 + y * size) for x, y in stroke]
        _stroke(figure, points, 18, paint.sign)
    _write(figure, area.word, (middle, field.y + 450), size=156, color=paint.word)
    _write(figure, area.english, (middle, field.y + 598), size=84, color=paint.small)


def _ground(figure: Figure, field: Field, color: str) -> None:
    figure.add_artist(
        Rectangle(
            (field.x / WIDTH, 1 - (field.y + field.height) / HEIGHT),
            field.width / WIDTH,
            field.height / HEIGHT,
            transform=figure.transFigure,
            facecolor=color,
            edgecolor=EDGE,
            linewidth=4 * _POINT,
        )
    )


def _stroke(figure: Figure, points: list[tuple[float, float]], width: int, color: str) -> None:
    xs, ys = [x / WIDTH for x, _ in points], [1 - y / HEIGHT for _, y in points]
    figure.add_artist(
        Line2D(
            xs,
            ys,
            transform=figure.transFigure,
            color=color,
            linewidth=width * _POINT,
            solid_capstyle="round",
            solid_joinstyle="round",
        )
    )


def _write(figure: Figure, words: str, middle: tuple[int, int], *, size: int, color: str) -> None:
    """`size` in pixels, as everything here."""
    x, y = middle
    figure.text(
        x / WIDTH,
        1 - y / HEIGHT,
        words,
        fontproperties=_FONT,
        fontsize=size * _POINT,
        color=color,
        ha="center",
        va="center",
    )
