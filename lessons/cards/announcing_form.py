"""The forms of announcements: to write one, to correct one, to say why one is given back."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from lessons.phrases import Phrases
from messages.actions import Action, pack
from messages.form import Entry, Field, Form, Part, Pick, Several

NAME: Final = "announcement"
WHY: Final = "comment"
COMMENT: Final = 300  # characters
Choices: TypeAlias = tuple[tuple[str, str], ...]
_ROLES: Final = ("learner", "manager", "facilitator", "officer", "owner")
_PROGRESS: Final = ("any", "not_begun", "begun", "unfinished", "finished")
_LONGEST: Final = dict.fromkeys(("link", "image", "body"), 1000) | {
    "title": 60,
    "link_label": 40,
    "image_alt": 140,
    "question": 140,
    "options": 400,
    "without": 400,
    "when": 40,
    WHY: COMMENT,
}
_OWED: Final = frozenset({"title", "body", WHY})
_TALL: Final = frozenset({"body", "options", WHY})


def announcement_form(
    about: Action,
    given: Mapping[str, str],
    say: Phrases,
    *,
    cohorts: Choices,
    sections: Choices,
    errors: tuple[tuple[str, str], ...] = (),
) -> Form:
    """All of an announcement; `given` is what stands in its fields already."""
    whom: list[Part] = [
        *_to("cohorts", cohorts, given, say),
        *_to("sections", sections, given, say),
        *_to("roles", _named("office", _ROLES, say), given, say),
        *_to("channels", _named("places", ("line", "slack"), say), given, say),
        _one("progress", given, say),
    ]
    when = (_entry("without", given, say), _entry("when", given, say), _urgent(given, say))
    title = say("announcing.rewriting" if given else "announcing.write")
    fields: list[Part] = [*_words(given, say), *whom, *when]
    return _form(title, about, fields, say, errors)


def correction_form(
    about: Action, given: Mapping[str, str], say: Phrases, *, errors: tuple[tuple[str, str], ...] = ()
) -> Form:
    """What is right: the same fields but for whom, for it goes to those who read the first."""
    fields: list[Part] = [*_words(given, say), _urgent(given, say)]
    return _form(say("announcing.correcting"), about, fields, say, errors, intro=say("announcing.correcting_intro"))


def return_form(about: Action, say: Phrases, *, errors: tuple[tuple[str, str], ...] = ()) -> Form:
    """Why it is given back."""
    return Form(
        name=NAME,
        title=say("announcing.returning"),
        submit=say("announcing.give_back"),
        close=say("announcing.close"),
        fields=(_entry(WHY, {}, say),),
        about=pack(about),
        errors=errors,
    )


def _form(
    title: str,
    about: Action,
    fields: Sequence[Part],
    say: Phrases,
    errors: tuple[tuple[str, str], ...],
    *,
    intro: str = "",
) -> Form:
    return Form(
        name=NAME,
        title=title,
        submit=say("announcing.look"),
        close=say("announcing.close"),
        fields=tuple(fields),
        intro=intro or say("announcing.intro"),
        about=pack(about),
        errors=errors,
    )


def _words(given: Mapping[str, str], say: Phrases) -> tuple[Entry, ...]:
    names = ("title", "body", "link", "link_label", "image", "image_alt", "question", "options")
    return tuple(_entry(name, given, say) for name in names)


def _entry(name: str, given: Mapping[str, str], say: Phrases) -> Entry:
    hint = f"announcing.{name}_hint"
    return Entry(
        name,
        say(f"announcing.{name}"),
        _LONGEST[name],
        hint=say(hint) if hint in say else "",
        long=name in _TALL,
        needed=name in _OWED,
        value=given.get(name, ""),
    )


def _to(name: str, options: Choices, given: Mapping[str, str], say: Phrases) -> tuple[Several, ...]:
    """Nothing to choose from is not asked for; learners are who is meant unless somebody says otherwise."""
    before = "learner" if name == "roles" else ""
    values = tuple(given.get(name, before).split())
    hint = f"announcing.{name}_hint"
    asked = Several(name, say(f"announcing.{name}"), options, values, say(hint) if hint in say else "")
    return (asked,) if options else ()


def _one(name: str, given: Mapping[str, str], say: Phrases) -> Field:
    options = tuple((each, say(f"announcing.{name}_{each}")) for each in _PROGRESS)
    return Field(name, say(f"announcing.{name}"), options, given.get(name, _PROGRESS[0]))


def _urgent(given: Mapping[str, str], say: Phrases) -> Pick:
    options = tuple((each, say(f"announcing.urgent_{each}")) for each in ("no", "yes"))
    return Pick("urgent", say("announcing.urgent"), options, given.get("urgent", "no"))


def _named(table: str, names: tuple[str, ...], say: Phrases) -> Choices:
    return tuple((name, say(f"{table}.{name}")) for name in names)
