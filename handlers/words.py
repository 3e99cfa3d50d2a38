"""What a typed word means, in Japanese or English, however it is written."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, TypeAlias

from handlers.lookups import Explaining, Wondering, looked_up
from messages.actions import (
    Action,
    Ask,
    ComeBack,
    Erase,
    Leave,
    Report,
    Rest,
    Resume,
    SetReminders,
    ShowHelp,
    ShowPlaces,
    ShowProgress,
    ShowRecord,
    ShowSettings,
    ShowTools,
    Sit,
    Today,
)


@dataclass(frozen=True, slots=True)
class Joining:
    """Wants to join; `code` is empty when none was given, upper case otherwise."""

    code: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Wants to set something: `wish` is what came behind the word."""

    wish: str


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks the training office: `body` is what came behind the word, as it was written."""

    body: str


@dataclass(frozen=True, slots=True)
class Reporting:
    """Finds something in the lesson wrong or out of date: `body` says what, as it was written."""

    body: str


@dataclass(frozen=True, slots=True)
class Linking:
    """Brings a code from the other platform, in upper case."""

    code: str


@dataclass(frozen=True, slots=True)
class Placing:
    """Wants what comes unasked to come to this place."""

    place: str


@dataclass(frozen=True, slots=True)
class Parting:
    """Wants to be known no more at this place; empty: not said at which."""

    place: str


@dataclass(frozen=True, slots=True)
class Appointing:
    """Brings a code for a role, in upper case; empty: wants to know which roles there are."""

    code: str


@dataclass(frozen=True, slots=True)
class Thanking:
    """Says thank you, or what one says at the end of a day's work."""


