"""What does this word mean?"""

from typing import Final

from handlers.turn import Turn
from lessons import glossary
from lessons.cards import glossary as cards
from messages.message import Message, plain
from school.study import study_of

_LONGEST: Final = 40  # characters of what is said back


def asked(turn: Turn, said: str) -> Message:
    """One word explained, or all that came up so far."""
    enrolment = turn.enrolment
    if enrolment is None:
        return plain(turn.say("join.hello"))
    study = study_of(turn.work, enrolment, turn.library)
    if said:
        return wondered(turn, said) or cards.unknown(said[:_LONGEST], glossary.resembling(study.course, said), turn.say)
    weeks = tuple(glossary.met(study.course, frozenset(each.lesson for each in study.taken)))
    return cards.so_far(weeks, turn.say) if weeks else cards.none_yet(study.course, turn.say)


def wondered(turn: Turn, said: str) -> Message | None:
    """The word explained, if it is one of the course, whether its lesson has come or not."""
    if turn.enrolment is None:
        return None
    course = study_of(turn.work, turn.enrolment, turn.library).course
    terms = glossary.asked_for(course, said)
    return cards.explained(course, terms, turn.say) if terms else None
