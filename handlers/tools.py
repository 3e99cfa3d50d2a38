"""Which tools may I use here?"""

from handlers.turn import Turn
from lessons.cards.tools import tools_message
from messages.message import Message, plain
from school.study import study_of


def asked(turn: Turn) -> Message:
    """The organisation's own list, as the cohort has it."""
    if turn.enrolment is None:
        return plain(turn.say("join.hello"))
    return tools_message(study_of(turn.work, turn.enrolment, turn.library).course.tools, turn.say)
