"""Going on after a silence of the office: the plan, and the way that was chosen."""

from handlers.turn import Turn, acting
from lessons.cards import resuming as cards
from lessons.cards.resuming import Going
from messages.actions import EndSilence, PlanResume
from messages.message import Message, plain
from school import resuming as verbs
from school.resuming import How, Plan
from school.rights import Actor, Verb, actor_of, may, require
from store.errors import NotFound
from store.silence import Silence


def planned(turn: Turn, action: PlanResume) -> Message:
    """What each way on would mean; nothing has happened yet. Raises NotAllowed."""
    actor = acting(turn, Verb.RESUME)
    silence = _found(turn, actor, action.silence)
    found = verbs.plan(turn.work, turn.library, actor, silence, turn.now) if silence else None
    if found is None:
        return plain(turn.say("resume.over"))
    return cards.plan(found.silence.id, _parts(found), turn.say)


def wondered(turn: Turn) -> Message | None:
    """再開 by somebody of the office while it is silent; None for everybody else, and at any other time."""
    if turn.person is None or not may(turn.work, actor_of(turn.work, turn.person.id), Verb.RESUME):
        return None
    return planned(turn, PlanResume(0)) if any(each.lasts for each in turn.work.silences.open()) else None


def ended(turn: Turn, action: EndSilence) -> Message:
    """It goes on, in this way; but if days have gone by since the plan that was seen, the one of now is shown
    first. Raises NotAllowed.
    """
    actor = acting(turn, Verb.RESUME)
    silence = _found(turn, actor, action.silence)
    found = verbs.plan(turn.work, turn.library, actor, silence, turn.now) if silence else None
    if silence is None or found is None or action.how not in [*How]:
        return plain(turn.say("resume.over"))
    if action.days not in (-1, cards.lost(_parts(found))):
        return cards.plan(silence.id, _parts(found), turn.say, changed=True)
    over = verbs.resume(turn.work, turn.library, actor, silence, turn.now, how=How(action.how))
    return plain(turn.say("resume.over")) if over is None else cards.done(_parts(over.plan), over.how, turn.say)


def _found(turn: Turn, actor: Actor, number: int) -> Silence | None:
    """The one with this number; 0: the oldest that lasts."""
    require(turn.work, actor, Verb.RESUME)
    if not number:
        return next((each for each in turn.work.silences.open() if each.lasts), None)
    try:
        return turn.work.silences.get(number)
    except NotFound:
        return None


def _parts(plan: Plan) -> tuple[Going, ...]:
    return tuple(Going(each.cohort.name, each.learners, each.ways) for each in plan.parts)
