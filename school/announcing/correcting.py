"""Putting right what was announced: to exactly those who got it, and where it can be edited, in its place."""

from datetime import datetime

from lessons.notice import Notice
from school.announcing.drafting import Draft, draft
from school.announcing.sending import Why
from school.announcing.wording import Fault
from school.rights import Actor, Verb, require
from store.announcement import Announcement, Stage
from store.work import Work


def correct(
    work: Work, actor: Actor, first: Announcement, notice: Notice, at: datetime, *, urgent: bool = False
) -> Announcement | tuple[Fault, ...] | Why:
    """A draft that corrects the first one, sent like any other; or what is wrong with it. What still goes out has to
    end or be aborted before. In Slack it takes the first one's place; on LINE it comes as a message that tells what it
    corrects. Raises NotAllowed.
    """
    require(work, actor, Verb.SEND)
    if not may_be_corrected(first):
        return Why.GOING
    return draft(work, actor, Draft(notice, first.audience, urgent), at, corrects=first.id)


def may_be_corrected(first: Announcement) -> bool:
    """Whether nothing of it leaves any more."""
    return first.stage in {Stage.DONE, Stage.ABORTED}
