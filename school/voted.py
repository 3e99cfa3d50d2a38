"""What somebody answered to the questions of announcements, beside what was asked."""

from dataclasses import dataclass

from lessons.cards.announcement import labels
from lessons.notice import Notice
from store.votes import Voted
from store.work import Work


@dataclass(frozen=True, slots=True)
class GivenVote:
    """`given` is the option's words."""

    vote: Voted
    asked: Notice

    @property
    def given(self) -> str:
        """The label where the option has no words any more."""
        return dict(labels(self.asked.options)).get(self.vote.option, self.vote.option)


def votes_of(work: Work, person: int) -> tuple[GivenVote, ...]:
    """All of them, the oldest first."""
    return tuple(GivenVote(each, work.announcements.get(each.announcement).notice) for each in work.votes.by(person))
