"""What belongs to no single organisation."""

from datetime import datetime

from sqlalchemy import Connection

from messages.incoming import ChannelName
from store.accounts import AllAccounts
from store.ahead import Ahead, ahead
from store.claims import Claims
from store.cohorts import Codes
from store.freight import Freight
from store.organisations import Organisations
from store.part import Part
from store.passes import AllPasses
from store.pictures import AllPictures
from store.values import Account
from store.work import Work


class Root:
    """One writing transaction across organisations."""

    organisations = Part(Organisations)
    accounts = Part(AllAccounts)
    cohorts = Part(Codes)
    outbox = Part(Claims)
    freight = Part(Freight)
    passes = Part(AllPasses)
    pictures = Part(AllPictures)

    def __init__(self, connection: Connection) -> None:
        self.scope = (connection,)

    def work(self, organisation: int) -> Work:
        """One organisation's part of this same transaction: for who finds out only here whose turn it is."""
        return Work(*self.scope, organisation)

    def reached_at(self, channel: ChannelName, external: str) -> tuple[Account, Work] | None:
        """Our account with this id on the platform, and its organisation's part of this same transaction."""
        found = self.organisations.reached_at(channel, external)
        return (found[0], Work.of(*self.scope, found[1])) if found else None

    def ahead(self, at: datetime) -> Ahead:
        """What is to come, and what could happen now."""
        return ahead(*self.scope, at)
