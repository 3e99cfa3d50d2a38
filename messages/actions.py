"""What a button means, and how that fits into the bytes a platform carries for us."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Final, TypeAlias

LIMIT: Final = 300  # UTF-8 bytes; the tighter of LINE's postback data (300) and Slack's value (2,000)


@dataclass(frozen=True, slots=True)
class Choose:
    """This option is my answer."""

    enrolment: int
    quiz: str
    option: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """Pick this option, or put it back; nothing counts before Finish."""

    enrolment: int
    quiz: str
    option: str


@dataclass(frozen=True, slots=True)
class Finish:
    """What I have picked is my answer."""

    enrolment: int
    quiz: str


@dataclass(frozen=True, slots=True)
class Write:
    """I want to write my answer: opens a form, the keyboard or a page of ours, whichever is right here."""

    enrolment: int
    quiz: str


@dataclass(frozen=True, slots=True)
class Skip:
    """I leave this one out, as everybody may where nothing is right or wrong."""

    enrolment: int
    quiz: str


@dataclass(frozen=True, slots=True)
class Today:
    """Give me today's lesson, or the question that waits."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Bring back where I stopped."""


@dataclass(frozen=True, slots=True)
class ShowProgress:
    """How far am I?"""


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """Let me change my time or language."""


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """What can I do here?"""


@dataclass(frozen=True, slots=True)
class SetTime:
    """Deliver at this local time, as "08:40"."""

    time: str


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """Speak this language to me, as "ja"."""

    language: str


@dataclass(frozen=True, slots=True)
class SetSection:
    """Show me examples from this family of departments, as "counter"."""

    family: str


@dataclass(frozen=True, slots=True)
class SetReminders:
    """Remind me in the afternoon, or do not: "on" or "off"."""

    wish: str


@dataclass(frozen=True, slots=True)
class Ask:
    """I have a question for the training office."""


@dataclass(frozen=True, slots=True)
class Rest:
    """I am away through this local date, as "2026-09-30"; empty: ask me until when."""

    until: str = ""


@dataclass(frozen=True, slots=True)
class ComeBack:
    """I am back before my rest is over."""


@dataclass(frozen=True, slots=True)
class ShowPlaces:
    """Where do you reach me, and how do I link my other platform?"""


@dataclass(frozen=True, slots=True)
class Prefer:
    """Send what I did not ask for to this contact of mine."""

    contact: int


@dataclass(frozen=True, slots=True)
class Unlink:
    """Do not know me at this contact any more. `step` counts the confirmations already given."""

    contact: int
    step: int


@dataclass(frozen=True, slots=True)
class ShowRecord:
    """What is held about me?"""


@dataclass(frozen=True, slots=True)
class Agree:
    """I have read what is stored and why, and join the cohort with this code."""

    code: str


@dataclass(frozen=True, slots=True)
class Decline:
    """I do not want to join."""


@dataclass(frozen=True, slots=True)
class TakeNickname:
    """Call me this."""

    nickname: str


@dataclass(frozen=True, slots=True)
class Leave:
    """I want to leave the course. `step` counts the confirmations already given."""

    step: int


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase what is stored about me. `step` counts the confirmations already given."""

    step: int


@dataclass(frozen=True, slots=True)
class Stay:
    """No, I stay."""


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
    | SetTime
    | SetLanguage
    | SetSection
    | SetReminders
    | Ask
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
    "time": SetTime,
    "lang": SetLanguage,
    "section": SetSection,
    "remind": SetReminders,
    "ask": Ask,
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
