"""Leave that the office sets for somebody. Who is away is nobody's business on LINE; why is nobody's anywhere."""

from handlers.turn import Reply, Turn, acting
from lessons.cards import away as cards
from messages.actions import AskAway, BringBack, pack
from messages.incoming import ChannelName, Submitted
from messages.message import Message, plain
from school import sending_away as verbs
from school.finding import people_called
from school.resting import NotADay
from school.rights import Verb
from store.errors import NotFound
from store.values import Person


def asked(turn: Turn) -> Reply:
    """Who, and until when; raises NotAllowed."""
    acting(turn, Verb.SET_LEAVE)
    if turn.incoming.channel is ChannelName.LINE:
        return plain(turn.say("away.elsewhere"))
    return cards.which(pack(AskAway()), turn.say) if turn.incoming.opens_forms else plain(turn.say("away.how"))


def submitted(turn: Turn, form: Submitted) -> Message:
    """The form came back; raises NotAllowed."""
    return called(turn, form.value(cards.WHO), form.value(cards.UNTIL))


def called(turn: Turn, name: str, until: str) -> Message:
    """Whoever is called so is away until then; raises NotAllowed."""
    found = _found(turn, name)
    return plain(turn.say(found)) if isinstance(found, str) else _sent(turn, found, until)


def called_back(turn: Turn, name: str) -> Message:
    """Whoever is called so is back; raises NotAllowed."""
    found = _found(turn, name)
    return plain(turn.say(found)) if isinstance(found, str) else _brought(turn, found)


def back(turn: Turn, action: BringBack) -> Message:
    """The leave ends before its day; raises NotAllowed."""
    acting(turn, Verb.SET_LEAVE)
    if turn.incoming.channel is ChannelName.LINE:
        return plain(turn.say("away.elsewhere"))
    try:
        return _brought(turn, turn.work.people.get(action.person))
    except NotFound:
        return plain(turn.say("away.not_found"))


def _found(turn: Turn, name: str) -> Person | str:
    """Who is called so, or the key of what to say instead."""
    acting(turn, Verb.SET_LEAVE)
    if turn.incoming.channel is ChannelName.LINE:
        return "away.elsewhere"
    found = people_called(turn.work, name)
    if len(found) > 1:
        return "away.several"
    return found[0] if found else "away.not_found"


def _sent(turn: Turn, person: Person, until: str) -> Message:
    actor = acting(turn, Verb.SET_LEAVE)
    outcome = verbs.send_away(turn.work, turn.library, actor, person.id, turn.now, wish=until)
    if isinstance(outcome, NotADay):
        return plain(cards.no_day(verbs.longest(turn.work, turn.now), turn.say))
    if outcome is None:
        return plain(turn.say("away.in_no_course", name=person.nickname))
    return cards.away(person.id, person.nickname, outcome, turn.say)


def _brought(turn: Turn, person: Person) -> Message:
    actor = acting(turn, Verb.SET_LEAVE)
    is_back = verbs.bring_back(turn.work, turn.library, actor, person.id, turn.now)
    return plain(turn.say("away.back" if is_back else "away.not_away", name=person.nickname))
