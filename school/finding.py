"""Sections and people, as somebody of the office calls them."""

import unicodedata

from store.office import Section
from store.values import Person
from store.work import Work


def sections_called(work: Work, name: str) -> tuple[Section, ...]:
    """The sections with this path, or else with this name, wherever they stand."""
    wanted, there = _folded(name), work.sections.all()
    exact = tuple(each for each in there if _folded(each.path) == wanted)
    return exact or tuple(each for each in there if _folded(each.name) == wanted)


def people_called(work: Work, name: str) -> tuple[Person, ...]:
    """The person with this number on the list of staff, or else everybody with this nickname."""
    wanted = _folded(name)
    met = [each.person for each in work.staff.all() if _folded(each.number) == wanted and each.person is not None]
    if met:
        return tuple(work.people.get(person) for person in met)
    return tuple(each for each in work.people.all() if _folded(each.nickname) == wanted)


def numbers_of(work: Work) -> dict[int, str]:
    """What the list of staff calls the people that it knows, by person."""
    return {each.person: each.number for each in work.staff.all() if each.person is not None}


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
