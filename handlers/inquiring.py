"""What a typed word about learners' questions means."""

import re
from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Listing:
    """Wants to see which questions wait."""


@dataclass(frozen=True, slots=True)
class Searching:
    """Wants to see what was answered before, by words."""

    words: str


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers the question with this number, in these words, as they were written."""

    number: int
    body: str


@dataclass(frozen=True, slots=True)
class Releasing:
    """Sends the answer to this question that waits because somebody was quicker."""

    number: int


@dataclass(frozen=True, slots=True)
class Claiming:
    """Takes the question with this number on."""

    inquiry: int


@dataclass(frozen=True, slots=True)
class Handing:
    """Hands the question with this number over to somebody, by nickname."""

    inquiry: int
    to: str


Inquiring: TypeAlias = Listing | Searching | Answering | Releasing | Claiming | Handing

_LISTS: Final = frozenset({"質問一覧", "質問の一覧", "しつもん一覧", "questions", "list questions"})
_SEARCH: Final = re.compile(r"(?:質問(?:を)?検索|search questions)[\s::]+(?P<words>.+)")
_CLAIM: Final = re.compile(r"(?:質問\s*#?(?P<ja>\d{1,18})\s*を?引き?受け(?:る|ます)|take question #?(?P<en>\d{1,18}))")
_HAND: Final = re.compile(
    r"(?:質問\s*#?(?P<ja>\d{1,18})\s*を?引き?継(?:ぐ|ぎます)[\s::]+(?P<to>.+)"
    r"|hand question #?(?P<en>\d{1,18}) to (?P<whom>.+))"
)
_RELEASE: Final = re.compile(r"(?:質問\s*#?(?P<ja>\d{1,18})\s*の回答を届ける|send answer #?(?P<en>\d{1,18}) too)")
_ANSWER: Final = re.compile(
    r"\s*(?:質問\s*#?(?P<ja>\d{1,18})\s*[にへ]回答(?:する|します)?[\s::]+"
    r"|answer question #?(?P<en>\d{1,18})[\s:]+)(?P<body>\S.*)",
    re.DOTALL | re.IGNORECASE,
)


def inquiring(word: str, text: str) -> Inquiring | None:
    """What a text wants with learners' questions, if it does; `word` is the same, folded."""
    if answer := _ANSWER.fullmatch(text.removeprefix("/kotsu ")):
        return Answering(int(answer["ja"] or answer["en"]), answer["body"])
    if word in _LISTS:
        return Listing()
    if search := _SEARCH.fullmatch(word):
        return Searching(search["words"])
    if release := _RELEASE.fullmatch(word):
        return Releasing(int(release["ja"] or release["en"]))
    if claim := _CLAIM.fullmatch(word):
        return Claiming(int(claim["ja"] or claim["en"]))
    if hand := _HAND.fullmatch(word):
        return Handing(int(hand["ja"] or hand["en"]), hand["to"] or hand["whom"])
    return None
