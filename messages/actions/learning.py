"""What a learner wants of the course."""

from dataclasses import dataclass
from typing import Final, TypeAlias


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
class Ask:
    """I have a question for the training office."""


@dataclass(frozen=True, slots=True)
class AskOn:
    """I would like to know more about this question of mine; 0: the last one."""

    inquiry: int


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """What did the office answer to my questions?"""


@dataclass(frozen=True, slots=True)
class Report:
    """Something in this lesson is wrong or out of date; empty: in the one I had last."""

    course: str = ""
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class ShowTools:
    """Which tools may I use here?"""


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """What can I do here?"""


@dataclass(frozen=True, slots=True)
class Sit:
    """I want to answer this questionnaire; 0: whichever is open."""

    sitting: int


Learning: TypeAlias = (
    Choose
    | Toggle
    | Finish
    | Write
    | Skip
    | Today
    | Resume
    | ShowProgress
    | ShowHelp
    | Sit
    | Ask
    | AskOn
    | ReadAnswers
    | Report
    | ShowTools
)
TAGS: Final[dict[str, type[Learning]]] = {
    "c": Choose,
    "t": Toggle,
    "f": Finish,
    "w": Write,
    "skip": Skip,
    "today": Today,
    "resume": Resume,
    "progress": ShowProgress,
    "help": ShowHelp,
    "sit": Sit,
    "ask": Ask,
    "askon": AskOn,
    "answers": ReadAnswers,
    "wrong": Report,
    "tools": ShowTools,
}
