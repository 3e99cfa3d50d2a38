"""A file's text, its YAML and its front matter, as far as they can be read at all."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import regex
import yaml

from lessons.bundle.faults import Page

_FENCE: Final = "---"
_DEEP: Final = 1_000  # brackets and marks before a line's first word
_HIDDEN: Final = regex.compile(r"[^\P{Cc}\n]|\p{Zl}|\p{Zp}")
_NAMED: Final = {"\t": ("a tab", "use spaces"), "\0": ("a NUL character", "the file is damaged: save it anew as text")}
_SHAPE: Final = "a lesson begins with a line of three dashes, its keys, and three dashes again"


@dataclass(frozen=True, slots=True)
class Script:
    """A lesson's file: the keys of its front matter, and the body, whose first line has this number in the file."""

    keys: yaml.MappingNode
    body: str
    body_line: int


def text_of(path: Path, page: Page) -> str | None:
    """The file's text with plain line ends; None, and a note, if it cannot be read or hides something."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        page.note(1, "the file cannot be read", error.strerror or "the system does not say why")
        return None
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        page.note(raw.count(b"\n", 0, error.start) + 1, "this is not UTF-8", "save the file as UTF-8")
        return None
    return None if _hides_something(text, page) else text


def mapping(text: str, page: Page) -> yaml.MappingNode | None:
    """The YAML text's keys and values, with their lines; None, and a note, if there are none."""
    try:
        node = _quickly(text) or yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.reader.ReaderError as error:
        page.note(text.count("\n", 0, error.position) + 1, "there is a forbidden character", "YAML cannot carry it")
    except yaml.MarkedYAMLError as error:
        page.note(_line(error), f"this is not YAML ({error.problem})", "a value with a colon or a # in it wants quotes")
    except RecursionError:
        page.note(1, "this YAML is nested too deeply", "no bundle needs more than four levels")
    else:
        if isinstance(node, yaml.MappingNode):
            return node
        page.note(1, "there are no keys here", "write one `key: value` a line")
    return None


def _quickly(text: str) -> yaml.Node | None:
    """The text as libyaml reads it, ten times as fast; None if it cannot, since its words for what is wrong are others.

    What might be nested deeper than its stack is not even tried.
    """
    marks = max(len(line) - len(line.lstrip(" -?:")) for line in text.split("\n"))
    if not yaml.__with_libyaml__ or marks + text.count("[") + text.count("{") > _DEEP:
        return None
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None


def script(text: str, page: Page) -> Script | None:
    """The front matter and the body of a lesson's file; None, and a note, if there is no front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        page.note(1, "there is no front matter", _SHAPE)
        return None
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE), None)
    if end is None:
        page.note(1, "the front matter never ends", _SHAPE)
        return None
    keys = mapping("\n".join(["", *lines[1:end]]), page)
    if keys is None:
        return None
    return Script(keys=keys, body="\n".join(lines[end + 1 :]), body_line=end + 2)


def _hides_something(text: str, page: Page) -> bool:
    lines = enumerate(text.split("\n"), start=1) if _HIDDEN.search(text) else ()
    found = [(number, hidden.group()) for number, line in lines if (hidden := _HIDDEN.search(line))]
    for number, mark in found:
        name, why = _NAMED.get(mark, (f"an invisible character (U+{ord(mark):04X})", "remove it"))
        page.note(number, f"there is {name}", why)
    return bool(found)


def _line(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1
