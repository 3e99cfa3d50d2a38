"""What a learner may set: the time, the language, whose examples, reminders, and where lessons arrive."""

from dataclasses import dataclass
from datetime import date, time
from typing import Final

from lessons.cards import dates, places
from lessons.cards.places import Spot
from lessons.model import FAMILIES
from lessons.phrases import LANGUAGES, Phrases
from messages.actions import Prefer, SetDigests, SetLanguage, SetReminders, SetSection, SetTime
from messages.form import Field, Form
from messages.message import Button, Buttons, Facts, Heading, Message, Text, Tone

NAME: Final = "settings"
_SWITCH: Final = {True: "on", False: "off"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is set now; `spots` are all places where the person is reached, `away_through` the last day of a leave.
    `fetched`: lessons are not sent just now.
    """

    at: time
    language: str
    family: str
    reminders: bool
    spots: tuple[Spot, ...]
    digests: bool = True
    away_through: date | None = None
    fetched: bool = False

    @property
    def spot(self) -> Spot | None:
        """Where lessons arrive."""
        return next((spot for spot in self.spots if spot.preferred), None)


def settings_message(chosen: Chosen, times: tuple[time, ...], say: Phrases) -> Message:
    """What is set now, and a button for everything else it could be."""
    return Message(
        summary=say("settings.summary"),
        blocks=(
            Heading(text=say("settings.title")),
            Facts(rows(chosen, say)),
            Text(say("settings.ask"), Tone.QUIET),
            Buttons(tuple(Button(dates.clock(t), SetTime(dates.clock(t))) for t in times if t != chosen.at)),
            Buttons(
                tuple(Button(say(f"settings.{e}"), SetLanguage(e)) for e in LANGUAGES if e != chosen.language),
            ),
            Buttons((_reminders(chosen, say), _digests(chosen, say), *_elsewhere(chosen, say), places.more(say))),
            Text(say("settings.section_ask"), Tone.QUIET),
            Buttons(tuple(Button(say(f"family.{e}"), SetSection(e)) for e in FAMILIES if e != chosen.family)),
        ),
    )


def settings_form(chosen: Chosen, times: tuple[time, ...], say: Phrases) -> Form:
    """The same as a form, where the platform has forms."""
    offered = [dates.clock(at) for at in sorted({chosen.at, *times})]
    return Form(
        name=NAME,
        title=say("settings.title"),
        submit=say("settings.save"),
        close=say("settings.close"),
        fields=(
            Field("time", say("settings.time"), tuple((at, at) for at in offered), dates.clock(chosen.at)),
            Field("language", say("settings.language"), _named("settings", LANGUAGES, say), chosen.language),
            Field("section", say("settings.section"), _named("family", FAMILIES, say), chosen.family),
            Field(
                "reminders",
                say("settings.reminders"),
                _named("settings.reminders", ("on", "off"), say, joint="_"),
                _SWITCH[chosen.reminders],
            ),
            Field(
                "digests",
                say("settings.digests"),
                _named("settings.digests", ("on", "off"), say, joint="_"),
                _SWITCH[chosen.digests],
            ),
            *_place(chosen, say),
        ),
    )


def rows(chosen: Chosen, say: Phrases) -> tuple[tuple[str, str], ...]:
    """What is set now, by name; where lessons arrive only if it could be elsewhere."""
    spot = chosen.spot
    place = ((say("settings.place"), places.name(spot.channel, say)),) if spot and len(chosen.spots) > 1 else ()
    away, at = chosen.away_through, dates.clock(chosen.at)
    return (
        (say("settings.time"), say("quota.time", time=at) if chosen.fetched else at),
        (say("settings.language"), say(f"settings.{chosen.language}")),
        (say("settings.section"), say(f"family.{chosen.family}")),
        (say("settings.reminders"), say(f"settings.reminders_{_SWITCH[chosen.reminders]}")),
        (say("settings.digests"), say(f"settings.digests_{_SWITCH[chosen.digests]}")),
        *place,
        *(() if away is None else ((say("rest.title"), say("rest.until", date=dates.short(away, say))),)),
    )


def _reminders(chosen: Chosen, say: Phrases) -> Button:
    other = _SWITCH[not chosen.reminders]
    return Button(say(f"settings.turn_{other}"), SetReminders(other))


def _digests(chosen: Chosen, say: Phrases) -> Button:
    other = _SWITCH[not chosen.digests]
    return Button(say(f"settings.digests_turn_{other}"), SetDigests(other))


def _elsewhere(chosen: Chosen, say: Phrases) -> tuple[Button, ...]:
    others = (spot for spot in chosen.spots if not spot.preferred and spot.reachable)
    return tuple(
        Button(say("places.prefer", place=places.name(spot.channel, say)), Prefer(spot.contact)) for spot in others
    )


def _place(chosen: Chosen, say: Phrases) -> tuple[Field, ...]:
    spot = chosen.spot
    if spot is None or len(chosen.spots) == 1:
        return ()
    offered = tuple(
        (str(each.contact), places.name(each.channel, say)) for each in chosen.spots if each.reachable or each == spot
    )
    return (Field("place", say("settings.place"), offered, str(spot.contact)),)


def _named(table: str, names: tuple[str, ...], say: Phrases, joint: str = ".") -> tuple[tuple[str, str], ...]:
    return tuple((name, say(f"{table}{joint}{name}")) for name in names)
