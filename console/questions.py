"""The pages where the office reads and answers questions, and where whoever asked reads what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from console.templating import drawn
from lessons.cards.questions import NONE, Asked, state, where
from lessons.phrases import Phrases

NUMBER = "number"
SEEN = "seen"
DO = "do"
WORDS = "words"
CANNED = "canned"
TO = "to"
ANSWER, CLAIM, HAND, ASK_ON = "answer", "claim", "hand", "ask_on"


@dataclass(frozen=True, slots=True)
class Desk:
    """What the office may choose from, and until when the page works (a local time in words)."""

    organisation: str
    until: str
    most: int
    canned: tuple[tuple[int, str], ...]
    people: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was sent and not taken: to which question, in which words, and why not."""

    number: int = 0
    words: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class _Shown:
    asked: Asked
    where: str
    state: str
    error: str
    draft: str


def office_page(desk: Desk, all_asked: Sequence[Asked], say: Phrases, *, draft: Draft, told: str = "") -> str:
    """Every question with what was answered and a form; `told` says what was just done, `draft` what could not be."""
    shown = tuple(
        _Shown(
            each,
            where(each, say),
            state(each, say),
            error=draft.error if each.number == draft.number else "",
            draft=draft.words if each.number == draft.number else "",
        )
        for each in all_asked
    )
    return drawn(
        "questions.html",
        language=say.language,
        title=say("questions.page_title"),
        desk=desk,
        shown=shown,
        told=told,
        lost=draft.error if draft.number not in {each.number for each in all_asked} else "",
        none=say("questions.none"),
        nothing=NONE,
        names={"number": NUMBER, "seen": SEEN, "do": DO, "words": WORDS, "canned": CANNED, "to": TO},
        deeds={"answer": ANSWER, "claim": CLAIM, "hand": HAND},
        labels={
            name: say(f"questions.{name}")
            for name in ("label", "send", "claim", "hand", "hand_to", "canned", "no_canned", "answer")
        },
        hint=say("questions.hint", most=desk.most),
        intro=say("page.question_intro", organisation=desk.organisation),
        expiry=say("page.expiry", time=desk.until),
    )


@dataclass(frozen=True, slots=True)
class Own:
    """One's own question: its number, its words in order, and the answers."""

    number: int
    words: tuple[str, ...]
    answers: tuple[str, ...]


def own_page(desk: Desk, own: Sequence[Own], say: Phrases, *, draft: Draft, told: str = "") -> str:
    """What one asked, what was answered, and a field to ask on."""
    return drawn(
        "answers.html",
        language=say.language,
        title=say("inquiry.page_title"),
        desk=desk,
        own=own,
        told=told,
        draft=draft,
        names={"number": NUMBER, "words": WORDS},
        labels={name: say(f"inquiry.{name}") for name in ("answer", "ask_on", "label", "nothing")},
        you=say("inquiry.you"),
        hint=say("writing.hint", most=desk.most),
        send=say("writing.send"),
        intro=say("page.question_intro", organisation=desk.organisation),
        expiry=say("page.expiry", time=desk.until),
    )
