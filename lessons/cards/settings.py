"""What a learner may set: the time, the language, whose examples."""

from datetime import date, time
from typing import Final

from lessons.cards import dates
from lessons.model import FAMILIES
from lessons.phrases import LANGUAGES, Phrases
from messages.actions import SetLanguage, SetSection, SetTime
from messages.form import Field, Form
from messages.message import Button, Buttons, Facts, Heading, Message, Text, Tone

NAME: Final = "settings"


def settings_message(
    at: time,
    language: str,
    family: str,
    times: tuple[time, ...],
    say: Phrases,
    *,
    away_through: date | None = None,
) -> Message:
    """What is set now, and a button for everything else it could be."""
    away = (
        () if away_through is None else ((say("rest.title"), say("rest.until", date=dates.short(away_through, say))),)
    )
    return Message(
        summary=say("settings.summary"),
        blocks=(
            Heading(text=say("settings.title")),
            Facts(
                (
                    (say("settings.time"), dates.clock(at)),
                    (say("settings.language"), say(f"settings.{language}")),
                    (say("settings.section"), say(f"family.{family}")),
                    *away,
                )
            ),
            Text(say("settings.ask"), Tone.QUIET),
            Buttons(tuple(Button(dates.clock(each), SetTime(dates.clock(each))) for each in times if each != at)),
            Buttons(
                tuple(Button(say(f"settings.{each}"), SetLanguage(each)) for each in LANGUAGES if each != language)
            ),
            Text(say("settings.section_ask"), Tone.QUIET),
            Buttons(tuple(Button(say(f"family.{each}"), SetSection(each)) for each in FAMILIES if each != family)),
        ),
    )


def settings_form(at: time, language: str, family: str, times: tuple[time, ...], say: Phrases) -> Form:
    """The same as a form, where the platform has forms."""
    offered = sorted({at, *times})
    return Form(
        name=NAME,
        title=say("settings.title"),
        submit=say("settings.save"),
        close=say("settings.close"),
        fields=(
            Field(
                "time", say("settings.time"), tuple((dates.clock(t), dates.clock(t)) for t in offered), dates.clock(at)
            ),
            Field("language", say("settings.language"), _named("settings", LANGUAGES, say), language),
            Field("section", say("settings.section"), _named("family", FAMILIES, say), family),
        ),
    )


def _named(table: str, names: tuple[str, ...], say: Phrases) -> tuple[tuple[str, str], ...]:
    return tuple((name, say(f"{table}.{name}")) for name in names)
