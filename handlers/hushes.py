"""Ways to ask for silence (災害モード), for its end, and for the yes it may need."""

import re
from dataclasses import dataclass
from typing import Final

from messages.actions import (
    AskSilence,
    BeginSilence,
    ConfirmSilence,
    DropSilence,
    EndSilence,
    PlanResume,
    Silencing,
)


@dataclass(frozen=True, slots=True)
class Hushing:
    """Wants silence over what is called so: "section" or "person"; `wish` is "" for asking what it would mean,
    "yes" for beginning, "tell" for beginning with a notice.
    """

    whom: str
    name: str
    wish: str = ""


_HUSH: Final = re.compile(r"(?:災害モード|さいがいもーど|disaster(?: mode)?)(?:[\s::、]+(?P<wish>.+))?")
_HUSHED: Final = re.compile(
    r"(?:(?P<section>所属|課|section)|(?P<person>個人|人|person))[\s::、]+(?P<name>.{1,100}?)"
    r"(?:\s+(?:(?P<yes>はい|yes)|(?P<tell>お知らせ|tell)))?"
)
_WISHES: Final[tuple[tuple[Silencing, tuple[str, ...]], ...]] = (
    (AskSilence(), ("",)),
    (AskSilence("everybody"), ("全体", "全員", "all", "everybody", "on")),
    (AskSilence("section"), ("所属", "section")),
    (AskSilence("person"), ("個人", "person")),
    (BeginSilence("everybody", 0, 0), ("全体 はい", "全員 はい", "all yes", "everybody yes")),
    (BeginSilence("everybody", 0, 1), ("全体 お知らせ", "全員 お知らせ", "all tell", "everybody tell")),
    (ConfirmSilence(0), ("確認", "はい", "confirm", "yes")),
    (DropSilence(0), ("取り消し", "取消", "とりけし", "いいえ", "drop", "cancel", "no")),
    (PlanResume(0), ("再開", "解除", "終了", "おわり", "resume", "end", "off")),
    (EndSilence(0, "shift", -1), ("再開 ずらす", "ずらす", "resume shift", "shift")),
    (EndSilence(0, "compress", -1), ("再開 つめる", "つめる", "詰める", "resume compress", "compress")),
)
_HUSHES: Final = {word: action for action, words in _WISHES for word in words}


def hushed(word: str) -> Hushing | Silencing | None:
    """What a folded text asks, if it asks for any of that. What is no wish of these shows how it stands, and what may
    be wished for.
    """
    hush = _HUSH.fullmatch(word)
    if hush is None:
        return None
    wish = hush["wish"] or ""
    if named := _HUSHED.fullmatch(wish):
        whom, step = "section" if named["section"] else "person", "yes" if named["yes"] else ""
        return Hushing(whom, named["name"], "tell" if named["tell"] else step)
    return _HUSHES.get(wish, AskSilence())
