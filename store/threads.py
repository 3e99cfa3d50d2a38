"""Threads: the letters that show a question to the office, and what is said under them."""

from typing import Final

from sqlalchemy import bindparam, delete, literal_column, or_, select

from messages.letter import Address, State
from store.erasure import emptied
from store.inquiry import InquiryState, Posted
from store.schema import accounts, inquiries, outbox
from store.scope import Scope, ours, ours_too

SHOWS: Final = "inquiry"
"""What the keys of letters begin with that show a question."""
KNOCKS: Final = "waiting"
"""What the keys of letters begin with that only say that one waits."""

_OF: Final = (
    select(outbox.c.key, accounts.c.channel, outbox.c.account, outbox.c.recipient, outbox.c.due)
    .join(accounts, accounts.c.id == outbox.c.account)
    .where(
        ours(outbox),
        outbox.c.inquiry == bindparam("about"),
        outbox.c.key.startswith(f"{SHOWS}:"),
        outbox.c.over == "",
        outbox.c.state.not_in((State.CANCELLED, State.REFUSED)),
    )
    .order_by(outbox.c.id)
)
_SHOWS_ONE: Final = outbox.c.inquiry > literal_column("0")  # an index finds these, and does not find what is not null
_AT: Final = (
    select(outbox.c.inquiry)
    .where(
        ours_too(outbox),
        _SHOWS_ONE,
        outbox.c.account == bindparam("there"),
        outbox.c.recipient.in_((bindparam("room"), bindparam("who"))),
        outbox.c.sent_message == bindparam("top"),
    )
    .limit(1)
)
_ABOUT: Final = select(outbox.c.inquiry).where(ours_too(outbox), _SHOWS_ONE)
_WAITS: Final = inquiries.c.state.in_((InquiryState.OPEN, InquiryState.CLAIMED))
_LOST: Final = select(inquiries.c.id).where(
    ours(inquiries),
    _WAITS,
    inquiries.c.id.in_(_ABOUT.where(outbox.c.state == State.REFUSED)),
    inquiries.c.id.not_in(_ABOUT.where(outbox.c.state.not_in((State.REFUSED, State.CANCELLED)))),
)


class Threads(Scope):
    """The threads of one organisation."""

    __slots__ = ()

    def of(self, inquiry: int) -> tuple[Posted, ...]:
        """Every letter that shows the inquiry, or what was asked on, the oldest first."""
        rows = self._found(_OF, about=inquiry)
        return tuple(Posted(row.key, Address(row.channel, row.account, row.recipient), row.due) for row in rows)

    def find(self, account: int, room: str, who: str, message: str) -> int | None:
        """The inquiry that this message of ours is about, in this room or in the direct message with this person."""
        found: int | None = self._found(_AT, there=account, room=room, who=who, top=message).scalar_one_or_none()
        return found

    def lost(self) -> tuple[int, ...]:
        """Inquiries that wait, and that the platform refused to show anybody."""
        return tuple(self._found(_LOST).scalars())

    def unshow(self, place: str) -> int:
        """What shows a question at this place, or says there that one waits, and nobody has tried to carry, was never
        written: it can be shown anew. Returns how many letters.
        """
        shows = outbox.c.key.like(f"{SHOWS}:%:%:{place}"), outbox.c.key.like(f"{KNOCKS}:{place}:%")
        untried = outbox.c.state == State.WAITING, outbox.c.attempts == 0
        return self._change(delete(outbox).where(self._owned(outbox), or_(*shows), *untried))

    def empty(self, inquiry: int, key: str = "") -> int:
        """Letters about it whose keys begin so say nothing any more, and those that wait never leave. Where they stand
        stays known, so that something else can take their place. Returns how many.
        """
        about = self._owned(outbox) & (outbox.c.inquiry == inquiry)
        return self._change(emptied(about & outbox.c.key.startswith(key, autoescape=True)))
