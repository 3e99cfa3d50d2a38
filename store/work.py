"""One unit of work, for one organisation."""

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from sqlalchemy import Connection

from store.accounts import Accounts
from store.announcements import Announcements
from store.answers import Answers
from store.appointments import Appointments
from store.approvals import Approvals
from store.attempts import Attempts
from store.audit import Audit
from store.canned import CannedAnswers
from store.cohorts import Cohorts
from store.contacts import Contacts
from store.decisions import Decisions
from store.digests import Digests
from store.editions import Editions
from store.enrolments import Enrolments
from store.imports import Imports
from store.inbox import Inbox
from store.inquiries import Inquiries
from store.invitations import Invitations
from store.leaves import Leaves
from store.notes import Notes
from store.organisations import Organisations
from store.outbox import Outbox
from store.overlays import Overlays
from store.passes import Passes
from store.people import People
from store.picks import Picks
from store.pictures import Pictures
from store.posts import Posts
from store.prompts import Prompts
from store.readings import Readings
from store.recipients import Recipients
from store.regrades import Regrades
from store.reports import Reports
from store.responses import Responses
from store.roles import Roles
from store.sections import Sections
from store.silenced import Silenced
from store.silences import Silences
from store.sittings import Sittings
from store.staff import StaffList
from store.taken import Lessons
from store.threads import Threads
from store.traces import Traces
from store.uploads import Uploads
from store.values import Organisation
from store.votes import Votes
from store.watches import Watches

_Queries = TypeVar("_Queries")


class _Of(Generic[_Queries]):
    """One table's queries: made when they are first asked for, since most units of work need few of them."""

    def __init__(self, queries: Callable[[Connection, int], _Queries]) -> None:
        self._queries = queries

    def __set_name__(self, _work: type, name: str) -> None:
        self._name = name

    def __get__(self, work: "Work", _kind: type) -> _Queries:
        queries = self._queries(*work.scope)
        work.__dict__[self._name] = queries  # found there from now on
        return queries


class Work:
    """One transaction in one organisation: what is another's cannot be reached from here."""

    accounts = _Of(Accounts)
    approvals = _Of(Approvals)
    appointments = _Of(Appointments)
    audit = _Of(Audit)
    imports = _Of(Imports)
    invitations = _Of(Invitations)
    posts = _Of(Posts)
    roles = _Of(Roles)
    sections = _Of(Sections)
    staff = _Of(StaffList)
    announcements = _Of(Announcements)
    decisions = _Of(Decisions)
    digests = _Of(Digests)
    recipients = _Of(Recipients)
    votes = _Of(Votes)
    answers = _Of(Answers)
    canned = _Of(CannedAnswers)
    inquiries = _Of(Inquiries)
    threads = _Of(Threads)
    watches = _Of(Watches)
    attempts = _Of(Attempts)
    cohorts = _Of(Cohorts)
    contacts = _Of(Contacts)
    editions = _Of(Editions)
    enrolments = _Of(Enrolments)
    inbox = _Of(Inbox)
    leaves = _Of(Leaves)
    notes = _Of(Notes)
    outbox = _Of(Outbox)
    overlays = _Of(Overlays)
    passes = _Of(Passes)
    people = _Of(People)
    picks = _Of(Picks)
    pictures = _Of(Pictures)
    prompts = _Of(Prompts)
    readings = _Of(Readings)
    responses = _Of(Responses)
    silenced = _Of(Silenced)
    silences = _Of(Silences)
    sittings = _Of(Sittings)
    regrades = _Of(Regrades)
    reports = _Of(Reports)
    taken = _Of(Lessons)
    traces = _Of(Traces)
    uploads = _Of(Uploads)

    def __init__(self, connection: Connection, organisation: int) -> None:
        self.scope = connection, organisation

    @cached_property
    def organisation(self) -> Organisation:
        """Whose work this is; raises NotFound."""
        connection, number = self.scope
        return Organisations(connection).get(number)
