"""All tables in one view. Every row carries its organisation, and none can point into another one."""

from store.schema.announcements import announcements, decisions, votes, watches
from store.schema.assessment import responses, sittings
from store.schema.digests import digests, pictures
from store.schema.editions import editions, overlays, regrades, reports
from store.schema.inquiries import answers, canned, inquiries
from store.schema.office import appointments, audit, invitations, posts, roles, roster_imports, sections, staff, uploads
from store.schema.people import contacts, notes, passes, people, prompts, traces
from store.schema.post import inbox, outbox
from store.schema.quota import quota_readings
from store.schema.silence import silenced, silences
from store.schema.study import attempts, cohorts, enrolments, leaves, pauses, picks, taken
from store.schema.towns import accounts, approvals, closures, organisations
from store.tables import metadata

__all__ = [
    "accounts",
    "announcements",
    "answers",
    "appointments",
    "approvals",
    "attempts",
    "audit",
    "canned",
    "closures",
    "cohorts",
    "contacts",
    "decisions",
    "digests",
    "editions",
    "enrolments",
    "inbox",
    "inquiries",
    "invitations",
    "leaves",
    "metadata",
    "notes",
    "organisations",
    "outbox",
    "overlays",
    "passes",
    "pauses",
    "people",
    "picks",
    "pictures",
    "posts",
    "prompts",
    "quota_readings",
    "regrades",
    "reports",
    "responses",
    "roles",
    "roster_imports",
    "sections",
    "silenced",
    "silences",
    "sittings",
    "staff",
    "taken",
    "traces",
    "uploads",
    "votes",
    "watches",
]
