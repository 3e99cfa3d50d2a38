"""What a typed word of the office means."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from handlers.absences import Away, Back, absent
from handlers.grants import Granting, granted
from handlers.hushes import Hushing, hushed
from handlers.inquiring import Inquiring, inquiring
from messages.actions.announcing import (
    Abort,
    Announce,
    Announcing,
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
from messages.actions.away import AskAway
from messages.actions.roles import ShowAudit
from messages.actions.roster import ChooseColumns, LeaveRoster, Rostering, ShowRoster, TakeRoster, UndoRoster
from messages.actions.silence import Silencing


@dataclass(frozen=True, slots=True)
class Appointing:
    """Brings a code for a role, in upper case; empty: wants to know which roles there are."""

    code: str


@dataclass(frozen=True, slots=True)
class Returning:
    """Gives the announcement with this number back to its author, and says why, as it was written. `seen` is the
    version that was read, 0 where that was not said.
    """

    announcement: int
    seen: int
    comment: str


@dataclass(frozen=True, slots=True)
class Metering:
    """Wants to know how LINE's month stands."""


@dataclass(frozen=True, slots=True)
class Surveying:
    """Wants to know how far the section called so is; empty: their own, or all."""

    section: str


@dataclass(frozen=True, slots=True)
class Matching:
    """Says which column of the roster they have dropped is what, as it was written."""

    said: str


Order: TypeAlias = (
    Appointing | Granting | Matching | Returning | Metering | Surveying | Hushing | Away | Back | Inquiring
)

_ROLE: Final = re.compile(r"(?:役割|やくわり|roles?)(?:コード)?[\s::]*(?P<code>[a-z0-9-]*)")
_AUDIT: Final = re.compile(r"監査(?:の?記録|ログ)?|操作の?記録|audit(?: log)?")
_QUOTA: Final = re.compile(r"(?:line ?の?)?(?:配信(?:量|数)|はいしんりょう|通数)|(?:line )?quota")
_SURVEY: Final = re.compile(r"(?:(?:所属の)?進み具合|completion)(?:[\s::、]+(?P<section>\S{1,100}))?")
_ROSTER: Final[dict[str, Rostering]] = {
    **dict.fromkeys(("名簿", "めいぼ", "名簿の取り込み", "roster"), ShowRoster()),
    **dict.fromkeys(("名簿を反映", "名簿の反映", "名簿を反映する", "take roster", "apply roster"), TakeRoster()),
    **dict.fromkeys(("名簿をやめる", "名簿はやめる", "leave roster", "discard roster"), LeaveRoster()),
    **dict.fromkeys(("名簿 列", "名簿の列", "列を選ぶ", "roster columns", "choose columns"), ChooseColumns()),
    **dict.fromkeys(("名簿の取り消し", "名簿を取り消す", "名簿の取消", "undo roster"), UndoRoster()),
}
_COLUMNS: Final = re.compile(
    r"\s*(?:名簿\s*の?\s*列|roster columns?)[\s:：、]++(?P<said>[^\s=＝][^=＝]*[=＝].*)", re.DOTALL | re.IGNORECASE
)
_WRITES: Final = frozenset({"お知らせ", "おしらせ", "お知らせを書く", "announce", "announcement", "write announcement"})
_ALL: Final = frozenset({"お知らせ一覧", "お知らせの一覧", "おしらせ一覧", "announcements"})
_NOTICE: Final = re.compile(
    r"(?:お知らせ|おしらせ|announce(?:ment)?)\s*#?(?P<number>\d{1,18})(?:\s*[-‐−ーの]\s*(?P<seen>\d{1,9}))?"
    r"(?:\s*を?\s*(?P<deed>\D.*))?"
)
_GIVE_BACK: Final = re.compile(
    r"\s*(?:お知らせ|おしらせ|announcement)\s*#?(?P<number>\d{1,18})(?:\s*[-‐−ー－の]\s*(?P<seen>\d{1,9}))?"
    r"\s*を?\s*(?:差し?戻[しす]|give back)[\s::]+(?P<comment>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_DEEDS: Final[tuple[tuple[Callable[[int], Announcing], tuple[str, ...]], ...]] = (
    (Undo, ("取り消し", "取り消す", "取消", "undo")),
    (Abort, ("中止", "中止する", "abort", "stop")),
    (Retry, ("もう一度", "もう一度送る", "再送", "retry", "send again")),
    (lambda number: ShowLedger(number, 1), ("届かなかった人", "届かない人", "not reached")),
    (Correct, ("訂正", "訂正を送る", "訂正する", "correct")),
    (Rewrite, ("直す", "書き直す", "rewrite", "mend")),
    (Discard, ("やめる", "捨てる", "discard")),
)
_READ_FIRST: Final[tuple[tuple[Callable[[int, int], Announcing], tuple[str, ...]], ...]] = (
    (Send, ("送信", "送信する", "送る", "申請", "送信を申請", "send")),
    (Approve, ("承認", "承認する", "approve")),
    (GiveBack, ("差戻し", "差し戻し", "差戻す", "give back")),
)
"""These are about what somebody has read, so they name the version: お知らせ 12-2 送信."""
_DONE: Final = {word: deed for deed, words in _DEEDS for word in words}
_SAID: Final = {word: deed for deed, words in _READ_FIRST for word in words}


def ordered(word: str, text: str) -> Order | Announcing | Rostering | Silencing | AskAway | ShowAudit | None:
    """What a text asks of the office, if it does; `word` is the same, folded."""
    if back := _GIVE_BACK.fullmatch(text.removeprefix("/kotsu ")):
        return Returning(int(back["number"]), int(back["seen"] or 0), back["comment"])
    if action := _noticed(word) or _ROSTER.get(word):
        return action
    if columns := _COLUMNS.fullmatch(text.removeprefix("/kotsu ")):
        return Matching(columns["said"])
    if found := hushed(word) or absent(word):
        return found
    if role := _ROLE.fullmatch(word):
        return Appointing(role["code"].replace("-", "").upper())
    if grant := granted(word):
        return grant
    if _AUDIT.fullmatch(word):
        return ShowAudit()
    if survey := _SURVEY.fullmatch(word):
        return Surveying(survey["section"] or "")
    return Metering() if _QUOTA.fullmatch(word) else inquiring(word, text)


def _noticed(word: str) -> Announcing | None:
    """What somebody wants with announcements; what is no deed of these opens the one that was named."""
    if word in _WRITES:
        return Announce()
    if word in _ALL:
        return ShowAnnouncements()
    notice = _NOTICE.fullmatch(word)
    if notice is None:
        return None
    number, deed = int(notice["number"]), notice["deed"] or ""
    if said := _SAID.get(deed):
        return said(number, int(notice["seen"] or 0))
    return _DONE.get(deed, ShowAnnouncement)(number)
