"""What somebody is here: a role taken by its code, the roles one has, and for an owner who has which."""

from handlers.turn import Turn
from lessons.cards import roles as cards
from lessons.cards.roles import Holder
from messages.incoming import ChannelName
from messages.message import Facts, Heading, Message, Text, Tone, joined, plain
from school import appointing
from school.appointing import Bringer, Why
from school.finding import numbers_of
from school.naming import suggested
from school.rights import MAY, Verb, actor_of, may
from store.office import Grant


def asked(turn: Turn) -> Message:
    """Which roles this person has; an owner sees in Slack who has which."""
    grants = turn.work.roles.of_person(turn.person.id) if turn.person else ()
    if not grants:
        return plain(turn.say("office.no_role"))
    rows = tuple((_named(turn, grant), _where(turn, grant)) for grant in grants)
    sees = any(grant.role in MAY[Verb.READ_COMPLETION] for grant in grants)
    hint = (Text(turn.say("completion.hint"), Tone.QUIET),) if sees else ()
    own = Message(turn.say("office.title"), (Heading(text=turn.say("office.title")), Facts(rows), *hint))
    if not may(turn.work, actor_of(turn.work, grants[0].person), Verb.APPOINT):
        return own
    if turn.incoming.channel is ChannelName.LINE:
        return Message(own.summary, (*own.blocks, Text(turn.say("roles.elsewhere"), Tone.QUIET)))
    return joined(own, cards.holders(_holders(turn), turn.say))


def _holders(turn: Turn) -> tuple[Holder, ...]:
    work, numbers = turn.work, numbers_of(turn.work)
    return tuple(
        Holder(
            role=each.role.value,
            nickname=work.people.get(each.person).nickname,
            number=numbers.get(each.person, ""),
            section=work.sections.get(each.section).path if each.section is not None else "",
        )
        for each in work.roles.all()
    )


def appointed(turn: Turn, code: str) -> Message:
    """A code for a role."""
    bringer = Bringer(
        account=turn.account,
        who=turn.incoming.who,
        room=turn.incoming.room,
        contact=turn.contact,
        nickname=suggested(turn.incoming.who, turn.say),
        language=turn.say.language,
    )
    outcome = appointing.accept(turn.work, bringer, code, turn.now)
    match outcome:
        case Why():
            return plain(turn.say(f"office.not_{outcome.value}"))
        case Grant():
            return plain(turn.say("office.appointed", role=_named(turn, outcome), where=_where(turn, outcome)))


def _named(turn: Turn, grant: Grant) -> str:
    return turn.say(f"office.{grant.role.value}")


def _where(turn: Turn, grant: Grant) -> str:
    """A role is nothing personal, but the section's name is: it stays off LINE."""
    return turn.say("office.everywhere" if grant.section is None else "office.one_section")
