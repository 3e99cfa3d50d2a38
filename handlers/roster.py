"""The list of staff, as a file dropped into the chat: shown first, then taken over, and taken back."""

from handlers.turn import Turn, acting
from lessons.cards import roster as cards
from messages.actions import LeaveRoster, ShowRoster, TakeRoster, UndoRoster, pack
from messages.incoming import Attached, ChannelName
from messages.letter import Address
from messages.message import InPlace, Message, plain
from school.rights import Verb, actor_of, may, require
from school.roster import dropping, importing
from school.roster.dropping import Why
from school.roster.faults import Malformed
from school.roster.importing import Undone
from school.roster.standing import restored


def dropped(turn: Turn, files: tuple[Attached, ...]) -> Message | None:
    """A file in the chat; None from who has nothing to do with the list, and on LINE, where no names go."""
    if turn.person is None or turn.incoming.channel is ChannelName.LINE:
        return None
    actor = actor_of(turn.work, turn.person.id)
    if not may(turn.work, actor, Verb.IMPORT_ROSTER):
        return None
    if len(files) > 1:
        return plain(turn.say("roster.one_at_a_time"))
    to = Address(turn.incoming.channel, turn.account.id, turn.incoming.room or turn.incoming.who)
    try:
        is_new = dropping.drop(turn.work, actor, files[0], to, turn.now)
    except Malformed as wrong:
        return dropping.wrong(wrong, turn.say)
    return plain(turn.say("roster.reading" if is_new else "roster.not_again"))


def pressed(turn: Turn, action: ShowRoster | TakeRoster | LeaveRoster | UndoRoster) -> Message | InPlace:
    """A button under a roster, or the word for it; raises NotAllowed."""
    match action:
        case ShowRoster():
            acting(turn, Verb.IMPORT_ROSTER)
            return plain(turn.say("roster.how"))
        case TakeRoster(upload=upload):
            why = dropping.want(turn.work, acting(turn, Verb.IMPORT_ROSTER), upload)
            return plain(_not(turn, why)) if why else InPlace((), plain(turn.say("roster.taking")))
        case LeaveRoster(upload=upload):
            why = dropping.leave(turn.work, acting(turn, Verb.IMPORT_ROSTER), upload)
            return plain(_not(turn, why)) if why else InPlace((), plain(turn.say("roster.left_alone")))
        case UndoRoster(imported=imported):
            return _undone(turn, imported) if imported else _asked(turn)


def _asked(turn: Turn) -> Message:
    acting(turn, Verb.IMPORT_ROSTER)
    last = turn.work.imports.last()
    if last is None or last.undone:
        return plain(turn.say("roster.kept_none"))
    turn.work.prompts.set(*turn.who, awaiting="confirm", value=pack(UndoRoster(last.id)), at=turn.now)
    return cards.ask_undo(last.id, len(restored(last.before)), turn.say)


def _undone(turn: Turn, imported: int) -> Message | InPlace:
    """Only the very import that was asked about."""
    actor, last = acting(turn, Verb.IMPORT_ROSTER), turn.work.imports.last()
    require(turn.work, actor, Verb.IMPORT_ROSTER)
    if last is None or last.id != imported:
        return plain(turn.say("roster.kept_none"))
    outcome = importing.undo(turn.work, actor, turn.now)
    if not isinstance(outcome, Undone):
        return plain(turn.say(f"roster.kept_{outcome.value}"))
    return InPlace((), plain(turn.say("roster.undone", people=outcome.people)))


def _not(turn: Turn, why: Why) -> str:
    return turn.say(f"roster.not_{why.value}")
