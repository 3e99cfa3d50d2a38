"""What the office next door has, and every question about it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias

from messages.incoming import ChannelName
from messages.letter import Address
from store.office import Deed, Post, Role, Staff, Uploaded
from store.work import Work
from tests.store.world import MINUTE, NOW

Ask: TypeAlias = Callable[[Work, int], object]  # the neighbours' rows have low numbers: 1 is the first of each table

SOMEBODY: Final = Staff(1, "0012", "髙橋 はな", "タカハシ ハナ", "", "正規", "", "")

FINDS_NOTHING: Final[dict[str, Ask]] = {
    "appointments.find": lambda work, _: work.appointments.find("CODE"),
    "audit.export": lambda work, _: list(work.audit.export()),
    "imports.last": lambda work, _: work.imports.last(),
    "invitations.find": lambda work, _: work.invitations.find("PERSONAL"),
    "invitations.holders": lambda work, _: work.invitations.holders(work.cohorts.all()[0].id, NOW - 9 * MINUTE),
    "posts.all": lambda work, _: work.posts.all(),
    "posts.of": lambda work, _: work.posts.of(1),
    "roles.all": lambda work, _: work.roles.all(),
    "roles.hold": lambda work, _: work.roles.hold(Role.OFFICER),
    "roles.of_person": lambda work, person: work.roles.of_person(person),
    "sections.all": lambda work, _: work.sections.all(),
    "sections.by_path": lambda work, _: work.sections.by_path("総務部"),
    "enrolments.departed": lambda work, _: work.enrolments.departed(NOW.date()),
    "uploads.waiting": lambda work, _: work.uploads.waiting(),
    "staff.all": lambda work, _: work.staff.all(),
    "staff.of_person": lambda work, person: work.staff.of_person(person),
}
NOT_FOUND: Final[dict[str, Ask]] = {
    "sections.get": lambda work, _: work.sections.get(1),
    "uploads.get": lambda work, _: work.uploads.get(1),
    "uploads.last": lambda work, person: work.uploads.last(person),
}
CHANGES_NOTHING: Final[dict[str, Ask]] = {
    "appointments.sweep": lambda work, _: work.appointments.sweep(NOW + 9 * MINUTE),
    "appointments.use": lambda work, _: work.appointments.use(1, NOW),
    "imports.undo": lambda work, _: work.imports.undo(1),
    "invitations.clear": lambda work, _: work.invitations.clear([1]),
    "invitations.use": lambda work, _: work.invitations.use(1, NOW),
    "posts.clear_all": lambda work, _: work.posts.clear_all([1]),
    "posts.clear": lambda work, _: work.posts.clear(1),
    "roles.revoke": lambda work, _: work.roles.revoke(1),
    "sections.close": lambda work, _: work.sections.close(1),
    "uploads.move": lambda work, _: work.uploads.move(1, Uploaded.WAITING, Uploaded.DROPPED),
    "uploads.sweep": lambda work, _: work.uploads.sweep(NOW + MINUTE),
    "staff.meet": lambda work, _: work.staff.meet(1, None),
    "staff.remove": lambda work, _: work.staff.remove([1]),
    "staff.save_all": lambda work, _: work.staff.save_all([SOMEBODY]),
    "staff.save": lambda work, _: work.staff.save(SOMEBODY),
}
CANNOT_POINT_THERE: Final[dict[str, Ask]] = {
    "appointments.offer": lambda work, _: work.appointments.offer("NEW", Role.MANAGER, 1, NOW),
    "invitations.offer": lambda work, _: work.invitations.offer({1: "NEW"}, 1, NOW),
    "posts.add": lambda work, _: work.posts.add([Post(1, 1, "主事")]),
    "roles.grant": lambda work, person: work.roles.grant(person, Role.OWNER, None, NOW),
    "sections.create": lambda work, _: work.sections.create("総務部/総務課", 1),
    "uploads.add": lambda work, person: work.uploads.add(
        person=person, to=Address(ChannelName.SLACK, 1, "D1"), file="F2", name="a.csv", url="https://files", at=NOW
    ),
}
OURS_ALONE: Final = {"audit.note", "imports.keep", "imports.lock", "staff.add"}


def settle(work: Work, person: int) -> None:
    """The office next door, with something in every table."""
    section = work.sections.create("総務部", None)
    work.staff.add([SOMEBODY])
    somebody = work.staff.all()[0]
    work.staff.meet(somebody.id, person)
    work.staff.save(replace(somebody, left_on=NOW.date()))
    work.posts.add([Post(somebody.id, section.id, "主事")])
    work.roles.grant(person, Role.OFFICER, section.id, NOW)
    work.appointments.offer("CODE", Role.OWNER, None, NOW + MINUTE)
    work.imports.keep(before="{}", after="{}", sections=[section.id], ended=[], at=NOW)
    there = Address(ChannelName.SLACK, work.accounts.all()[0].id, "D1")
    work.uploads.add(person=person, to=there, file="F1", name="a.csv", url="https://files", at=NOW)
    work.invitations.offer({somebody.id: "PERSONAL"}, work.cohorts.all()[0].id, NOW + MINUTE)
    work.audit.note(Deed(person, "", "appoint", "person:1", "", NOW))
