"""Escaped marks: hidden while a question is taken apart, and shown again in the end."""

from typing import Final

from lessons.bundle.faults import Word

BREAK: Final = "\ufdd7"  # what \n becomes; noncharacters stand in no text
_MARKS: Final = "~=#{}:"
_HIDDEN: Final = {f"\\{mark}": chr(0xFDD0 + place) for place, mark in enumerate(_MARKS)} | {
    "\\\\": "\ufdd6",
    "\\n": BREAK,
}
_SHOWN: Final = {hidden: "\n" if hidden is BREAK else escaped[1] for escaped, hidden in _HIDDEN.items()}
_WRITTEN: Final = {hidden: escaped for escaped, hidden in _HIDDEN.items()}


def shielded(text: str) -> str:
    r"""The text with a stand-in for each of \~ \= \# \{ \} \: \\ \n; any other backslash is one."""
    found, place = [], 0
    while place < len(text):
        hidden = _HIDDEN.get(text[place : place + 2])
        found.append(hidden or text[place])
        place += 2 if hidden else 1
    return "".join(found)


def shown(text: str) -> str:
    """What the stand-ins stand for."""
    return "".join(_SHOWN.get(mark, mark) for mark in text)


def raw(text: str) -> str:
    """The text as it was before it was shielded."""
    return "".join(_WRITTEN.get(mark, mark) for mark in text)


def escaped(text: str) -> str:
    """The text as it must be written so that it is read as it is."""
    marked = "".join(f"\\{mark}" if mark in (*_MARKS, "\\") else mark for mark in text)
    return marked.replace("\n", "\\n")


def is_shielded(text: str) -> bool:
    """Whether there is a stand-in in it already: such a file would be misread."""
    return any(mark in _WRITTEN for mark in text)


def tail(word: Word, start: int, end: int | None = None) -> Word:
    """A part of the text without the space around it, and the line it begins on."""
    part = word.text[start:end]
    lead = len(part) - len(part.lstrip())
    return Word(part.strip(), word.line + word.text.count("\n", 0, start + lead))
