"""Two places, one person: linking, the preferred place, and parting again."""

from typing import Final

from handlers.turn import Turn, spots_of
from lessons.cards import places as cards
from lessons.phrases import phrases
from messages.actions import Prefer, Unlink, pack
from messages.incoming import ChannelName
from messages.message import Message, plain
from school import linking
from school.linking import Linked, Why
from store.values import Contact, Person

_KANA: Final = {ChannelName.LINE: ("ライン", "らいん"), ChannelName.SLACK: ("スラック", "すらっく")}


def asked(turn: Turn) -> Message:
    """Where this person is reached, and a new code for a platform where they are not yet."""
    if turn.person is None:
        return plain(turn.say("places.guest"))
    missing = _missing(turn, turn.person)
    code = linking.give_code(turn.work, turn.person.id, turn.now) if missing else ""
    return cards.places_message(spots_of(turn, turn.person), code=code, missing=missing, say=turn.say)


def linked(turn: Turn, code: str) -> Message:
    """A code from the other platform."""
    outcome = linking.link(
        turn.work,
        turn.account,
        code,
        who=turn.incoming.who,
        room=turn.incoming.room,
        contact=turn.contact,
        at=turn.now,
    )
    match outcome:
        case Linked(person=person):
            return cards.linked(spots_of(turn, person), phrases(person.language))
        case Why():
            place = cards.name(turn.incoming.channel, turn.say)
            return plain(turn.say(f"places.not_{outcome.value}", place=place))


def placed(turn: Turn, place: str) -> Message:
    """`届け先 Slack`: the place by its name."""
    if turn.person is None:
        return plain(turn.say("places.guest"))
    contact = _named(turn, turn.person, place)
    if contact is None:
        return plain(turn.say("places.no_such", place=place[:20]))
    return preferred(turn, Prefer(contact.id))


def preferred(turn: Turn, action: Prefer) -> Message:
    """Everything unasked goes there from now on."""
    contact = _own(turn, action.contact)
    if contact is None:
        return plain(turn.say("places.gone" if turn.person else "places.guest"))
    place = cards.name(contact.channel, turn.say)
    if not contact.reachable:
        return plain(turn.say("places.prefer_unreachable", place=place))
    linking.prefer(turn.work, contact)
    return plain(turn.say("places.preferred_now", place=place))


def parted(turn: Turn, place: str) -> Message:
    """`連携解除`, with or without a place: which one, then whether really."""
    if turn.person is None:
        return plain(turn.say("places.guest"))
    spots = spots_of(turn, turn.person)
    if len(spots) == 1:
        return plain(turn.say("places.last"))
    if not place:
        return cards.ask_which(spots, turn.say)
    contact = _named(turn, turn.person, place)
    if contact is None:
        return plain(turn.say("places.no_such", place=place[:20]))
    return unlinked(turn, Unlink(contact.id, 0))


def unlinked(turn: Turn, action: Unlink) -> Message:
    """Once more asked, then nobody is known there."""
    contact = _own(turn, action.contact)
    if contact is None:
        return plain(turn.say("places.gone" if turn.person else "places.guest"))
    spots = spots_of(turn, turn.person) if turn.person else ()
    if len(spots) == 1:
        return plain(turn.say("places.last"))
    yes = Unlink(contact.id, 1)
    prompt = turn.work.prompts.get(*turn.who)
    if action != yes or prompt is None or prompt.value != pack(yes):
        turn.work.prompts.set(*turn.who, awaiting="confirm", value=pack(yes), at=turn.now)
        return cards.ask_unlink(next(spot for spot in spots if spot.contact == contact.id), turn.say)
    turn.work.prompts.clear(*turn.who)
    left = linking.unlink(turn.work, contact)
    if left is None:
        return plain(turn.say("places.last"))
    names = {"gone": cards.name(contact.channel, turn.say), "left": cards.name(left.channel, turn.say)}
    return plain(turn.say("places.unlinked", **names))


def lost(turn: Turn) -> None:
    """This place cannot be reached any more: what nobody asked for goes to another one, if there is one."""
    if turn.contact is not None:
        linking.lost(turn.work, turn.contact)


def found(turn: Turn) -> None:
    """This place is reached again; it serves where no other does."""
    if turn.contact is not None:
        linking.found(turn.work, turn.contact)


def _missing(turn: Turn, person: Person) -> tuple[ChannelName, ...]:
    there = {each.account for each in turn.work.contacts.of_person(person.id)}
    return tuple(each.channel for each in turn.work.accounts.all() if each.active and each.id not in there)


def _own(turn: Turn, number: int) -> Contact | None:
    contacts = turn.work.contacts.of_person(turn.person.id) if turn.person else ()
    return next((each for each in contacts if each.id == number), None)


def _named(turn: Turn, person: Person, place: str) -> Contact | None:
    contacts = turn.work.contacts.of_person(person.id)
    return next((each for each in contacts if place in {each.channel.value, *_KANA[each.channel]}), None)
