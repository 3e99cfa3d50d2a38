"""An announcement as a form has it: read into a draft, and laid out again to be changed.

Every value is one text; where several may be chosen, each stands on a line of its own.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import Final

from lessons.days import read_day
from lessons.notice import Notice
from messages.incoming import ChannelName
from school.announcing.drafting import Draft
from school.announcing.wording import Fault, faults, tidied
from school.scheduling import read_time
from store.announcement import Announcement, Audience, Progress
from store.errors import NotFound
from store.office import Role
from store.work import Work

TEXTS: Final = ("title", "body", "link", "link_label", "image", "image_alt", "question")
ANY: Final = "any"
YES: Final = "yes"
NO: Final = "no"
_BORDER: Final = re.compile(r"(?<=[\s日曜])|^|$")
_NAMES: Final = re.compile(r"[、,;\n]")


def filled(work: Work, given: Mapping[str, str], at: datetime) -> Draft | tuple[Fault, ...]:
    """The draft that the form asks for, or everything that is wrong with it, by its fields. Raises NotFound for a
    cohort or a section that was never offered.
    """
    notice = notice_of(given)
    wanted_at, late = _when(work, given.get("when", ""), at)
    without, unknown = _without(work, given.get("without", ""))
    roles = tuple(role for role in Role if role.value in _lines(given, "roles"))
    nobody = () if roles else (Fault("roles", "announcement.empty"),)
    today = at.astimezone(work.organisation.timezone).date()
    if wrong := (*faults(notice, today), *nobody, *unknown, *late):
        return wrong
    to = Audience(
        cohorts=_numbers(given, "cohorts"),
        sections=_numbers(given, "sections"),
        roles=roles,
        channels=tuple(each for each in ChannelName if each.value in _lines(given, "channels")),
        progress=next((each for each in Progress if each.value == given.get("progress")), None),
        without=without,
    )
    return Draft(notice, to, is_urgent(given), wanted_at)


def notice_of(given: Mapping[str, str]) -> Notice:
    """What it says, tidied."""
    options = tuple(_lines(given, "options"))
    return tidied(Notice(**{name: given.get(name, "") for name in TEXTS}, options=options))


def is_urgent(given: Mapping[str, str]) -> bool:
    """Whether it cannot wait for working hours."""
    return given.get("urgent") == YES


def laid_out(work: Work, announcement: Announcement) -> dict[str, str]:
    """What each field of the form holds for it."""
    notice, to = announcement.notice, announcement.audience
    zone = work.organisation.timezone
    return {name: str(getattr(notice, name)) for name in TEXTS} | {
        "options": "\n".join(notice.options),
        "cohorts": "\n".join(map(str, to.cohorts)),
        "sections": "\n".join(map(str, to.sections)),
        "roles": "\n".join(to.roles),
        "channels": "\n".join(to.channels),
        "progress": to.progress.value if to.progress else ANY,
        "without": "、".join(_called(work, each) for each in to.without),
        "when": f"{announcement.wanted_at.astimezone(zone):%Y-%m-%d %H:%M}" if announcement.wanted_at else "",
        "urgent": YES if announcement.urgent else NO,
    }


def read_moment(text: str, work: Work, at: datetime) -> datetime | None:
    """A day, a time of day, or both, as people type them: 12/1 9:00, 明日 10時, 15:30. A day alone is its opening hour,
    a time alone is today's. None for what is neither.
    """
    local = at.astimezone(work.organisation.timezone)
    said = unicodedata.normalize("NFKC", text[:60]).replace("T", " ").strip()
    for border in _BORDER.finditer(said):
        before, behind = said[: border.start()].strip(), said[border.start() :].strip()
        day = read_day(before, local.date()) if before else local.date()
        hour = read_time(behind) if behind else work.organisation.opens
        if day and hour and said:
            return datetime.combine(day, time(hour.hour, hour.minute), work.organisation.timezone).astimezone(at.tzinfo)
    return None


def _when(work: Work, text: str, at: datetime) -> tuple[datetime | None, tuple[Fault, ...]]:
    if not text.strip():
        return None, ()
    moment = read_moment(text, work, at)
    if moment is None:
        return None, (Fault("when", "announcement.no_moment"),)
    return moment, (Fault("when", "announcement.past"),) if moment <= at else ()


def _without(work: Work, text: str) -> tuple[tuple[int, ...], tuple[Fault, ...]]:
    """People by what they call themselves or by their number on the list of staff; each must be one and no other."""
    asked = [name.strip() for name in _NAMES.split(text) if name.strip()]
    if not asked:
        return (), ()
    known = list(_names(work))
    found = {name: {person for each, person in known if each == name} for name in asked}
    if strange := [name for name in asked if len(found[name]) != 1]:
        return (), (Fault("without", "announcement.strange", (("names", "、".join(strange)),)),)
    return tuple(sorted({person for people in found.values() for person in people})), ()


def _names(work: Work) -> Iterator[tuple[str, int]]:
    yield from ((each.nickname, each.id) for each in work.people.all())
    yield from ((each.number, each.person) for each in work.staff.all() if each.person is not None)


def _called(work: Work, person: int) -> str:
    if staff := work.staff.of_person(person):
        return staff.number
    try:
        return work.people.get(person).nickname
    except NotFound:
        return ""


def _lines(given: Mapping[str, str], name: str) -> list[str]:
    return [line.strip() for line in given.get(name, "").splitlines() if line.strip()]


def _numbers(given: Mapping[str, str], name: str) -> tuple[int, ...]:
    lines = _lines(given, name)
    if not all(line.isdecimal() and len(line) < 19 for line in lines):
        raise NotFound(name)
    return tuple(map(int, lines))
