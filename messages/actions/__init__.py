"""What a button means, and how that fits into the bytes a platform carries for us."""

from collections.abc import Callable
from dataclasses import fields
from typing import Final, TypeAlias

from messages.actions import learning, office, personal
from messages.actions.announcing import (
    Abort,
    Announce,
    Approve,
    Correct,
    Discard,
    GiveBack,
    Retry,
    Rewrite,
    Send,
    ShowAnnouncement,
    ShowAnnouncements,
    ShowLedger,
    Undo,
)
from messages.actions.away import AskAway, BringBack
from messages.actions.learning import (
    Ask,
    AskOn,
    Choose,
    Finish,
    Learning,
    ReadAnswers,
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
from messages.actions.office import Office, Vote
from messages.actions.personal import (
    Agree,
    ComeBack,
    Decline,
    Erase,
    Leave,
    Personal,
    Prefer,
    ReadWeek,
    Rest,
    SetDigests,
    SetLanguage,
    SetReminders,
    SetSection,
    SetTime,
    ShowDigest,
    ShowPlaces,
    ShowRecord,
    ShowSettings,
    Stay,
    TakeNickname,
    Unlink,
)
from messages.actions.questions import (
    AnswerQuestion,
    ClaimQuestion,
    HandQuestion,
    Questions,
    SendAnswer,
    ShowQuestions,
)
from messages.actions.roles import AskRole, ShowAudit
from messages.actions.roster import ChooseColumns, LeaveRoster, ShowRoster, TakeRoster, UndoRoster
from messages.actions.silence import (
    AskSilence,
    BeginSilence,
    ConfirmSilence,
    DropSilence,
    EndSilence,
    PlanResume,
    Silencing,
)

__all__ = [
    "LIMIT",
    "Abort",
    "Action",
    "Agree",
    "Announce",
    "AnswerQuestion",
    "Approve",
    "Ask",
    "AskAway",
    "AskOn",
    "AskRole",
    "AskSilence",
    "BeginSilence",
    "BringBack",
    "Choose",
    "ChooseColumns",
    "ClaimQuestion",
    "ComeBack",
    "ConfirmSilence",
    "Correct",
    "Decline",
    "Discard",
    "DropSilence",
    "EndSilence",
    "Erase",
    "Finish",
    "GiveBack",
    "HandQuestion",
    "Learning",
    "Leave",
    "LeaveRoster",
    "Office",
    "Personal",
    "PlanResume",
    "Prefer",
    "Questions",
    "ReadAnswers",
    "ReadWeek",
    "Report",
    "Rest",
    "Resume",
    "Retry",
    "Rewrite",
    "Send",
    "SendAnswer",
    "SetDigests",
    "SetLanguage",
    "SetReminders",
    "SetSection",
    "SetTime",
    "ShowAnnouncement",
    "ShowAnnouncements",
    "ShowAudit",
    "ShowDigest",
    "ShowHelp",
    "ShowLedger",
    "ShowPlaces",
    "ShowProgress",
    "ShowQuestions",
    "ShowRecord",
    "ShowRoster",
    "ShowSettings",
    "ShowTools",
    "Silencing",
    "Sit",
    "Skip",
    "Stay",
    "TakeNickname",
    "TakeRoster",
    "Today",
    "Toggle",
    "TooLong",
    "Undo",
    "UndoRoster",
    "Unlink",
    "Unreadable",
    "Vote",
    "Write",
    "pack",
    "unpack",
]

LIMIT: Final = 300  # UTF-8 bytes; the tighter of LINE's postback data (300) and Slack's value (2,000)

Action: TypeAlias = Learning | Personal | Office

_KINDS: Final[dict[str, type[Action]]] = {**learning.TAGS, **personal.TAGS, **office.TAGS}
_TAGS: Final = {kind: tag for tag, kind in _KINDS.items()}
_FIELDS: Final = {kind: fields(kind) for kind in _TAGS}


class Unreadable(ValueError):
    """This button is of another version of the bot, or not ours."""


class TooLong(ValueError):
    """This action does not fit into the bytes a button may carry."""


def pack(action: Action) -> str:
    """The action as at most 300 bytes of text; raises TooLong."""
    words = [str(getattr(action, field.name)) for field in _FIELDS[type(action)]]
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
    expected = [field.type for field in _FIELDS[kind]]
    words = rest.split("|", len(expected) - 1) if expected else []
    make: Callable[..., Action] = kind
    try:
        return make(*(_read(each, word) for each, word in zip(expected, words, strict=True)))
    except ValueError as error:
        raise Unreadable(packed[:40]) from error


def _read(kind: object, word: str) -> int | str:
    return int(word) if kind is int else word
