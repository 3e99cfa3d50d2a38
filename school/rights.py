"""Who may do what in an organisation: one table, asked by every verb of the office."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from store.office import Deed, Grant, Role, Section
from store.work import Work


class Verb(StrEnum):
    """What the office does."""

    APPOINT = "appoint"  # give and take roles
    IMPORT_ROSTER = "import_roster"
    EXPORT_ROSTER = "export_roster"
    INVITE = "invite"
    DRAFT = "draft"  # write an announcement, preview it, throw it away
    SEND = "send"  # an announcement, where no approval is asked for; undo, abort, retry, correct
    APPROVE = "approve"  # somebody else's announcement or urgent wish
    READ_QUESTIONS = "read_questions"
    ANSWER_QUESTIONS = "answer_questions"
    READ_COMPLETION = "read_completion"  # who is how far; never answers
    READ_OFFICE_DIGEST = "read_office_digest"
    SILENCE = "silence"  # disaster mode on
    RESUME = "resume"  # disaster mode off, with the new plan
    SET_LEAVE = "set_leave"  # for somebody else
    PLAN_QUOTA = "plan_quota"
    MEND_COURSE = "mend_course"  # amend an edition, close reports
    EXPORT_ANSWERS = "export_answers"
    READ_AUDIT = "read_audit"


_OFFICE: Final = frozenset({Role.OWNER, Role.OFFICER})
_TEACHING: Final = _OFFICE | {Role.FACILITATOR}
MAY: Final[Mapping[Verb, frozenset[Role]]] = {
    Verb.APPOINT: frozenset({Role.OWNER}),
    Verb.IMPORT_ROSTER: _OFFICE,
    Verb.EXPORT_ROSTER: _OFFICE,
    Verb.INVITE: _OFFICE,
    Verb.DRAFT: _TEACHING,
    Verb.SEND: _OFFICE,
    Verb.APPROVE: _OFFICE,
    Verb.READ_QUESTIONS: _TEACHING,
    Verb.ANSWER_QUESTIONS: _TEACHING,
    Verb.READ_COMPLETION: _OFFICE | {Role.MANAGER},
    Verb.READ_OFFICE_DIGEST: _OFFICE,
    Verb.SILENCE: _OFFICE,
    Verb.RESUME: _OFFICE,
    Verb.SET_LEAVE: _OFFICE,
    Verb.PLAN_QUOTA: _OFFICE,
    Verb.MEND_COURSE: _TEACHING,
    Verb.EXPORT_ANSWERS: _OFFICE,
    Verb.READ_AUDIT: frozenset({Role.OWNER}),
}
"""A manager's rights end where their section ends."""


class NotAllowed(Exception):
    """Whoever wants this has no role here that may do it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person with roles, or the operator at the command line (`person` is None), who may do everything.

    `name` is what stays on record where there is no person.
    """

    person: int | None
    name: str
    grants: tuple[Grant, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        """Everything the actor is."""
        return frozenset(grant.role for grant in self.grants)


def operator(name: str) -> Actor:
    """Whoever sits at the server."""
    return Actor(None, name)


def actor_of(work: Work, person: int) -> Actor:
    """A person with what they are in this organisation."""
    return Actor(person, "", work.roles.of_person(person))


def actors(work: Work) -> tuple[Actor, ...]:
    """Everybody who is something in this organisation, in the order in which they became it first."""
    grants: dict[int, tuple[Grant, ...]] = {}
    for grant in work.roles.all():
        grants[grant.person] = (*grants.get(grant.person, ()), grant)
    return tuple(Actor(person, "", theirs) for person, theirs in grants.items())


def may(work: Work, actor: Actor, verb: Verb, *, section: int | None = None) -> bool:
    """Whether the actor may do this, in this section (None: in the whole organisation)."""
    if actor.person is None:
        return True
    able = [grant for grant in actor.grants if grant.role in MAY[verb]]
    return any(grant.section is None or _within(work, section, grant.section) for grant in able)


def require(work: Work, actor: Actor, verb: Verb, *, section: int | None = None) -> None:
    """Nothing, or NotAllowed. For looking; what changes something `acts`."""
    if not may(work, actor, verb, section=section):
        raise NotAllowed(verb)


def sections(work: Work, actor: Actor, verb: Verb) -> tuple[Section, ...]:
    """Where the actor may do this who may not in the whole organisation; raises NotAllowed for nowhere."""
    found = [grant.section for grant in actor.grants if grant.role in MAY[verb] and grant.section is not None]
    if not found:
        raise NotAllowed(verb)
    return tuple(work.sections.get(section) for section in dict.fromkeys(found))


def acts(
    work: Work,
    actor: Actor,
    verb: Verb,
    *,
    target: str,
    at: datetime,
    detail: str = "",
    section: int | None = None,
) -> None:
    """The actor may do this, and that they did stays on record in the same transaction; raises NotAllowed.

    `target` and `detail` name rows and counts, never what somebody wrote or answered.
    """
    require(work, actor, verb, section=section)
    work.audit.note(Deed(actor.person, actor.name, verb, target, detail, at))


def _within(work: Work, section: int | None, whole: int) -> bool:
    if section is None:
        return False
    return work.sections.get(whole).holds(work.sections.get(section))