_ACTIONS: Final[tuple[tuple[Action, tuple[str, ...]], ...]] = (
    (Today(), ("今日", "きょう", "今日の3分", "今日のレッスン", "本日", "today", "start", "begin")),
    (Resume(), ("続き", "つづき", "続きから", "続ける", "continue", "next", "go on")),
    (
        Rest(),
        (
            *(
                "休む",
                "やすむ",
                "休みたい",
                "休みます",
                "休み",
                "お休み",
                "おやすみ",
                "お休みする",
                "お休みしたい",
                "しばらく休みます",
            ),
            *("rest", "pause", "take a rest", "take a break"),
        ),
    ),
    (
        ComeBack(),
        (
            *(
                "再開",
                "さいかい",
                "再開する",
                "再開します",
                "戻りました",
                "もどりました",
                "戻った",
                "復帰",
                "復帰しました",
            ),
            *("come back", "back", "i'm back", "i am back", "resume"),
        ),
    ),
    (ShowProgress(), ("進捗", "しんちょく", "進み具合", "進捗を見る", "progress")),
    (ShowSettings(), ("設定", "せってい", "設定変更", "時間を変えたい", "時刻を変えたい", "settings", "setting")),
    (
        ShowPlaces(),
        (
            *("連携", "れんけい", "連携する", "つなぐ", "届け先", "とどけさき", "届け先変更", "届け先を変える"),
            *("届け先を変えたい", "link", "connect", "places"),
        ),
    ),
    (ShowHelp(), ("ヘルプ", "へるぷ", "使い方", "help", "?", "メニュー", "menu")),
    (Ask(), ("質問", "しつもん", "質問する", "質問したい", "質問があります", "質問を書く", "question", "ask")),
    (
        Sit(0),
        (
            *("アンケート", "あんけーと", "アンケートに答える", "アンケートに答えます", "テスト", "てすと"),
            *("survey", "questionnaire", "test"),
        ),
    ),
    (ShowTools(), ("ツール", "つーる", "ツール一覧", "道具", "うちのツール", "使えるツール", "tools", "tool")),
    (
        Report(),
        (
            *("古い", "ふるい", "誤り", "あやまり", "まちがい", "間違い", "この内容は古い/誤り", "この内容は古い"),
            *("この内容は誤り", "この内容はまちがい", "wrong", "outdated", "mistake", "out of date"),
        ),
    ),
    (ShowRecord(), ("記録", "きろく", "記録を見る", "保存しているもの", "record", "my data", "my record")),
    (Erase(0), ("消去", "しょうきょ", "消去する", "記録を消す", "記録を消したい", "erase", "erase my record")),
    (
        Leave(0),
        ("退会", "たいかい", "退会する", "退会します", "退会したい", "やめたい", "leave", "quit", "unsubscribe"),
    ),
)
_WORDS: Final = {word: action for action, words in _ACTIONS for word in words}
WRITE: Final = frozenset({"書く", "かく", "ことばで書く", "書きたい", "もう一度書く", "write", "write again"})
SKIP: Final = frozenset({"とばす", "飛ばす", "スキップ", "スキップする", "パス", "skip", "pass"})
_YES: Final = frozenset(
    {
        *(
            "はい",
            "うん",
            "ええ",
            "ok",
            "okです",
            "オーケー",
            "yes",
            "y",
            "同意",
            "同意する",
            "同意します",
            "同意して参加する",
        ),
        *(
            "参加する",
            "参加します",
            "お願いします",
            "はい、お願いします",
            "はい、退会します",
            "はい、消します",
            "解除する",
            "yes, unlink",
        ),
    }
)
_NO: Final = frozenset(
    {"いいえ", "いや", "no", "n", "参加しない", "参加しません", "やめておく", "やめておきます", "やめる"}
)
_JOIN: Final = re.compile(r"(?:参加|さんか|join)(?:コード)?[\s::]*(?P<code>[a-z0-9-]*)")
_THANKS: Final = re.compile(
    r"(?:どうも)?ありがとう(?:ございま(?:す|した))?|どうも|(?:お疲れ|おつかれ)(?:さま|様)(?:です|でした)?"
    r"|thanks|thank you(?: very much)?"
)
_LINK: Final = re.compile(
    r"(?:(?:連携|れんけい|つなぐ)(?:コード)?[\s::]*|(?:link|connect)(?: code)?[\s::]+)(?P<code>[a-z0-9-]+)"
)
_PLACE: Final = re.compile(
    r"(?:(?:届け先|とどけさき)(?:を|は)?[\s::]*|deliver (?:it )?to )(?P<place>\w+?)(?:にする|に変更)?"
)
_PART: Final = re.compile(
    r"(?:(?:連携|れんけい)(?:を)?\s*(?:解除|かいじょ)(?:する)?|unlink|disconnect)(?:[\s::]+(?P<place>\w+))?"
)
_QUOTES: Final = " 「」『』“”\"'"  # people copy them with the word they were told to send
_ASKING: Final = re.compile(
    r"\s*(?:質問|しつもん|question)(?:です)?[\s::。、,,]+(?P<body>\S.*)", re.DOTALL | re.IGNORECASE
)
_ROLE: Final = re.compile(r"(?:役割|やくわり|roles?)(?:コード)?[\s::]*(?P<code>[a-z0-9-]*)")
_REPORTING: Final = re.compile(
    r"\s*(?:誤り|あやまり|まちがい|間違い|古い|ふるい|wrong|outdated|mistake)(?:です)?[\s::。、,,]+(?P<body>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_SETTING: Final = re.compile(r"(?:設定|せってい|settings?)\s+(?P<wish>.+)")


_RESTING: Final = re.compile(
    r"(?:お?休(?:む|み|みます|みたい))(?:\s+|\s*[::]\s*|(?=\d))(?P<ja>.{1,20})"
    r"|(?P<today>今日|本日)は?\s*お?休(?:む|み|みます|みたい)"
    r"|(?P<till>.{1,20}まで)\s*(?:お?休(?:む|み|みます|みたい))"
    r"|(?:rest|pause)\s+(?P<en>(?:until|till|through|for)\s+.+|.*\d.*|today|tomorrow|this week|next week)"
)
_REMINDERS: Final = re.compile(
    r"(?:(?:設定|せってい|settings?)\s+)?(?:リマインダー|りまいんだー|reminders?)\s*(?:を)?\s*"
    r"(?:(?P<on>オン|おん|on|いる|ほしい)|(?P<off>オフ|おふ|off|いらない|止める|やめる))"
)


def folded(text: str) -> str:
    """The text as words are compared: one width, one case, single spaces, no closing 。 or !, no 「」 around."""
    words = unicodedata.normalize("NFKC", text[:200]).casefold().split()
    return " ".join(words).strip(_QUOTES).rstrip("。.!").removeprefix("/kotsu ").removesuffix("です")


Word: TypeAlias = (
    Action
    | Joining
    | Setting
    | Linking
    | Placing
    | Parting
    | Asking
    | Reporting
    | Appointing
    | Explaining
    | Wondering
    | Thanking
)


def heard(text: str) -> Word | None:
    """What the text asks for, or None if it is no word of ours."""
    word = folded(text)
    if action := _WORDS.get(word):
        return action
    if joining := _JOIN.fullmatch(word):
        return Joining(joining["code"].upper())
    if role := _ROLE.fullmatch(word):
        return Appointing(role["code"].replace("-", "").upper())
    if reminders := _REMINDERS.fullmatch(word):
        return SetReminders("on" if reminders["on"] else "off")
    if resting := _RESTING.fullmatch(word):
        return Rest(next(wish for wish in resting.groups() if wish))
    if about := _placed(word):
        return about
    if setting := _SETTING.fullmatch(word):
        return _placed(setting["wish"]) or Setting(setting["wish"])
    if reporting := _REPORTING.fullmatch(text.removeprefix("/kotsu ")):
        return Reporting(reporting["body"])
    if asking := _ASKING.fullmatch(text.removeprefix("/kotsu ")):
        return Asking(asking["body"])
    return looked_up(word) or (Thanking() if _THANKS.fullmatch(word) else None)


def _placed(word: str) -> Linking | Placing | Parting | None:
    if linking := _LINK.fullmatch(word):
        return Linking(linking["code"].replace("-", "").upper())
    if placing := _PLACE.fullmatch(word):
        return Placing(placing["place"])
    parting = _PART.fullmatch(word)
    return Parting(parting["place"] or "") if parting else None


def agreed(text: str) -> bool | None:
    """True for a yes, False for a no, None for anything else."""
    word = folded(text)
    if word in _YES:
        return True
    return False if word in _NO else None
