"""Announcements, and their letters: written by one statement, counted, stopped and tried again."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Update, bindparam, case, exists, func, literal, select, update

from lessons.notice import Notice
from messages.incoming import ChannelName
from messages.letter import State
from store.addressing import columns, got, whose
from store.announcement import Announcement, Audience, Reach, Stage, Way, audience
from store.audience import MEANT, REACHED, by_channel, meant
from store.errors import only
from store.order import resting
from store.schema import accounts, announcements, contacts, enrolments, outbox, people
from store.scope import Scope, ours
from store.silences import stay_as_they_are
from store.upsert import inserting

_SAYS: Final = ("title", "body", "link", "link_label", "image", "image_alt", "question", "options")
_REST: Final = (*("urgent", "stage", "wanted_at", "goes_at", "corrects", "created_at", "changed_at", "version"),)
_COLUMNS: Final = tuple(announcements.c[name] for name in ("id", "author", "author_name", *_SAYS, "audience", *_REST))
_OURS: Final = select(*_COLUMNS).where(ours(announcements)).order_by(announcements.c.id.desc())
_NUMBERED: Final = _OURS.where(announcements.c.id == bindparam("announcement"))
_STAGED: Final = _OURS.where(announcements.c.stage == bindparam("stands", type_=announcements.c.stage.type))
_LETTERS: Final = outbox.c.announcement == bindparam("announcement")
_COUNTED: Final = (
    select(outbox.c.state, outbox.c.reason, func.count(), func.sum(outbox.c.counted))
    .where(ours(outbox), _LETTERS)
    .group_by(outbox.c.state, outbox.c.reason)
)


class Announcements(Scope):
    """The announcements of one organisation."""

    __slots__ = ()

    def create(
        self,
        *,
        author: int | None,
        author_name: str,
        notice: Notice,
        to: Audience,
        urgent: bool,
        corrects: int | None,
        at: datetime,
        wanted_at: datetime | None = None,
    ) -> Announcement:
        """A new draft."""
        moments = {"created_at": at, "changed_at": at, "wanted_at": wanted_at, "goes_at": None}
        said = {name: getattr(notice, name) for name in _SAYS}
        values = {"author": author, "author_name": author_name, "audience": to.packed(), "urgent": urgent}
        stands = {"stage": Stage.DRAFT, "corrects": corrects}
        return _announcement(self._create(announcements, _COLUMNS, **values, **said, **stands, **moments))

    def get(self, announcement: int) -> Announcement:
        """The announcement with this number; raises NotFound."""
        return _announcement(only(self._found(_NUMBERED, announcement=announcement).all()))

    def all(self) -> tuple[Announcement, ...]:
        """All of them, the newest first."""
        return tuple(_announcement(row) for row in self._found(_OURS))

    def at_stage(self, stage: Stage) -> tuple[Announcement, ...]:
        """Those that stand there, the newest first."""
        return tuple(_announcement(row) for row in self._found(_STAGED, stands=stage))

    def rewrite(
        self,
        announcement: int,
        notice: Notice,
        to: Audience,
        *,
        urgent: bool,
        at: datetime,
        wanted_at: datetime | None = None,
    ) -> bool:
        """It says this now, to these, in a new version; False if it is no draft any more."""
        said = {name: getattr(notice, name) for name in _SAYS} | {"audience": to.packed(), "urgent": urgent}
        written = {"version": announcements.c.version + 1, "changed_at": at, "wanted_at": wanted_at}
        return self._change(self._standing(announcement, (Stage.DRAFT,)).values(**said, **written)) > 0

    def move(
        self,
        announcement: int,
        stages: Collection[Stage],
        to: Stage,
        at: datetime,
        *,
        version: int | None = None,
        **values: object,
    ) -> bool:
        """It stands at the new stage; False if it stood at none of these, or at another version than this: somebody
        else was quicker.
        """
        standing = self._standing(announcement, stages)
        if version is not None:
            standing = standing.where(announcements.c.version == version)
        return self._change(standing.values(stage=to, changed_at=at, **values)) > 0

    def reach(self, to: Audience, week_began: datetime, *, corrects: int | None = None) -> Reach:
        """How many would get it now."""
        whom, who = self._whom(to, week_began, corrects)
        counts: dict[ChannelName, int] = dict.fromkeys(ChannelName, 0)
        unreached = 0
        for channel, reached, many in self.connection.execute(by_channel(whom, who)):
            counts[channel] += many if reached else 0
            unreached += 0 if reached else many
        return Reach(counts[ChannelName.LINE], counts[ChannelName.SLACK], unreached)

    def post(
        self,
        announcement: Announcement,
        messages: Mapping[str, str],
        *,
        due: datetime,
        until: datetime | None,
        week_began: datetime,
        at: datetime,
    ) -> int:
        """One letter to each of the audience, encoded, in the person's language (the key "" is everybody else's);
        returns how many. Those to whom nothing can be sent now are refused from the beginning, so that they have their
        line. A second time posts nothing. A correction takes the place of what it puts right where that can be edited.
        """
        self._heed_silences()
        whom, who = self._whom(announcement.audience, week_began, announcement.corrects)
        values = columns(announcement, messages, due=due, until=until, at=at) | {
            "organisation": literal(self.organisation)
        }
        rows = select(*values.values()).select_from(whom).where(who)
        posted = inserting(self.connection.dialect.name, outbox).from_select([*values], rows, include_defaults=False)
        counted = posted.on_conflict_do_nothing().execution_options(preserve_rowcount=True)
        return self.connection.execute(counted).rowcount

    def way(self, announcement: int) -> Way:
        """How far its letters are."""
        rows = self._found(_COUNTED, announcement=announcement).all()
        states: dict[State, int] = {}
        for state, _, many, _ in rows:
            states[state] = states.get(state, 0) + many
        failed = {State.REFUSED, State.EXPIRED}
        reasons = tuple((reason, many) for state, reason, many, _ in rows if state in failed)
        return Way(tuple(states.items()), reasons, sum(counted or 0 for *_, counted in rows))

    def stop(self, announcement: int, at: datetime) -> int:
        """What has not left never leaves; returns how many letters."""
        waiting = self._letters(announcement, State.WAITING, State.HELD)
        return self._change(waiting.values(state=State.CANCELLED, final_at=at))

    def again(self, announcement: int, due: datetime, until: datetime | None) -> int:
        """What surely never arrived leaves once more, between these moments, for those who can be reached now; returns
        how many letters. Who is away gets it in the first hours after; who is in a cohort that rests, when it goes on;
        who has left, never.
        """
        self._heed_silences()
        lost = self._letters(announcement, State.REFUSED, State.EXPIRED, State.CANCELLED)
        moment = outbox.c.due.type
        leaves, ends = literal(due, moment), literal(until, moment)
        back = select(enrolments.c.away_until).where(
            enrolments.c.id == outbox.c.enrolment, enrolments.c.away_until > leaves
        )
        away = back.scalar_subquery()
        starts = func.coalesce(away, leaves)
        hours = {"due": starts, "next_try": starts, "until": case((away.is_not(None), leaves), else_=ends)}
        fresh = {"parcel": None, "first_tried": None, "final_at": None, "attempts": 0, "reason": ""}
        there = exists().where(whose(outbox, announcement), accounts.c.id == contacts.c.account, REACHED)
        sure = lost.where(outbox.c.doubtful.is_(False), there, resting() != State.CANCELLED)
        return self._change(sure.values(state=resting(), **hours, **fresh))

    def _whom(self, to: Audience, week_began: datetime, corrects: int | None) -> tuple[FromClause, ColumnElement[bool]]:
        """Among whom, and who of them."""
        if corrects is None:
            return MEANT, meant(to, self.organisation, week_began)
        whom, who = got(corrects)
        return whom, who & self._owned(people)

    def _heed_silences(self) -> None:
        stay_as_they_are(self.connection, select(literal(self.organisation)))

    def _standing(self, announcement: int, stages: Collection[Stage]) -> Update:
        return update(announcements).where(self._at(announcements, announcement), announcements.c.stage.in_(stages))

    def _letters(self, announcement: int, *states: State) -> Update:
        here = outbox.c.announcement == announcement, outbox.c.state.in_(states)
        return update(outbox).where(self._owned(outbox), *here)


def _announcement(row: Any) -> Announcement:  # a row of _COLUMNS
    number, author, name, *rest = row
    said, packed, others = rest[: len(_SAYS)], rest[len(_SAYS)], rest[len(_SAYS) + 1 :]
    return Announcement(number, author, name, Notice(*said), audience(packed), *others)
