"""Where a lesson's facts come from."""

from datetime import date
from typing import Final
from urllib.parse import urlsplit

from lessons.bundle.table import Table
from lessons.model import Source

_KEYS: Final = ("id", "title", "publisher", "edition", "url", "as_of", "review_by", "licence")


def sources(lesson: Table) -> tuple[Source, ...]:
    """The lesson's sources: at least one, each with an id of its own and dates in order."""
    tables = lesson.tables("sources", name="the source", keys=_KEYS)
    made = tuple(_source(table) for table in tables)
    for number, table in enumerate(tables):
        if made[number].id in {source.id for source in made[:number]}:
            table.note("id", f"the source `{made[number].id}` is there twice", "each source needs its own id")
    return made


def _source(table: Table) -> Source:
    as_of, review_by = table.day("as_of"), table.day("review_by")
    if date.min < review_by < as_of:
        table.note("review_by", f"`review_by` ({review_by}) is before `as_of` ({as_of})", "a fact is reviewed later")
    return Source(
        id=table.slug("id"),
        title=table.text("title"),
        publisher=table.text("publisher"),
        edition=table.text("edition"),
        url=_url(table),
        as_of=as_of,
        review_by=review_by,
        licence=table.text("licence"),
    )


def _url(table: Table) -> str:
    url = table.optional("url")
    if url and not _is_web_address(url):
        table.note(
            "url", f"`{url[:80]}` is no web address", "it begins with https:// or http:// and is percent-encoded"
        )
    return url


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"https", "http"} and bool(parts.hostname) and url.isascii() and " " not in url
