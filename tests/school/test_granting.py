"""Roles by name: given once, told once, and never taken from the last owner."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from school import granting
from school.granting import Wanted, Why
from school.rights import Actor, NotAllowed, actor_of, operator
from store.errors import NotFound
from store.office import Grant, Role
from tests.store.world import NOW, Town, town


def _owner(here: Town, name: str) -> int:
    contact, _ = here.learner(name)
    with here.database.begin(here.number) as work:
        work.roles.grant(contact.person, Role.OWNER, None, NOW)
    return contact.person


def _take(here: Town, by: int, person: int) -> Grant | Why:
    with here.database.begin(here.number) as work:
        return granting.take(work, actor_of(work, by), Wanted(person, Role.OWNER, None), NOW)


def test_two_owners_who_take_it_from_each_other_at_once_leave_one(here: Town) -> None:
    hana, ken = _owner(here, "hana"), _owner(here, "ken")
    with ThreadPoolExecutor(2) as both:
        asked = [both.submit(_take, here, hana, ken), both.submit(_take, here, ken, hana)]
    kept = [each for each in asked if each.exception() or isinstance(each.result(), Why)]
    assert len(kept) == 1
    with here.database.read(here.number) as work:
        (owner,) = work.roles.all()
        assert len(list(work.audit.export())) == 1, "what did not happen is not on record"
    assert _take(here, owner.person, owner.person) is Why.LAST


def test_a_head_of_section_is_one_of_a_section_and_nobody_else_is(here: Town) -> None:
    person = _owner(here, "hana")
    with here.database.begin(here.number) as work:
        one, two = work.sections.create("総務部", None).id, work.sections.create("税務課", None).id
        root = operator("root")
        assert granting.give(work, root, Wanted(person, Role.MANAGER, None), NOW) is Why.OF_WHICH
        assert granting.give(work, root, Wanted(person, Role.OFFICER, one), NOW) is Why.OF_NONE
        assert isinstance(granting.give(work, root, Wanted(person, Role.MANAGER, one), NOW), Grant)
        assert granting.give(work, root, Wanted(person, Role.MANAGER, one), NOW) is Why.ALREADY
        assert isinstance(granting.give(work, root, Wanted(person, Role.MANAGER, two), NOW), Grant)
        assert granting.take(work, root, Wanted(person, Role.MANAGER, None), NOW) is Why.OF_WHICH
        assert isinstance(granting.take(work, root, Wanted(person, Role.MANAGER, two), NOW), Grant)
        assert isinstance(granting.take(work, root, Wanted(person, Role.MANAGER, None), NOW), Grant)
        assert granting.take(work, root, Wanted(person, Role.MANAGER, one), NOW) is Why.NOT_HELD


def test_nobody_gives_a_role_next_door_or_without_being_an_owner(here: Town) -> None:
    there = town(here.database, "another town", "XYZ789")
    person, neighbour = _owner(here, "hana"), _owner(there, "ken")
    with here.database.begin(here.number) as work:
        for verb in (granting.give, granting.take):
            with pytest.raises(NotFound):
                verb(work, actor_of(work, person), Wanted(neighbour, Role.OWNER, None), NOW)
            with pytest.raises(NotAllowed):
                verb(work, Actor(person, ""), Wanted(person, Role.OFFICER, None), NOW)
        assert not list(work.audit.export())
