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
from store.part import Part
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

    accounts = Part(Accounts)
    approvals = Part(Approvals)
    appointments = Part(Appointments)
    audit = Part(Audit)
    imports = Part(Imports)
    invitations = Part(Invitations)
    posts = Part(Posts)
    roles = Part(Roles)
    sections = Part(Sections)
    staff = Part(StaffList)
    announcements = Part(Announcements)
    decisions = Part(Decisions)
    digests = Part(Digests)
    recipients = Part(Recipients)
    votes = Part(Votes)
    answers = Part(Answers)
    canned = Part(CannedAnswers)
    inquiries = Part(Inquiries)
    threads = Part(Threads)
    watches = Part(Watches)
    attempts = Part(Attempts)
    cohorts = Part(Cohorts)
    contacts = Part(Contacts)
    editions = Part(Editions)
    enrolments = Part(Enrolments)
    inbox = Part(Inbox)
    leaves = Part(Leaves)
    notes = Part(Notes)
    outbox = Part(Outbox)
    overlays = Part(Overlays)
    passes = Part(Passes)
    people = Part(People)
    picks = Part(Picks)
    pictures = Part(Pictures)
    prompts = Part(Prompts)
    readings = Part(Readings)
    responses = Part(Responses)
    silenced = Part(Silenced)
    silences = Part(Silences)
    sittings = Part(Sittings)
    regrades = Part(Regrades)
    reports = Part(Reports)
    taken = Part(Lessons)
    traces = Part(Traces)
    uploads = Part(Uploads)

    def __init__(self, connection: Connection, organisation: int) -> None:
        self.scope = connection, organisation

    @classmethod
    def of(cls, connection: Connection, organisation: Organisation) -> "Work":
        """The same where it is known already."""
        work = cls(connection, organisation.id)
        work.organisation = organisation
        return work

    @cached_property
    def organisation(self) -> Organisation:
        """Whose work this is; raises NotFound."""
        connection, number = self.scope
        return Organisations(connection).get(number)
