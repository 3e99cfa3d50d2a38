"""How far a section is, for its manager and for the office. On LINE it is not shown."""

from functools import reduce

from handlers.turn import Turn
from lessons.cards.digest.completion import completion_card
from messages.incoming import ChannelName
from messages.message import Message, joined, plain
from school.digests import completion as verbs
from school.digests.completion import Why
from school.rights import NotAllowed, Verb, actor_of


def asked(turn: Turn, name: str = "") -> Message:
    """Of the section called so, or, without a name, of what this person may see; raises NotAllowed."""
    if turn.person is None:
        raise NotAllowed(Verb.READ_COMPLETION)
    seen = verbs.seen(turn.work, actor_of(turn.work, turn.person.id), name, turn.now)
    if turn.incoming.channel is ChannelName.LINE:
        return plain(turn.say("completion.elsewhere"))
    if isinstance(seen, Why):
        return plain(turn.say(f"completion.{seen.value}"))
    return reduce(joined, [completion_card(each, turn.say) for each in seen])


def instead(turn: Turn) -> Message | None:
    """To who asks how far it is and does not learn: a manager means the section. None for everybody else."""
    try:
        return None if turn.enrolment else asked(turn)
    except NotAllowed:
        return None
