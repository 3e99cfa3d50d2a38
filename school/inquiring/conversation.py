"""One question with all that was said about it."""

from dataclasses import dataclass

from store.inquiry import Inquiry, OfficeAnswer
from store.values import Note
from store.work import Work


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who asked what and on, and what was answered. `holder` has it, by name; `authors` wrote the answers."""

    inquiry: Inquiry
    nickname: str
    holder: str
    words: tuple[Note, ...]
    answers: tuple[OfficeAnswer, ...]
    authors: tuple[str, ...]

    @property
    def asked(self) -> str:
        """Everything that was asked, in order."""
        return "\n\n".join(note.body for note in self.words)


def conversation(work: Work, inquiry: Inquiry) -> Conversation:
    """With what has gone out; what waits for its author's word is nobody else's business."""
    answers = tuple(each for each in work.answers.of(inquiry.id) if each.sent)
    return Conversation(
        inquiry=inquiry,
        nickname=called(work, inquiry.person, ""),
        holder=called(work, inquiry.holder, inquiry.holder_name),
        words=work.notes.of_inquiry(inquiry.id),
        answers=answers,
        authors=tuple(called(work, each.person, each.name) for each in answers),
    )


def called(work: Work, person: int | None, name: str) -> str:
    """The person's nickname, else the name that stands for nobody known here."""
    return work.people.get(person).nickname if person else name
