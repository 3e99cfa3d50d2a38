"""Who may do what: every role, every verb, and nobody anything in another organisation."""

from itertools import product

import pytest

from school.rights import MAY, NotAllowed, Verb, actor_of, acts, may, operator
from store.office import Role
from tests.store.world import NOW, Town, town


@pytest.mark.parametrize(("role", "verb"), list(product(Role, Verb)))
def test_every_cell_of_the_table(here: Town, role: Role, verb: Verb) -> None:
    contact, _ = here.learner("hana")
    with here.database.begin(here.number) as work:
        work.roles.grant(contact.person, role, None, NOW)
        actor = actor_of(work, contact.person)
        if role in MAY[verb]:
            acts(work, actor, verb, target="x", at=NOW)
        else:
            with pytest.raises(NotAllowed):
                acts(work, actor, verb, target="x", at=NOW)
        assert len(list(work.audit.export())) == (role in MAY[verb]), "what was refused was not done"


def test_whoever_is_nothing_may_nothing_and_the_operator_everything(here: Town) -> None:
    contact, _ = here.learner("hana")
    with here.database.read(here.number) as work:
        assert not [verb for verb in Verb if may(work, actor_of(work, contact.person), verb)]
        assert [verb for verb in Verb if may(work, operator("root"), verb)] == list(Verb)


def test_a_head_of_section_sees_the_own_section_and_what_is_below_it(here: Town) -> None:
    contact, _ = here.learner("hana")
    with here.database.begin(here.number) as work:
        part = work.sections.create("総務部", None)
        mine = work.sections.create("総務部/総務課", part.id)
        below = work.sections.create("総務部/総務課/人事係", mine.id)
        alike = work.sections.create("総務部/総務課分室", part.id)
        work.roles.grant(contact.person, Role.MANAGER, mine.id, NOW)
        head = actor_of(work, contact.person)
        seen = [
            each.path for each in (part, mine, below, alike) if may(work, head, Verb.READ_COMPLETION, section=each.id)
        ]
        assert seen == ["総務部/総務課", "総務部/総務課/人事係"]
        assert not may(work, head, Verb.READ_COMPLETION), "not the whole town"


def test_roles_end_where_the_organisation_ends(here: Town) -> None:
    there = town(here.database, "another town", "XYZ789")
    contact, _ = there.learner("hana")
    with there.database.begin(there.number) as work:
        work.roles.grant(contact.person, Role.OWNER, None, NOW)
    with here.database.read(here.number) as work:
        assert not [verb for verb in Verb if may(work, actor_of(work, contact.person), verb)]


def test_what_was_noted_can_neither_be_changed_nor_deleted(here: Town) -> None:
    with here.database.begin(here.number) as work:
        acts(work, operator("root"), Verb.APPOINT, target="x", at=NOW)
    for statement in ("UPDATE audit SET verb = 'x'", "DELETE FROM audit"):
        with pytest.raises(Exception, match="what was noted stays"), here.database.root() as root:
            root.organisations.connection.exec_driver_sql(statement)
