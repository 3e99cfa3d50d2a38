"""A question in plain lines, and why something was not done with it."""

from typing import Final

from school.inquiring.conversation import Conversation
from school.inquiring.replying import Why
from store.work import Work

FAILED: Final = {
    Why.GONE: "There is no question with this number, or it was taken back.",
    Why.TAKEN: "Somebody else has taken it on. Hand it over with: kotsu questions hand",
    Why.DONE: "It is answered already.",
    Why.UNABLE: "Nobody who may answer is called so, or several are.",
}


def lines(work: Work, talk: Conversation) -> str:
    """The question, who has it, and what was answered, further in."""
    inquiry = talk.inquiry
    at = inquiry.at.astimezone(work.organisation.timezone)
    by = f" ({talk.holder})" if talk.holder else ""
    day = f"  day {inquiry.lesson} {inquiry.title}" if inquiry.lesson else ""
    said = [_in(note.body, "      ") for note in talk.words]
    said += [_in(f"> {name}: {each.body}", "      ") for name, each in zip(talk.authors, talk.answers, strict=True)]
    head = f"{inquiry.id}  {at:%Y-%m-%d %H:%M}  {talk.nickname}  {inquiry.state.value}{by}{day}"
    return "\n".join((head, *said))


def _in(text: str, margin: str) -> str:
    return "\n".join(margin + line for line in text.splitlines())
