"""A lesson's body: at most three short paragraphs of plain text."""

from collections.abc import Iterator
from typing import Final

import regex

from lessons.bundle.faults import Page, Word
from lessons.bundle.stating import inserted
from lessons.bundle.table import graphemes

MOST: Final = 3  # paragraphs
LONGEST: Final = 200  # characters of one
_MARKUP: Final = regex.compile(r"^#{1,6} |^```|\*\*|\]\(|^\s*[-*] ", regex.MULTILINE)


def paragraphs(body: str, first_line: int, page: Page, *, wider: int = 1) -> tuple[str, ...]:
    """The paragraphs, which blank lines part, with the values of facts put in; `first_line` is the body's first line in
    its file. One that is written with letters may be `wider` times as long.
    """
    found = tuple(Word(inserted(word, page), word.line) for word in _parted(body, first_line))
    if not found:
        page.note(first_line, "the lesson has no text", f"write one to {MOST} paragraphs under the front matter")
    for extra in found[MOST : MOST + 1]:
        page.note(extra.line, f"the lesson has {len(found)} paragraphs", f"at most {MOST} are read in three minutes")
    for word in found:
        if (length := graphemes(word.text)) > LONGEST * wider:
            most = f"at most {LONGEST * wider} fit on the card"
            page.note(word.line, f"this paragraph is {length} characters long", most)
        if _MARKUP.search(word.text):
            page.note(word.line, "this paragraph has Markdown marks", "learners would see them: write plain sentences")
    return tuple(word.text for word in found)


def _parted(body: str, first_line: int) -> Iterator[Word]:
    for match in regex.finditer(r"(?:^.*\S.*$\n?)+", body, regex.MULTILINE):
        yield Word(match.group().strip(), first_line + body.count("\n", 0, match.start()))
