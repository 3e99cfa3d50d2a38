"""Silence at a word of the office: whom it is over, the yes, and somebody else's yes."""

from handlers.turn import Reply, Turn, acting
from lessons.cards import silencing as cards
from lessons.cards.silencing import Hush, Wished
from messages.actions import AskSilence, BeginSilence, ConfirmSilence, DropSilence, pack
from messages.incoming import ChannelName, Submitted
from messages.message import Message, plain
from school import silencing as verbs
from school.finding import people_called, sections_called
from school.rights import Actor, Verb
from school.silencing import Asked, Begun, Why, Wish
from store.errors import NotFound
from store.silence import Silence, Whom


def asked(turn: Turn, action: AskSilence) -> Reply:
    """How it stands; or what silence over these would mean. Raises NotAllowed."""
    actor = acting(turn, Verb.SILENCE)
    if not action.whom:
        return _state(turn, actor)
    if action.whom not in [*Whom] or not _may_name(turn, action.whom):
        return plain(turn.say("silence.elsewhere"))
    if action.whom == Whom.EVERYBODY or action.number:
        return _wished(turn, actor, Wish(Whom(action.whom), action.number or None))
    if not turn.incoming.opens_forms:
        return plain(turn.say(f"silence.{action.whom}_hint"))
    about = pack(AskSilence(action.whom))
    if action.whom == Whom.PERSON:
        return cards.which_person(about, turn.say)
    there = tuple((each.id, each.path) for each in turn.work.sections.all() if not each.closed)
    return cards.which_section(there, about, turn.say)


def submitted(turn: Turn, form: Submitted, about: AskSilence) -> Reply:
    """The form came back: a number from its list, or a name."""
    chosen = form.value(cards.FIELD)
    if about.whom == Whom.SECTION and chosen.isdecimal() and len(chosen) < 19:
        return asked(turn, AskSilence(Whom.SECTION, int(chosen)))
    return called(turn, about.whom, chosen)


def called(turn: Turn, whom: str, name: str, *, wish: str = "") -> Reply:
    """The section or the person of this name: what silence would mean, or, with a wish, silence. Raises NotAllowed."""
    acting(turn, Verb.SILENCE)
    if not _may_name(turn, whom):
        return plain(turn.say("silence.elsewhere"))
    found = [each.id for each in (sections_called if whom == Whom.SECTION else people_called)(turn.work, name)]
    if len(found) != 1:
        return plain(turn.say("silence.several" if found else "silence.not_found"))
    if wish:
        return begun(turn, BeginSilence(whom, found[0], int(wish == "tell")))
    return asked(turn, AskSilence(whom, found[0]))


def begun(turn: Turn, action: BeginSilence) -> Message:
    """Silence, or the way to it. Raises NotAllowed."""
    actor = acting(turn, Verb.SILENCE)
    if action.whom not in [*Whom] or not _may_name(turn, action.whom):
        return plain(turn.say("silence.elsewhere"))
    wish = Wish(Whom(action.whom), action.number or None, notice=action.notice == 1)
    try:
        return _told(turn, verbs.begin(turn.work, actor, wish, turn.now))
    except NotFound:
        return plain(turn.say("silence.not_found"))


def confirmed(turn: Turn, action: ConfirmSilence) -> Message:
    """Somebody else's yes. Raises NotAllowed."""
    actor = acting(turn, Verb.SILENCE)
    silence = _found(turn, actor, action.silence)
    if silence is None:
        return plain(turn.say("silence.not_over"))
    return _told(turn, verbs.confirm(turn.work, actor, silence, turn.now))


def dropped(turn: Turn, action: DropSilence) -> Message:
    """It is not wanted after all. Raises NotAllowed."""
    actor = acting(turn, Verb.SILENCE)
    silence = _found(turn, actor, action.silence)
    gone = silence is not None and verbs.decline(turn.work, actor, silence, turn.now)
    return plain(turn.say("silence.dropped" if gone else "silence.not_over"))


def _found(turn: Turn, actor: Actor, number: int) -> Silence | None:
    """The one with this number; 0: the oldest that waits for a yes."""
    waiting = [each for each in verbs.looked_at(turn.work, actor, turn.now) if each.waits]
    if not number:
        return waiting[0] if waiting else None
    try:
        return turn.work.silences.get(number)
    except NotFound:
        return None


def _state(turn: Turn, actor: Actor) -> Message:
    zone = turn.work.organisation.timezone
    open_ones = tuple(
        Hush(
            number=each.id,
            whom=each.whom,
            subject=_subject(turn, each.whom, each.section or each.person),
            since=(each.since or each.asked_at).astimezone(zone),
            waits=each.waits,
            own=each.asked_by == actor.person,
        )
        for each in verbs.looked_at(turn.work, actor, turn.now)
    )
    return cards.state(open_ones, everywhere=_may_name(turn, Whom.SECTION), say=turn.say)


def _wished(turn: Turn, actor: Actor, wish: Wish) -> Message:
    try:
        reach = verbs.reach(turn.work, actor, wish)
    except NotFound:
        return plain(turn.say("silence.not_found"))
    wished = Wished(
        whom=wish.whom,
        number=wish.number or 0,
        subject=_subject(turn, wish.whom, wish.number),
        people=reach.people,
        line=reach.line,
        needs_yes=turn.work.organisation.silence_confirm,
    )
    return cards.ask(wished, turn.say)


def _told(turn: Turn, outcome: Begun | Asked | Why) -> Message:
    match outcome:
        case Begun(silence=silence, people=people, held=held):
            return cards.begun(silence.id, turn.say("silence.begun", people=people, held=held), turn.say)
        case Asked(people=people):
            return plain(turn.say("silence.asked", people=people) if people else turn.say("silence.nobody_else"))
        case Why():
            return plain(turn.say(f"silence.not_{outcome.value}"))


def _subject(turn: Turn, whom: Whom, number: int | None) -> str:
    return verbs.subject(turn.work, whom, number) if _may_name(turn, whom) else ""


def _may_name(turn: Turn, whom: str) -> bool:
    """Who rests is nobody's business on LINE: there it is everybody or nobody."""
    return whom == Whom.EVERYBODY or turn.incoming.channel is not ChannelName.LINE
