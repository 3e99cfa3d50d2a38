"""What the office says to everybody in a rehearsal, and when."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Final

from bot.rehearsal.plan import CALENDAR, Plan
from lessons.notice import Notice


class Way(StrEnum):
    """How it goes out."""

    PLAIN = "plain"
    ABORTED = "aborted"  # stopped half-way, and later sent to the rest
    APPROVED = "approved"  # written by one officer, allowed by another


@dataclass(frozen=True, slots=True)
class Saying:
    """One announcement, written and sent off at this moment."""

    way: Way
    at: datetime
    notice: Notice

    @property
    def title(self) -> str:
        """By which it is known in the chats."""
        return self.notice.title


_ALL: Final = (
    (
        Way.PLAIN,
        2,
        time(10, 31),
        Notice(
            "来週の研修について",
            "予行演習のお知らせです。",
            question="出られますか",
            options=("出られます", "欠席します"),
        ),
    ),
    (Way.ABORTED, 4, time(14, 31), Notice("会場の変更について", "会場が変わります。")),
    (Way.APPROVED, 6, time(15, 31), Notice("貸出端末の返却について", "端末は、総務の窓口へお返しください。")),
)


def title_of(text: str) -> str:
    """Of the announcement that reads like this; the text itself if the office never wrote it."""
    return next((notice.title for *_, notice in _ALL if notice.title in text), text)


def sayings(plan: Plan) -> tuple[Saying, ...]:
    """One to all with a question, one aborted and tried again, one that a second officer allows: in the first weeks."""
    days = plan.workdays
    return tuple(
        Saying(way, CALENDAR.moment(days[min(day, len(days) - 1)], at), notice) for way, day, at, notice in _ALL
    )
