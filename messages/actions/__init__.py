"""What a button means, and how that fits into the bytes a platform carries for us."""

from collections.abc import Callable
from dataclasses import fields
from typing import Final, TypeAlias

from messages.actions.learning import (
    Ask,
    Choose,
    Finish,
    Report,
    Resume,
    ShowHelp,
    ShowProgress,
    ShowTools,
    Sit,
    Skip,
    Today,
    Toggle,
    Write,
)
from messages.actions.office import (
    Vote,
)
from messages.actions.personal import (
    Agree,
    ComeBack,
    Decline,
    Erase,
    Leave,
    Prefer,
    Rest,
    SetLanguage,
    SetReminders,
    SetSection,
    SetTime,
    ShowPlaces,
    ShowRecord,
    ShowSettings,
    Stay,
    TakeNickname,
    Unlink,
)

__all__ = [
    "LIMIT",
    "Action",
    "Agree",
    "Ask",
    "Choose",
    "ComeBack",
    "Decline",
    "Erase",
    "Finish",
    "Leave",
    "Prefer",
    "Report",
    "Rest",
    "Resume",
    "SetLanguage",
    "SetReminders",
    "SetSection",
    "SetTime",
    "ShowHelp",
    "ShowPlaces",
    "ShowProgress",
    "ShowRecord",
    "ShowSettings",
    "ShowTools",
    "Sit",
    "Skip",
    "Stay",
    "TakeNickname",
    "Today",
    "Toggle",
    "TooLong",
    "Unlink",
    "Unreadable",
    "Vote",
    "Write",
    "pack",
    "unpack",
]

LIMIT: Final = 300  # UTF-8 bytes; the tighter of LINE's postback data (300) and Slack's value (2,000)

Action: TypeAlias = (
    Choose
    | Toggle
    | Finish
    | Write
    | Skip
    | Today
    | Resume
    | ShowProgress
    | ShowSettings
    | ShowHelp
    | Sit
    | SetTime
    | SetLanguage
    | SetSection
    | SetReminders
    | Ask
    | Report
    | ShowTools
    | Rest
    | ComeBack
    | ShowPlaces
    | Prefer
    | Unlink
    | ShowRecord
    | Agree
    | Decline
    | TakeNickname
    | Leave
    | Erase
    | Stay
    | Vote
)

_KINDS: Final[dict[str, type[Action]]] = {
    "c": Choose,
    "t": Toggle,
    "f": Finish,
    "w": Write,
    "skip": Skip,
    "today": Today,
    "resume": Resume,
    "progress": ShowProgress,
    "settings": ShowSettings,
    "help": ShowHelp,
    "sit": Sit,
    "time": SetTime,
    "lang": SetLanguage,
    "section": SetSection,
    "remind": SetReminders,
    "ask": Ask,
    "wrong": Report,
    "tools": ShowTools,
    "rest": Rest,
    "back": ComeBack,
    "places": ShowPlaces,
    "prefer": Prefer,
    "unlink": Unlink,
    "record": ShowRecord,
    "agree": Agree,
    "decline": Decline,
    "name": TakeNickname,
    "leave": Leave,
    "erase": Erase,
    "stay": Stay,
    "v": Vote,
}
_TAGS: Final = {kind: tag for tag, kind in _KINDS.items()}


class Unreadable(ValueError):
    """This button is of another version of the bot, or not ours."""


class TooLong(ValueError):
    """This action does not fit into the bytes a button may carry."""


def pack(action: Action) -> str:
    """The action as at most 300 bytes of text; raises TooLong."""
    words = [str(getattr(action, field.name)) for field in fields(action)]
    packed = "|".join([_TAGS[type(action)], *words])
    if len(packed.encode()) > LIMIT:
        raise TooLong(packed[:40])
    return packed


def unpack(packed: str) -> Action:
    """What `pack` packed; raises Unreadable for anything else."""
    tag, _, rest = packed.partition("|")
    kind = _KINDS.get(tag)
    if kind is None:
        raise Unreadable(packed[:40])
    expected = [field.type for field in fields(kind)]
    words = rest.split("|", len(expected) - 1) if expected else []
    make: Callable[..., Action] = kind
    try:
        return make(*(_read(each, word) for each, word in zip(expected, words, strict=True)))
    except ValueError as error:
        raise Unreadable(packed[:40]) from error


def _read(kind: object, word: str) -> int | str:
    return int(word) if kind is int else word
