"""What the neighbours announce, and every question about it."""

from typing import Final

from lessons.notice import Notice
from messages.letter import State
from store.announcement import Announcement, Audience, Decision, Stage, Watch
from store.work import Work
from tests.store.office_next_door import Ask
from tests.store.world import NOW

SAYS: Final = Notice("研修のお知らせ", "来週は休みです。", question="出られますか", options=("はい", "いいえ"))
_THEIRS: Final = Announcement(
    id=1,
    author=None,
    author_name="root",
    notice=SAYS,
    audience=Audience(),
    urgent=False,
    stage=Stage.SENDING,
    wanted_at=None,
    goes_at=None,
    corrects=1,
    created_at=NOW,
    changed_at=NOW,
)

FINDS_NOTHING: Final[dict[str, Ask]] = {
    "announcements.all": lambda work, _: work.announcements.all(),
    "announcements.at_stage": lambda work, _: work.announcements.at_stage(Stage.SENDING),
    "announcements.reach": lambda work, _: work.announcements.reach(Audience(cohorts=(2,)), NOW).people,
    "announcements.reach of a correction": lambda work, _: work.announcements.reach(Audience(), NOW, corrects=1).people,
    "announcements.way": lambda work, _: work.announcements.way(1).total,
    "decisions.of": lambda work, _: work.decisions.of(1),
    "votes.by": lambda work, person: work.votes.by(person),
    "votes.export": lambda work, _: list(work.votes.export(1)),
    "votes.counts": lambda work, _: work.votes.counts(1),
    "recipients.of": lambda work, _: work.recipients.of(1, tuple(State)),
    "watches.next": lambda work, _: work.watches.next(1, 1) - 1,
    "watches.open": lambda work, _: work.watches.open(),
    "watches.stands_at": lambda work, _: work.watches.stands_at(Watch(1, 1, "", "", NOW, 1)),
    "votes.of": lambda work, person: work.votes.of(1, person),
}
NOT_FOUND: Final[dict[str, Ask]] = {"announcements.get": lambda work, _: work.announcements.get(1)}
CHANGES_NOTHING: Final[dict[str, Ask]] = {
    "announcements.again": lambda work, _: work.announcements.again(1, NOW, None),
    "announcements.move": lambda work, _: work.announcements.move(1, (Stage.SENDING,), Stage.DONE, NOW),
    "announcements.post": lambda work, _: work.announcements.post(
        _THEIRS, {"": "x"}, due=NOW, until=None, week_began=NOW, at=NOW
    ),
    "announcements.rewrite": lambda work, _: work.announcements.rewrite(1, SAYS, Audience(), urgent=True, at=NOW),
    "announcements.stop": lambda work, _: work.announcements.stop(1, NOW),
    "watches.end": lambda work, _: work.watches.end(1, 1),
    "votes.cast": lambda work, person: work.votes.cast(1, person, "B", NOW),
}
CANNOT_POINT_THERE: Final[dict[str, Ask]] = {
    "announcements.create": lambda work, _: work.announcements.create(
        author=None, author_name="", notice=SAYS, to=Audience(), urgent=False, corrects=1, at=NOW
    ),
    "watches.put": lambda work, _: work.watches.put(Watch(1, 1, "m", "", NOW, 1)),
    "decisions.add": lambda work, person: work.decisions.add(Decision(1, person, "", True, "", NOW)),
}


def settle(work: Work, person: int) -> None:
    """One announcement that goes out, allowed by somebody and voted on."""
    made = work.announcements.create(
        author=None, author_name="root", notice=SAYS, to=Audience(), urgent=False, corrects=None, at=NOW
    )
    work.announcements.move(made.id, (Stage.DRAFT,), Stage.SENDING, NOW)
    work.announcements.post(made, {"": "{}"}, due=NOW, until=None, week_began=NOW, at=NOW)
    work.decisions.add(Decision(made.id, person, "", True, "", NOW))
    work.votes.cast(made.id, person, "A", NOW)
    (contact,) = work.contacts.of_person(person)
    work.watches.put(Watch(made.id, contact.id, "m", "", NOW, 1))
