"""The columns of a table of questions, and the words in them."""

from typing import Final

from lessons.model import Kind

MOST: Final = 5  # options
OPTIONS: Final = tuple(f"選択肢{place}" for place in range(1, MOST + 1))
WHYS: Final = tuple(f"解説{place}" for place in range(1, MOST + 1))
COLUMNS: Final = (
    *("種類", "問題文", *OPTIONS, "正解", *WHYS, "解説"),
    *("場面", "事実ID", "許容誤差", "単位", "ID", "レッスン"),
)
NEEDED: Final = ("種類", "問題文")
EXAMPLE: Final = "例"  # in the column ID: such a row is passed over
YES: Final = "はい"
BETWEEN: Final = "|"  # between several accepted answers; the mark itself has a backslash before it
KINDS: Final = {
    Kind.SINGLE: "一つ選ぶ",
    Kind.TRUEFALSE: "○×",
    Kind.MULTIPLE: "いくつか選ぶ",
    Kind.ORDERING: "並べかえ",
    Kind.NUMBER: "数字",
    Kind.SHORT: "ことば",
    Kind.POLL: "アンケート",
    Kind.SCALE: "5段階",
    Kind.REFLECTION: "ふりかえり",
}
