"""The facts of a course: one file, in which each is written once, and its source once."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from lessons.bundle.faults import Page, Word
from lessons.bundle.script import mapping, text_of
from lessons.bundle.table import Table
from lessons.facts import Fact, Source
from lessons.phrases import LANGUAGES

FILE: Final = "facts.yaml"
_SOURCE_KEYS: Final = ("id", "title", "publisher", "url", "licence")
_FACT_KEYS: Final = ("id", "says", "value", "readings", "source", "edition", "as_of", "review_by", "scored")
_VALUE: Final = 60  # characters


@dataclass(frozen=True, slots=True)
class Known:
    """All facts by id, None if the file could not be read at all; and where each id is written."""

    page: Page
    facts: Mapping[str, Fact] | None = None
    ids: tuple[Word, ...] = ()


def known(folder: Path) -> Known:
    """Read a bundle's facts."""
    page = Page(FILE)
    text = text_of(folder / FILE, page)
    node = None if text is None else mapping(text, page)
    if node is None:
        return Known(page)
    table = Table(node, name="the file", keys=("sources", "facts"), page=page)
    sources = tuple(_sources(table))
    by_id = {source.id: source for source, _ in sources}
    tables = table.tables("facts", name="the fact", keys=_FACT_KEYS)
    facts = tuple((_fact(each, by_id), each.line_of("id")) for each in tables)
    _check(sources, {fact.source.id for fact, _ in facts}, page)
    ids = tuple(Word(fact.id, line) for fact, line in facts if fact.id)
    return Known(page, {fact.id: fact for fact, _ in facts if fact.id}, ids)


def unused(facts: Known, pages: Iterable[Page]) -> None:
    """Note every fact that no page states."""
    stated = {key for page in pages for key in page.stated}
    for word in facts.ids:
        if word.text not in stated:
            why = "name it in a lesson's `facts`, in a question or in a text; or take it out here"
            facts.page.note(word.line, f"nothing states the fact `{word.text}`", why)


def _sources(file: Table) -> Iterator[tuple[Source, int]]:
    for table in file.tables("sources", name="the source", keys=_SOURCE_KEYS):
        source = Source(
            id=table.slug("id"),
            title=table.text("title"),
            publisher=table.text("publisher"),
            url=_url(table),
            licence=table.text("licence"),
        )
        yield source, table.line_of("id")


def _check(sources: Sequence[tuple[Source, int]], used: Collection[str], page: Page) -> None:
    """Each source has its own id and at least one fact."""
    for place, (source, line) in enumerate(sources):
        if source.id in {other.id for other, _ in sources[:place]}:
            page.note(line, f"the source `{source.id}` is there twice", "each source needs its own id")
        elif source.id and used and source.id not in used:
            page.note(line, f"no fact comes from the source `{source.id}`", "write the fact, or take the source out")


def _fact(table: Table, sources: Mapping[str, Source]) -> Fact:
    as_of, review_by = table.day("as_of"), table.day("review_by")
    if date.min < review_by < as_of:
        table.note("review_by", f"`review_by` ({review_by}) is before `as_of` ({as_of})", "a fact is reviewed later")
    return Fact(
        id=table.slug("id"),
        says=table.text("says"),
        source=_source(table, sources),
        edition=table.text("edition"),
        as_of=as_of,
        review_by=review_by,
        value=table.text("value", most=_VALUE) if "value" in table else "",
        readings=tuple(_readings(table)),
        scored=table.flag("scored") if "scored" in table else True,
    )


def _source(fact: Table, sources: Mapping[str, Source]) -> Source:
    said = fact.text("source")
    if said and said not in sources:
        fact.note("source", f"`{said}` is none of the sources", f"known are {', '.join(sources)}")
    return sources.get(said, Source(said, "", "", "", ""))


def _readings(fact: Table) -> Iterator[tuple[str, str]]:
    table = fact.table("readings", name="`readings`", keys=LANGUAGES) if "readings" in fact else None
    if table is None:
        return
    if "value" not in fact:
        fact.note("readings", "there is nothing to read in other languages", "write the `value` first")
    for language in table:
        yield language, table.text(language, most=2 * _VALUE)


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
