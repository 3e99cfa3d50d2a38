"""Texts in one of Moodle's four formats, as the plain text that learners see."""

import html
from typing import Final

import regex

from lessons.bundle.faults import Word
from lessons.exchange.gift.shield import BREAK, shown
from lessons.exchange.sheaf import Notes

_FORMAT: Final = regex.compile(r"\[(moodle|html|plain|markdown)\]")
_TAG: Final = regex.compile(
    r"</?(a|abbr|audio|b|blockquote|br|code|del|div|em|figure|font|h[1-6]|hr|i|iframe|img|ins|li|ol|p|pre|s|small|source"
    r"|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul|video)(?:\s[^<>]*)?/?>",
    regex.IGNORECASE,
)
_SHOWING: Final = {"audio", "figure", "iframe", "img", "source", "table", "video"}
_QUIET: Final = {"br", "p", "div", "span"}
_MARKDOWN: Final = regex.compile(r"\*\*|__|`|\]\(|^#{1,6} ", regex.MULTILINE)
_TURN: Final = regex.compile(r"(?<=(\S))[ \t]*\n\s*(?=(\S))")


def format_of(text: str, default: str) -> str:
    """The format a text says it is in, or the default."""
    found = _FORMAT.match(text)
    return found[1] if found else default


def prose(word: Word, default: str, notes: Notes) -> str:
    """The text without its format and, unless it is plain, without tags; noted is what gets lost by it."""
    kind = format_of(word.text, default)
    text = _FORMAT.sub("", word.text, count=1) if _FORMAT.match(word.text) else word.text
    if kind in {"html", "moodle"}:
        text = html.unescape(shown(_untagged(text, word.line, notes).replace(BREAK, "\n"))).replace("\xa0", " ")
        return _unbroken_only(text)
    if kind == "markdown" and _MARKDOWN.search(shown(text)):
        notes.left.note(word.line, "Markdown is not kept", "its marks stay as they are written: take them out")
    return shown(_TURN.sub(_joined, text)).strip()


def _untagged(text: str, line: int, notes: Notes) -> str:
    """`<br>` is a new line; other tags go."""
    names = {match[1].lower() for match in _TAG.finditer(text)}
    for name in sorted(names & _SHOWING):
        notes.left.note(line, f"what <{name}> shows is not kept", "a question has words only")
    if names - _SHOWING - _QUIET:
        notes.left.note(line, "bold, links and the like are not kept", "the words stay")
    joined = _TURN.sub(_joined, text)
    return _TAG.sub(lambda match: BREAK if match[1].lower() == "br" else " ", joined) if names else joined


def _unbroken_only(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n")).strip()


def _joined(match: "regex.Match[str]") -> str:
    """A line's turn is a space, except between letters that need none."""
    return "" if not match[1].isascii() and not match[2].isascii() else " "
