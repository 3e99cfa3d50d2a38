"""The learner's own time, language and kind of examples."""

import re
from dataclasses import replace
from typing import Final

from handlers.turn import Reply, Turn, chosen_by
from handlers.words import folded
from lessons.cards import dates
from lessons.cards import settings as cards
from lessons.model import FAMILIES
from lessons.phrases import LANGUAGES, phrases
from messages.actions import SetLanguage, SetSection, SetTime
from messages.incoming import Submitted
from messages.message import Message, Text, plain
from school import linking, quota, scheduling
from school.scheduling import NotATime
from school.study import study_of
from store.values import Enrolment, Person

_PARTS: Final = re.compile(r"・| and ")


def asked(turn: Turn) -> Reply:
    """Everything that can be set: a form where there are forms, else buttons."""
    enrolment, person = turn.enrolment, turn.person
    if enrolment is None or person is None:
        return plain(turn.say("join.hello"))
    chosen = chosen_by(turn, enrolment, person)
    if turn.incoming.opens_forms:
        return cards.settings_form(chosen, scheduling.TIMES, turn.say)
    away = study_of(turn.work, enrolment, turn.library).away_through(turn.now)
    return cards.settings_message(replace(chosen, away_through=away), scheduling.TIMES, turn.say)


def wished(turn: Turn, wish: str) -> Message:
    """`設定 9:00`, `設定 English`, `設定 窓口`."""
    word = folded(wish)
    if scheduling.read_time(word) is not None:
        return timed(turn, SetTime(word))
    for language in LANGUAGES:
        names = turn.say(f"settings.language_names_{language}").casefold().split()
        if word.replace(" ", "") in (language, *names):
            return spoken(turn, SetLanguage(language))
    for family in FAMILIES:
        whole = folded(turn.say(f"family.{family}"))
        if word in (family, whole, *_PARTS.split(whole)):
            return sectioned(turn, SetSection(family))
    return plain(turn.say("settings.unknown"))


def timed(turn: Turn, action: SetTime) -> Message:
    """Another time of day, within working hours."""
    enrolment = turn.enrolment
    if enrolment is None:
        return plain(turn.say("join.hello"))
    return plain(_told(turn, scheduling.set_time(turn.work, turn.library, enrolment, action.time, turn.now)))


def spoken(turn: Turn, action: SetLanguage) -> Message:
    """Another language; the answer is in it already."""
    person = _person(turn)
    if person is None or action.language not in LANGUAGES:
        return plain(turn.say("join.hello" if person is None else "settings.unknown"))
    turn.work.people.set_language(person.id, action.language)
    return plain(phrases(action.language)("settings.language_set"))


def sectioned(turn: Turn, action: SetSection) -> Message:
    """Examples from another family of departments."""
    person = _person(turn)
    if person is None or action.family not in FAMILIES:
        return plain(turn.say("join.hello" if person is None else "settings.unknown"))
    turn.work.people.set_section(person.id, action.family)
    return plain(turn.say("settings.section_set", family=turn.say(f"family.{action.family}")))


def submitted(turn: Turn, form: Submitted) -> Message:
    """The form: each field as if typed, or none if the time cannot be; the answer is in the new language."""
    person, enrolment = turn.person, turn.enrolment
    if person is None or enrolment is None or form.form != cards.NAME:
        return plain(turn.say("help.form_again"))
    answer = scheduling.set_time(turn.work, turn.library, enrolment, form.value("time"), turn.now)
    if not isinstance(answer, Enrolment):
        return plain(_told(turn, answer))
    spoken(turn, SetLanguage(form.value("language")))
    sectioned(turn, SetSection(form.value("section")))
    if (wish := form.value("reminders")) in {"on", "off"}:
        turn.work.people.set_reminders(person.id, wanted=wish == "on")
    if (wish := form.value("digests")) in {"on", "off"}:
        turn.work.people.set_digests(person.id, wanted=wish == "on")
    _arriving(turn, form.value("place"))
    say = phrases(turn.work.people.get(person.id).language)
    told = _told(replace(turn, say=say), answer)
    return Message(told, (Text(say("settings.saved")), Text(told)))


def _arriving(turn: Turn, place: str) -> None:
    """Where lessons arrive; nothing changes for a place that is not the person's, or cannot be reached."""
    contacts = turn.work.contacts.of_person(turn.person.id) if turn.person else ()
    wished = next((each for each in contacts if str(each.id) == place and each.reachable), None)
    if wished is not None and wished.id != (turn.enrolment.contact if turn.enrolment else None):
        linking.prefer(turn.work, wished)


def _told(turn: Turn, answer: Enrolment | NotATime) -> str:
    if not isinstance(answer, Enrolment):
        return turn.say(answer.key, **dict(answer.facts))
    at = dates.clock(answer.delivery_time)
    day = study_of(turn.work, answer, turn.library).next_day
    if day is None:
        return turn.say("settings.time_set_only", time=at)
    key = "quota.time_set" if quota.is_fetched(turn.work, answer) else "settings.time_set"
    return turn.say(key, time=at, date=dates.short(day, turn.say))


def _person(turn: Turn) -> Person | None:
    return turn.person if turn.enrolment else None
