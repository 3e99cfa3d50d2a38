"""A question whose letter is late: by the time it may leave, it may have been answered elsewhere."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from messages.actions import Action, Choose, Finish, Skip, Toggle, Write
from messages.letter import Letter, Parcel
from messages.message import Block, Buttons, Choices, Ranking, Scale
from store.work import Work

_LATE: Final = timedelta(seconds=5)  # until then nobody has had the time to go elsewhere
_ONWARD: Final = ":then"  # the letter that follows an answer, and says nothing but what comes next


def may_be_outdated(parcel: Parcel, at: datetime) -> bool:
    """Whether the letter asks on after an answer, and not for the first time or late."""
    again = parcel.attempts > 0 or at >= parcel.letter.due + _LATE
    return again and parcel.letter.key.endswith(_ONWARD)


def is_outdated(work: Work, letter: Letter) -> bool:
    """Whether it asks what has been answered since."""
    asked = {pair for block in letter.message.blocks for pair in _asked(block)}
    return any(quiz in work.attempts.answered(enrolment) for enrolment, quiz in asked)


def _asked(block: Block) -> Iterator[tuple[int, str]]:
    for action in _actions(block):
        match action:
            case Choose() | Toggle() | Finish() | Write() | Skip():
                yield action.enrolment, action.quiz
            case _:
                pass


def _actions(block: Block) -> Iterator[Action]:
    match block:
        case Choices(options=options) | Ranking(options=options) | Scale(steps=options):
            yield from (option.action for option in options)
        case Buttons(buttons=buttons):
            yield from (button.action for button in buttons)
        case _:
            pass
