"""Inquiries: questions of learners to the office, and what was answered."""

from typing import Final

from sqlalchemy import Column, Index, Integer, UniqueConstraint

from store.columns import Id, Moment, OneOf, Words
from store.inquiry import InquiryState
from store.tables import needs, numbered, ours_, switch

inquiries: Final = numbered(
    "inquiries",
    Column("person", Id),
    Column("enrolment", Id),
    Column("account", Id),
    needs("lesson", Integer),
    needs("title", Words),
    needs("state", OneOf(InquiryState)),
    Column("holder", Id),
    needs("holder_name", Words),
    needs("at", Moment),
    needs("changed_at", Moment),
    ours_("person", "people"),
    ours_("enrolment", "enrolments"),
    ours_("account", "accounts"),
    ours_("holder", "people"),
)
Index(None, inquiries.c.person)

answers: Final = numbered(
    "answers",
    needs("inquiry", Id),
    Column("person", Id),
    needs("name", Words),
    needs("body", Words),
    switch("sent"),
    needs("source", Words),
    needs("at", Moment),
    needs("told_in", Words),
    Column("read_at", Moment),
    UniqueConstraint("organisation", "source"),
    ours_("inquiry", "inquiries"),
    ours_("person", "people"),
)
Index(None, answers.c.inquiry)

canned: Final = numbered(
    "canned",
    needs("title", Words),
    needs("body", Words),
    UniqueConstraint("organisation", "title"),
)
