"""How far a section is when somebody asks, in no more figures than the weekly digests have."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from lessons import grouping
from lessons.cards.digest.completion import Completion
from lessons.grouping import Group
from lessons.weekly import week_of
from school.digests.census import Survey, by_section, counted, within
from school.finding import sections_called
from school.rights import Actor, Verb, may, sections
from store.office import Section
from store.work import Work


class Why(StrEnum):
    """Why nothing is shown."""

    NOT_YOURS = "not_yours"  # or not there: a manager is not told which
    NOT_FOUND = "not_found"
    SEVERAL = "several"


def seen(work: Work, actor: Actor, name: str, at: datetime) -> tuple[Completion, ...] | Why:
    """Of the section called so. Without a name of everybody, for who sees all, or of each section of a manager's own.
    Raises NotAllowed for who sees none.
    """
    if may(work, actor, Verb.READ_COMPLETION):
        return _of_all(work, name, at)
    own = sections(work, actor, Verb.READ_COMPLETION)
    if name:
        called = sections_called(work, name)
        own = tuple(each for each in own if any(each.holds(section) for section in called))
    return _own(work, own, at) if own else Why.NOT_YOURS


def _own(work: Work, own: Sequence[Section], at: datetime) -> tuple[Completion, ...]:
    """As in a manager's digest: each with all below it, never a part of it, so that no part can be reckoned."""
    survey = _survey(work, at)
    groups = [counted(each.path, within(work, survey.learners, each)) for each in own]
    return tuple(Completion(survey.of, group, past=survey.is_past(at)) for group in groups)


def _of_all(work: Work, name: str, at: datetime) -> tuple[Completion, ...] | Why:
    """As in the office's digest: the sum of what is shown there, so that nothing small can be reckoned."""
    found = sections_called(work, name) if name else ()
    if name and len(found) != 1:
        return Why.SEVERAL if found else Why.NOT_FOUND
    survey = _survey(work, at)
    groups = by_section(work, survey.learners, "")
    if found:
        below = {each.path for each in work.sections.all() if found[0].holds(each)}
        groups = tuple(each for each in groups if each.name in below)
        figures = sum((each for each in groups if not each.small), start=Group(found[0].path))
    else:
        figures = Group(work.organisation.name) + grouping.shown(groups).total
    partial = figures.learners < sum(each.learners for each in groups)
    return (Completion(survey.of, figures, past=survey.is_past(at), partial=partial),)


def _survey(work: Work, at: datetime) -> Survey:
    """The week that is; before anything came in it, the one before."""
    here = Survey(work, week_of(at.astimezone(work.organisation.timezone).date()))
    return here if here.learners else Survey(work, here.of.before)
