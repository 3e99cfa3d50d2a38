"""How people learn, each in their own way."""

from collections.abc import Iterator
from enum import StrEnum
from random import Random
from typing import Final


class Manner(StrEnum):
    """What somebody is like."""

    DILIGENT = "diligent"  # begins within minutes; now and then takes one more
    FORGETFUL = "forgetful"  # leaves lessons lying for days
    LATE = "late"  # in the evening, at the weekend
    ABSENT = "absent"  # LINE: blocks the bot for days and comes back; Slack: reads nothing for days
    ON_LEAVE = "on_leave"  # says until when, and is to hear nothing before then
    DOUBLE = "double"  # presses twice
    OLD_BUTTONS = "old_buttons"  # presses what stands further up
    NONSENSE = "nonsense"  # types what means nothing
    NEWCOMER = "newcomer"  # joins after the cohort's first day
    SWITCHING = "switching"  # links LINE and Slack, and learns half here and half there
    TYPING = "typing"  # answers in words


NONSENSE: Final = (
    "ええと、ちょっと待って",
    "いま窓口です。あとで!",
    "🍵",
    "???",
    "ありがとうございました",
    "この前の件ですが、どうなりましたでしょうか。" * 9,
    "asdfghjkl",
    "進捗",
    "ヘルプ",
)
NICKNAMES: Final = ("つばめ", "かもめ", "すずめ", "ひばり", "さくら", "もみじ", "かえで", "みなと", "そよかぜ")


def manners(people: int, random: Random) -> Iterator[Manner]:
    """One for each, every manner as often as any other."""
    pack: list[Manner] = []
    for _ in range(people):
        if not pack:
            pack = [*Manner]
            random.shuffle(pack)
        yield pack.pop()
