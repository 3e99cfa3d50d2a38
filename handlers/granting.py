"""Roles that an owner gives and takes in the chat, and the record of what was done. LINE hears nobody's name."""

from handlers.grants import Granting
from handlers.turn import Reply, Turn, acting
from lessons.cards import roles as cards
from messages.actions import AskRole, ShowAudit
from messages.incoming import ChannelName, Submitted
from messages.message import Message, plain
from school import granting as verbs
from school import passing
from school.finding import numbers_of, people_called, sections_called
from school.granting import Wanted, Why
from school.rights import Verb
from store.errors import NotFound
from store.office import Role
from store.values import Person


def pressed(turn: Turn, action: AskRole | ShowAudit) -> Reply:
    """A button about roles, or the word for it; raises NotAllowed."""
    return _asked(turn) if isinstance(action, AskRole) else _record(turn)


def submitted(turn: Turn, form: Submitted) -> Message:
    """The form came back; raises NotAllowed."""
    acting(turn, Verb.APPOINT)
    role = form.value(cards.ROLE)
    order = Granting(
        name=form.value(cards.NAME),
        role=Role(role) if role in cards.ROLES else None,
        section=form.value(cards.PATH).strip(),
        given=form.value(cards.DEED) != cards.TAKE,
    )
    person, section = _number(form.value(cards.WHO)), _number(form.value(cards.SECTION))
    try:
        who = turn.work.people.get(person) if person else None
        where = turn.work.sections.get(section).id if section else None
    except NotFound:
        return plain(turn.say("roles.not_found"))
    return _called(turn, order, who, where)


def called(turn: Turn, order: Granting) -> Message:
    """Whoever is called so has the role, or has it no more; raises NotAllowed."""
    return _called(turn, order, None, None)


def _asked(turn: Turn) -> Reply:
    """Who, which role, of which section?"""
    acting(turn, Verb.APPOINT)
    if turn.incoming.channel is ChannelName.LINE:
        return plain(turn.say("roles.elsewhere"))
    if not turn.incoming.opens_forms:
        return plain(turn.say("roles.how"))
    numbers = numbers_of(turn.work)
    people = tuple(
        (str(each.id), cards.called(each.nickname, numbers.get(each.id, ""), turn.say))
        for each in turn.work.people.all()
    )
    sections = tuple((str(each.id), each.path) for each in turn.work.sections.all() if not each.closed)
    return cards.form(people, sections, turn.say)


def _record(turn: Turn) -> Message:
    """The way to the record, for its reader alone."""
    actor = acting(turn, Verb.READ_AUDIT)
    if turn.incoming.channel is ChannelName.LINE or actor.person is None:
        return plain(turn.say("roles.audit_elsewhere"))
    secret = passing.give(turn.work, actor.person, ShowAudit(), turn.now)
    return cards.record(f"{turn.public_url}/audit/{secret}", turn.say)


def _called(turn: Turn, order: Granting, who: Person | None, where: int | None) -> Message:
    """What is not known yet is looked for by its name."""
    acting(turn, Verb.APPOINT)
    if turn.incoming.channel is ChannelName.LINE:
        return plain(turn.say("roles.elsewhere"))
    if order.role is None:
        return plain(turn.say("roles.how"))
    people = [who] if who else people_called(turn.work, order.name)
    if len(people) != 1:
        return plain(turn.say("roles.several" if people else "roles.not_found"))
    if order.section:
        sections = sections_called(turn.work, order.section)
        if len(sections) != 1:
            return plain(turn.say("roles.several_sections" if sections else "roles.no_section"))
        where = sections[0].id
    return _done(turn, Wanted(people[0].id, order.role, where), people[0].nickname, given=order.given)


def _done(turn: Turn, wanted: Wanted, name: str, *, given: bool) -> Message:
    actor = acting(turn, Verb.APPOINT)
    outcome = (verbs.give if given else verbs.take)(turn.work, actor, wanted, turn.now)
    role = turn.say(f"office.{wanted.role.value}")
    if isinstance(outcome, Why):
        return plain(turn.say(f"roles.not_{outcome.value}", name=name, role=role))
    place = None if outcome.section is None else turn.work.sections.get(outcome.section).path
    where = place or turn.say("office.everywhere")
    return plain(turn.say("roles.given" if given else "roles.taken", name=name, role=role, where=where))


def _number(text: str) -> int:
    """0 for what is no number of ours."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
