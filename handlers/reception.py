"""Reception: one deed is one turn, one transaction, one hop to a thread. When it returns, the deed counts."""

from dataclasses import dataclass, replace
from typing import Final, Protocol

import structlog

from channels.receiver import NotStored, Outcome, Reception
from config.clock import Clock
from handlers import home
from handlers.posting import hang, post
from handlers.router import route
from handlers.turn import Turn
from lessons.library import Library
from lessons.phrases import phrases
from messages.form import Form
from messages.incoming import ChannelName, Followed, Incoming, Left
from school import silence
from store.database import Database
from store.errors import DatabaseUnusable
from store.letters import Claimed
from store.root import Root
from store.values import Account, Contact
from store.work import Work

log: Final = structlog.get_logger()
_AT_ONCE: Final = 2  # letters that leave with a turn: more than one says, so that fewer claimed are all there were


class Messenger(Protocol):
    """Who carries what a turn says."""

    @property
    def idle(self) -> bool:
        """Whether nothing is under way: then a turn's own transaction claims what it says, and it leaves at once."""
        ...

    def claim(self, root: Root, most: int) -> tuple[Claimed, ...]:
        """Letters to carry as soon as this transaction is committed."""
        ...

    def carry(self, claimed: tuple[Claimed, ...]) -> None:
        """Set off with them."""
        ...

    def wake(self) -> None:
        """There may be letters."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Where every deed arrives; our pages are at `public_url`."""

    database: Database
    library: Library
    clock: Clock
    messenger: Messenger
    public_url: str = ""

    async def receive(self, incoming: Incoming) -> Reception:
        """Take one deed, exactly once; raises NotStored when nothing could be committed."""
        try:
            reception, claimed = await self.database.run(self._take, incoming, idle=self.messenger.idle)
        except DatabaseUnusable as away:
            log.error("deed_not_stored", channel=incoming.channel, why=str(away))  # noqa: TRY400  no bug, no traceback
            raise NotStored from away
        except Exception as error:
            log.exception("deed_not_stored", channel=incoming.channel, deed=type(incoming.deed).__name__)
            raise NotStored from error
        self.messenger.carry(claimed)
        if len(claimed) in {0, _AT_ONCE}:  # there may be others
            self.messenger.wake()
        return reception

    async def closed(self, channel: ChannelName, account: str) -> None:
        """The account is ours no more."""
        try:
            await self.database.run(self._close, channel, account)
        except Exception as error:
            log.exception("closing_not_stored", channel=channel)
            raise NotStored from error

    def _take(self, incoming: Incoming, *, idle: bool) -> tuple[Reception, tuple[Claimed, ...]]:
        with self.database.root() as root:
            reception = self._received(root, incoming)
            return reception, self.messenger.claim(root, _AT_ONCE) if idle else ()

    def _received(self, root: Root, incoming: Incoming) -> Reception:
        account, work = root.reached_at(incoming.channel, incoming.account) or (None, None)
        if account is None or work is None or not account.active:
            log.warning("deed_for_strange_account", channel=incoming.channel)
            return Reception(Outcome.STRANGE)
        work.contacts.lock(account.id, incoming.who)
        if not work.inbox.first_time(account.id, incoming.id, self.clock.now()):
            log.info("deed_again", channel=incoming.channel, deed=type(incoming.deed).__name__)
            return Reception(Outcome.AGAIN)
        return Reception(Outcome.TAKEN, self._answer(work, account, incoming))

    def _answer(self, work: Work, account: Account, incoming: Incoming) -> Form | None:
        """A deed at home is answered in the chat, and the home then shows how things stand after it."""
        turn = self._turn(work, account, incoming)
        if not isinstance(incoming.deed, Left) and not incoming.shared:
            turn = replace(turn, enrolments=silence.heard(work, self.library, turn.enrolments, turn.now))
        reply = route(turn)
        post(turn, reply)
        if isinstance(reply, Form):
            if reply.errors:
                work.inbox.forget(account.id, incoming.id)  # sent again, it must count
            return reply
        if incoming.at_home:
            hang(turn, home.shown(self._turn(work, account, incoming)))
        return None

    def _turn(self, work: Work, account: Account, incoming: Incoming) -> Turn:
        met = work.contacts.meet(account.id, incoming.who)
        contact, person = (_met(work, met.contact, incoming), met.person) if met else (None, None)
        say = phrases(person.language if person else work.organisation.language)
        now = self.clock.now()
        return Turn(
            incoming=incoming,
            now=now,
            work=work,
            account=account,
            library=self.library.spoken(say.language).on(now.astimezone(work.organisation.timezone).date()),
            contact=contact,
            person=person,
            enrolments=work.enrolments.of_person(person.id) if person else (),
            say=say,
            public_url=self.public_url,
        )

    def _close(self, channel: ChannelName, account: str) -> None:
        with self.database.root() as root:
            if known := root.accounts.by_external(channel, account):
                root.accounts.deactivate(known.id)


def _met(work: Work, contact: Contact, incoming: Incoming) -> Contact:
    """The contact, with what the deed itself tells of how to reach it."""
    reachable = not isinstance(incoming.deed, Left)
    if contact.reachable != reachable and isinstance(incoming.deed, Left | Followed):
        work.contacts.set_reachable(contact.id, reachable=reachable)
        contact = replace(contact, reachable=reachable)
    if incoming.room and not incoming.shared and contact.room != incoming.room:
        work.contacts.set_room(contact.id, incoming.room)
        contact = replace(contact, room=incoming.room)
    return contact
