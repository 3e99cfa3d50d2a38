"""A file's questions before they are understood: blank lines part them, comment lines go with the one they stand in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from lessons.bundle.faults import Page, Word
from lessons.exchange.gift.shield import is_shielded, shielded, shown, tail

CATEGORY: Final = "$CATEGORY:"
_ALLOWED: Final = "\t\n"


@dataclass(frozen=True, slots=True)
class Block:
    """One question's words, shielded, comment lines blank; and its comment lines."""

    word: Word
    comments: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A block taken apart. `answers` is what stands in the braces; None where there are none.

    Where something follows the braces, `text` has a gap in their place.
    """

    title: str
    text: Word
    answers: Word | None


def text_of(raw: bytes, page: Page) -> str | None:
    """The file's text with plain line ends; None, and a note, if it cannot be read."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        page.note(raw.count(b"\n", 0, error.start) + 1, "this is not UTF-8", "save the file as UTF-8")
        return None
    for number, line in enumerate(text.split("\n"), start=1):
        if is_shielded(line) or any(not mark.isprintable() and mark < " " and mark not in _ALLOWED for mark in line):
            page.note(number, "there is an invisible character", "remove it")
            return None
    return text


def blocks(text: str) -> Iterator[Block]:
    """The blocks in order; those of comments alone are passed over."""
    lines = [Word(line.strip(), number) for number, line in enumerate(text.split("\n"), start=1)]
    for filled, group in groupby(lines, key=lambda word: bool(word.text)):
        words = list(group)
        if filled and any(not _is_comment(word) for word in words):
            yield _block(words)


def asked(block: Block, page: Page) -> Asked | None:
    """The block's title, text and answers; None, and a note, if they cannot be told apart."""
    title, body = _titled(block.word, page)
    begin, end = body.text.find("{"), body.text.find("}")
    if begin < 0 and end < 0:
        return Asked(title, body, None)
    if end < 0:
        why = "put a } behind the last answer; a blank line ends a question, even inside the braces"
        page.note(tail(body, begin).line, "the answers never end", why)
    elif begin < 0 or end < begin:
        page.note(tail(body, end).line, "a } comes before its {", "write \\} where the mark itself is meant")
    elif "{" in body.text[begin + 1 :] or "}" in body.text[end + 1 :]:
        why = "one pair of braces a question, a blank line between questions; \\{ and \\} are the marks themselves"
        page.note(tail(body, begin).line, "there is more than one pair of braces", why)
    else:
        behind = body.text[end + 1 :].strip()
        text = f"{body.text[:begin].strip()}{f' _____ {behind}' if behind else ''}"
        return Asked(title, Word(text.strip(), body.line), tail(body, begin + 1, end))
    return None


def _block(words: Sequence[Word]) -> Block:
    first = next(word.line for word in words if not _is_comment(word))
    kept = [word for word in words if word.line >= first]
    text = "\n".join("" if _is_comment(word) else word.text for word in kept)
    return Block(Word(shielded(text), first), tuple(word for word in words if _is_comment(word)))


def _is_comment(word: Word) -> bool:
    return word.text.startswith("//")


def _titled(word: Word, page: Page) -> tuple[str, Word]:
    if not word.text.startswith("::"):
        return "", word
    end = word.text.find("::", 2)
    if end < 0:
        page.note(word.line, "the title never ends", "write it as ::title::")
        return "", word
    return " ".join(shown(word.text[2:end]).split()), tail(word, end + 2)
