"""Who has which role, the form that gives and takes one, and the way to the record. Not for LINE, where no names go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from lessons.phrases import Phrases
from messages.actions import AskRole, pack
from messages.form import Entry, Field, Form, Pick
from messages.message import Button, Buttons, Facts, Heading, Message, Page, Text, Tone

WHO, NAME, ROLE, SECTION, PATH, DEED = "person", "name", "role", "section", "path", "deed"  # fields of the form
GIVE, TAKE = "give", "take"
EVERYWHERE: Final = "0"  # in the place of a section's number
ROLES: Final = ("owner", "officer", "facilitator", "manager")
Choices: TypeAlias = tuple[tuple[str, str], ...]
_LISTED: Final = 99  # people or sections a form offers at most; where there are more, one is written
_SHOWN: Final = 20  # of those who have the same role
_NAME: Final = 100  # characters


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with a role; `number` is the staff number, empty where the list does not know them, and `section` what
    the role is for, empty for everything.
    """

    role: str
    nickname: str
    number: str
    section: str


def holders(there: Sequence[Holder], say: Phrases) -> Message:
    """Everybody with a role, role by role; and how to give and take one."""
    by_role = {role: [_told(each, say) for each in there if each.role == role] for role in ROLES}
    rows = tuple((say(f"office.{role}"), _listed(names, say)) for role, names in by_role.items() if names)
    return Message(
        summary=say("roles.title"),
        blocks=(
            Heading(text=say("roles.title")),
            Facts(rows),
            Buttons((Button(say("roles.change"), AskRole()),)),
            Text(say("roles.how"), Tone.QUIET),
            Text(say("roles.audit_hint"), Tone.QUIET),
        ),
    )


def form(people: Choices, sections: Choices, say: Phrases) -> Form:
    """Who, which role, of which section, given or taken. People and sections come from lists as long as these fit."""
    roles = tuple((role, say(f"office.{role}")) for role in ROLES)
    nowhere = ((EVERYWHERE, say("office.everywhere")),)
    deeds = ((GIVE, say("roles.give")), (TAKE, say("roles.take")))
    who = (
        Field(WHO, say("roles.who"), people, "")
        if 0 < len(people) <= _LISTED
        else Entry(NAME, say("roles.who"), _NAME, say("away.who_hint"))
    )
    where = (
        Field(SECTION, say("roles.section"), (*nowhere, *sections), EVERYWHERE)
        if len(sections) <= _LISTED
        else Entry(PATH, say("roles.section"), _NAME, say("roles.section_hint"), needed=False)
    )
    return Form(
        name="role",
        title=say("roles.form"),
        submit=say("roles.submit"),
        close=say("settings.close"),
        fields=(who, Field(ROLE, say("roles.which"), roles, ""), where, Pick(DEED, say("roles.deed"), deeds, GIVE)),
        about=pack(AskRole()),
    )


def record(url: str, say: Phrases) -> Message:
    """The way to the file."""
    told = say("roles.audit")
    return Message(told, (Text(told), Page(say("roles.audit_open"), url), Text(say("roles.audit_what"), Tone.QUIET)))


def called(nickname: str, marks: str, say: Phrases) -> str:
    """A nickname, and behind it, where there is something, by what it is told from others."""
    return f"{nickname}{say('roles.listed', marks=marks) if marks else ''}"


def _told(holder: Holder, say: Phrases) -> str:
    return called(holder.nickname, say("roles.and").join(filter(None, (holder.number, holder.section))), say)


def _listed(names: Sequence[str], say: Phrases) -> str:
    more = [say("roles.more", count=len(names) - _SHOWN)] if len(names) > _SHOWN else []
    return say("roles.and").join([*names[:_SHOWN], *more])
