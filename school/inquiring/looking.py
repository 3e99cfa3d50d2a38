"""Questions looked at by the office: the list, one by its number, what was answered before, what is like it."""

import unicodedata
from typing import Final

from lessons.cards.questions import NONE, Help
from lessons.likeness import likeness
from school.inquiring.conversation import Conversation, conversation
from school.rights import Actor, Verb, require
from store.errors import NotFound
from store.inquiry import InquiryState
from store.work import Work

WAITING: Final = (InquiryState.OPEN, InquiryState.CLAIMED)
ANY: Final = (*WAITING, InquiryState.ANSWERED)
_LIKE: Final = 0.3
_FOUND: Final = 20


def waiting(work: Work, actor: Actor) -> tuple[Conversation, ...]:
    """What nobody has answered yet, the oldest first; raises NotAllowed."""
    require(work, actor, Verb.READ_QUESTIONS)
    return tuple(conversation(work, each) for each in reversed(work.inquiries.standing(WAITING)))


def every(work: Work, actor: Actor) -> tuple[Conversation, ...]:
    """All but what was taken back, the newest first; raises NotAllowed."""
    require(work, actor, Verb.READ_QUESTIONS)
    return tuple(conversation(work, each) for each in work.inquiries.standing(ANY))


def find(work: Work, actor: Actor, number: int) -> Conversation | None:
    """The one with this number, if it was not taken back; raises NotAllowed."""
    require(work, actor, Verb.READ_QUESTIONS)
    try:
        inquiry = work.inquiries.get(number)
    except NotFound:
        return None
    return None if inquiry.state is InquiryState.WITHDRAWN else conversation(work, inquiry)


def search(work: Work, actor: Actor, words: str) -> tuple[Conversation, ...]:
    """What was answered before with all these words in question or answer, the newest first; raises NotAllowed."""
    require(work, actor, Verb.READ_QUESTIONS)
    wanted = _folded(words).split()
    talks = (conversation(work, work.inquiries.get(each)) for each in _answered(work))
    found = (talk for talk in talks if wanted and all(word in _whole(talk) for word in wanted))
    return tuple(talk for talk, _ in zip(found, range(_FOUND), strict=False))


def helps(work: Work, talk: Conversation) -> Help:
    """What helps to answer this one: the most similar question that was answered, and the canned answers."""
    others = (conversation(work, work.inquiries.get(each)) for each in _answered(work) if each != talk.inquiry.id)
    rated = [(likeness(talk.asked, other.asked), other) for other in others if other.words and other.answers]
    score, best = max(rated, key=lambda each: each[0], default=(0.0, None))
    canned = tuple((each.id, each.title) for each in work.canned.all())
    if best is None or score < _LIKE:
        return Help(canned=canned)
    return Help(best.asked, best.answers[-1].body, canned)


def canned_body(work: Work, chosen: str) -> str:
    """The text of the canned answer with this number; nothing where none was chosen."""
    if chosen in {"", NONE}:
        return ""
    return next((each.body for each in work.canned.all() if str(each.id) == chosen), "")


def _answered(work: Work) -> tuple[int, ...]:
    """The numbers of questions with an answer, the newest answer first, each once."""
    return tuple(dict.fromkeys(each.inquiry for each in work.answers.given()))


def _whole(talk: Conversation) -> str:
    return _folded("\n".join((talk.asked, *(each.body for each in talk.answers))))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
