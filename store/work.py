"""One unit of work, for one organisation."""

from functools import cached_property

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


class Work:
    """One transaction in one organisation: what is another's cannot be reached from here."""

    def __init__(self, connection: Connection, organisation: int) -> None:
        scope = connection, organisation
        self._scope = scope
        self.accounts = Accounts(*scope)
        self.approvals = Approvals(*scope)
        self.appointments = Appointments(*scope)
        self.audit = Audit(*scope)
        self.imports = Imports(*scope)
        self.invitations = Invitations(*scope)
        self.posts = Posts(*scope)
        self.roles = Roles(*scope)
        self.sections = Sections(*scope)
        self.staff = StaffList(*scope)
        self.announcements = Announcements(*scope)
        self.decisions = Decisions(*scope)
        self.digests = Digests(*scope)
        self.recipients = Recipients(*scope)
        self.votes = Votes(*scope)
        self.answers = Answers(*scope)
        self.canned = CannedAnswers(*scope)
        self.inquiries = Inquiries(*scope)
        self.threads = Threads(*scope)
        self.watches = Watches(*scope)
        self.attempts = Attempts(*scope)
        self.cohorts = Cohorts(*scope)
        self.contacts = Contacts(*scope)
        self.editions = Editions(*scope)
        self.enrolments = Enrolments(*scope)
        self.inbox = Inbox(*scope)
        self.leaves = Leaves(*scope)
        self.notes = Notes(*scope)
        self.outbox = Outbox(*scope)
        self.overlays = Overlays(*scope)
        self.passes = Passes(*scope)
        self.people = People(*scope)
        self.picks = Picks(*scope)
        self.pictures = Pictures(*scope)
        self.prompts = Prompts(*scope)
        self.readings = Readings(*scope)
        self.responses = Responses(*scope)
        self.silenced = Silenced(*scope)
        self.silences = Silences(*scope)
        self.sittings = Sittings(*scope)
        self.regrades = Regrades(*scope)
        self.reports = Reports(*scope)
        self.taken = Lessons(*scope)
        self.traces = Traces(*scope)
        self.uploads = Uploads(*scope)

    @cached_property
    def organisation(self) -> Organisation:
        """Whose work this is; raises NotFound."""
        connection, number = self._scope
        return Organisations(connection).get(number)
