"""What a typed word means, in Japanese or English, however it is written."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, TypeAlias

from handlers.lookups import Explaining, Wondering, looked_up
from handlers.orders import Order, ordered
from handlers.vocabulary import NO, WORDS, YES
from messages.actions import Action, Rest, SetDigests, SetReminders


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
class AskingOn:
    """Asks on about the last question, or the one with this number: `body` as it was written."""

    number: int
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
class Thanking:
    """Says thank you, or what one says at the end of a day's work."""


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
_ASKING_ON: Final = re.compile(
    r"\s*(?:質問\s*#?(?P<ja>\d{0,18})\s*の(?:続き|つづき)|follow up(?: #?(?P<en>\d{1,18}))?)"
    r"[\s::。、,,]+(?P<body>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_REPORTING: Final = re.compile(
    r"\s*(?:誤り|あやまり|まちがい|間違い|古い|ふるい|wrong|outdated|mistake)(?:です)?[\s::。、,,]+(?P<body>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_SETTING: Final = re.compile(r"(?:設定|せってい|settings?)\s+(?P<wish>.+)")


_RESTING: Final = re.compile(
    r"(?:お?休(?:む|み|みます|みたい))(?:\s+|\s*[::]\s*|(?=\d))(?P<ja>.+)"
    r"|(?P<today>今日|本日)は?\s*お?休(?:む|み|みます|みたい)"
    r"|(?P<till>.{1,20}まで)\s*(?:お?休(?:む|み|みます|みたい))"
    r"|(?:rest|pause)\s+(?P<en>(?:until|till|through|for)\s+.+|.*\d.*|today|tomorrow|this week|next week)"
)
_REMINDERS: Final = re.compile(
    r"(?:(?:設定|せってい|settings?)\s+)?(?:リマインダー|りまいんだー|reminders?)\s*(?:を)?\s*"
    r"(?:(?P<on>オン|おん|on|いる|ほしい)|(?P<off>オフ|おふ|off|いらない|止める|やめる))"
)
_DIGESTS: Final = re.compile(
    r"(?:(?:設定|せってい|settings?)\s+)?(?:(?:週の)?まとめ|digests?|summar(?:y|ies))\s*(?:を|は)?\s*"
    r"(?:(?P<on>オン|おん|on|いる|ほしい|受け取る)|(?P<off>オフ|おふ|off|いらない|止める|やめる|受け取らない))"
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
    | AskingOn
    | Reporting
    | Order
    | Explaining
    | Wondering
    | Thanking
)


def heard(text: str) -> Word | None:
    """What the text asks for, or None if it is no word of ours."""
    word = folded(text)
    if action := WORDS.get(word):
        return action
    if joining := _JOIN.fullmatch(word):
        return Joining(joining["code"].upper())
    if order := ordered(word, text):
        return order
    if switched := _switched(word):
        return switched
    if resting := _RESTING.fullmatch(word):
        return Rest(next(wish for wish in resting.groups() if wish))
    if about := _placed(word):
        return about
    if setting := _SETTING.fullmatch(word):
        return _placed(setting["wish"]) or Setting(setting["wish"])
    if writing := _written(text.removeprefix("/kotsu ")):
        return writing
    return looked_up(word) or (Thanking() if _THANKS.fullmatch(word) else None)


def _switched(word: str) -> SetReminders | SetDigests | None:
    if reminders := _REMINDERS.fullmatch(word):
        return SetReminders("on" if reminders["on"] else "off")
    digests = _DIGESTS.fullmatch(word)
    return SetDigests("on" if digests["on"] else "off") if digests else None


def _written(text: str) -> Reporting | AskingOn | Asking | None:
    """What begins with a word and goes on as it was written."""
    if reporting := _REPORTING.fullmatch(text):
        return Reporting(reporting["body"])
    if on := _ASKING_ON.fullmatch(text):
        return AskingOn(int(on["ja"] or on["en"] or 0), on["body"])
    asking = _ASKING.fullmatch(text)
    return Asking(asking["body"]) if asking else None


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
    if word in YES:
        return True
    return False if word in NO else None
