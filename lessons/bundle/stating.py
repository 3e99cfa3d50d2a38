"""How a text states facts: by their ids, with their values put in where the text names them in braces."""

from difflib import get_close_matches
from typing import Final

import regex

from lessons.bundle.faults import Page, Word
from lessons.facts import Fact
from lessons.phrases import phrases

_NAMED: Final = regex.compile(
    r"\{(?P<id>[a-z0-9-]+)(?P<month>\.as_of)?\}|\{(?P<own>[a-z0-9-]+\.[a-z0-9-]+)\}|[{}]|｛[a-z0-9.-]+｝"
)


def stated(word: Word, page: Page) -> Fact | None:
    """The fact with this id; None, and a note, if there is none."""
    if page.facts is None or not word.text:
        return None
    fact = page.facts.get(word.text)
    if fact is None:
        near = get_close_matches(word.text, page.facts, n=1)
        hint = f"did you mean `{near[0]}`?" if near else "facts stand in facts.yaml; a reading states its lesson's"
        page.note(word.line, f"`{word.text}` is no fact here", hint)
    else:
        page.stated.setdefault(fact.id, word.line)
    return fact


def asked_about(word: Word, page: Page) -> Fact | None:
    """The fact with this id, on which a question rests that can be right or wrong; noted if none may."""
    fact = stated(word, page)
    if fact and not fact.scored:
        why = "facts.yaml says `scored: false`: ask for an opinion"
        page.note(word.line, f"`{fact.id}` is not to be asked about", why)
    return fact


def inserted(word: Word, page: Page) -> str:
    """The text with the value of a fact for `{its-id}`, and the month in which it was true for `{its-id.as_of}`; and
    with what a name of the course's own, as `{desk.security}`, stands for.
    """

    def words(found: regex.Match[str]) -> str:
        line = word.line + word.text.count("\n", 0, found.start())
        if found["own"]:
            return _own(Word(found["own"], line), page)
        if not found["id"]:
            page.note(line, f"there is a stray `{found.group()}`", "in braces stands the id of a fact, as {card-share}")
            return found.group()
        fact = stated(Word(found["id"], line), page)
        return found.group() if fact is None else _words(fact, line, page, month=bool(found["month"]))

    return _NAMED.sub(words, word.text)


def _own(name: Word, page: Page) -> str:
    page.named.add(name.text)
    if name.text not in page.words:
        near = get_close_matches(name.text, page.words, n=1)
        hint = f"did you mean `{near[0]}`?" if near else "declare it under `words` in course.yaml"
        page.note(name.line, f"`{name.text}` is no word here", hint)
    return page.words.get(name.text, name.text)


def _words(fact: Fact, line: int, page: Page, *, month: bool) -> str:
    if month:
        return phrases(page.language)("lesson.as_of", year=fact.as_of.year, month=fact.as_of.month)
    if not fact.value:
        page.note(line, f"the fact `{fact.id}` has no value", "give it one in facts.yaml, or say it in your own words")
    return fact.words(page.language)
