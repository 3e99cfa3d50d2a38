"""Questions added to a lesson's file: everything else in it stays as it is, letter by letter."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import regex
import yaml

from lessons.bundle.faults import Page
from lessons.bundle.script import script
from lessons.exchange.sheaf import Draft, Malformed
from lessons.model import Kind

_FENCE: Final = "---"
_ID: Final = regex.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID_MOST: Final = 64
_COUNTED: Final = regex.compile(r"(.*\D)(\d+)")
_WIDE: Final = 10_000  # characters of a line: none is broken


@dataclass(frozen=True, slots=True)
class Addition:
    """A lesson's file with questions added: its new text, and the lines that are new, from line number `at`."""

    text: str
    lines: tuple[str, ...]
    at: int


class _Written(yaml.SafeDumper):
    """Numbers as people write them, lists under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002  theirs
        super().increase_indent(flow, False)


_Written.add_representer(
    Decimal, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", f"{number:f}")
)


def named(drafts: Sequence[Draft], *, lesson: str, like: Sequence[str], taken: Collection[str]) -> tuple[Draft, ...]:
    """The questions, each with an id that nothing in the course has: its own, or one like those of the lesson."""
    used, found = set(taken), []
    for draft in drafts:
        key = draft.id if _is_free(draft.id, used) else _next(lesson, like, used)
        used.add(key)
        found.append(replace(draft, id=key))
    return tuple(found)


def added(text: str, drafts: Sequence[Draft], file: str, *, reading: bool = False) -> Addition:
    """The lesson's text with these questions behind its own; raises Malformed where they have no place.

    `text` has plain line ends. In a `reading` stand a question's words alone.
    """
    page = Page(file)
    written = script(text, page)
    if written is None:
        raise Malformed(page.problems)
    key, node = _questions(written.keys)
    lines = text.split("\n")
    head: tuple[str, ...] = ()
    if node is None and key is None:
        at, column, head = _fence(lines), 2, ("questions:",)
    elif isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        at, column = _behind(lines, node), node.start_mark.column
    else:
        line = (key.start_mark.line if key else 0) + 1
        page.note(
            line, "there is no place for a question here", "write `questions:` with one question under it, a dash each"
        )
        raise Malformed(page.problems)
    entries = _words if reading else _entries
    yamls = (line for draft in drafts for line in _yaml(dict(entries(draft))))
    new = (*head, *(f"{' ' * column}{line}" if line else "" for line in yamls))
    return Addition("\n".join([*lines[:at], *new, *lines[at:]]), new, at + 1)


def _is_free(key: str, used: Collection[str]) -> bool:
    return bool(_ID.fullmatch(key)) and len(key) <= _ID_MOST and key not in used


def _next(lesson: str, like: Sequence[str], used: Collection[str]) -> str:
    counted = [match for each in like if (match := _COUNTED.fullmatch(each))]
    stem = counted[-1][1] if counted else f"{lesson}-q"
    return next(key for number in range(1, len(used) + 2) if (key := f"{stem}{number}") not in used)


def _questions(keys: yaml.MappingNode) -> tuple[yaml.Node | None, yaml.Node | None]:
    return next(((key, value) for key, value in keys.value if key.value == "questions"), (None, None))


def _fence(lines: Sequence[str]) -> int:
    """Where the front matter ends."""
    return next(number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE)


def _behind(lines: Sequence[str], node: yaml.SequenceNode) -> int:
    """The line behind the last question: comments and blank lines that follow belong to what comes next."""
    at = node.end_mark.line if node.end_mark.column == 0 else node.end_mark.line + 1
    at = min(at, _fence(lines))
    while not lines[at - 1].strip() or _is_remark(lines[at - 1], node.start_mark.column):
        at -= 1
    return at


def _is_remark(line: str, column: int) -> bool:
    return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) <= column


def _yaml(entries: Mapping[str, object]) -> Iterator[str]:
    written = yaml.dump(
        [entries],
        Dumper=_Written,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDE,
        default_flow_style=False,
    )
    return iter(written.rstrip("\n").split("\n"))


def _entries(draft: Draft) -> Iterator[tuple[str, object]]:
    yield from (("id", draft.id), ("kind", draft.kind.value))
    if draft.scenario:
        yield "scenario", True
    if draft.fact:
        yield "fact", draft.fact
    yield "text", draft.text
    if draft.kind is Kind.SCALE:
        yield from (("low", draft.options[0].text), ("high", draft.options[-1].text))
    elif draft.options:
        yield "options", [dict(_option(option.text, option.why, right=option.right)) for option in draft.options]
    if draft.number:
        yield "number", _number(draft)
    if draft.accepted:
        yield "accepted", [*draft.accepted]
    if draft.why:
        yield "why", draft.why


def _words(draft: Draft) -> Iterator[tuple[str, object]]:
    """What a reading says of a question."""
    yield from (("id", draft.id), ("text", draft.text))
    if draft.kind is Kind.SCALE:
        yield from (("low", draft.options[0].text), ("high", draft.options[-1].text))
    elif draft.options:
        yield "options", [dict(_option(option.text, option.why, right=False)) for option in draft.options]
    if draft.number and draft.number.unit:
        yield "unit", draft.number.unit
    if draft.why:
        yield "why", draft.why


def _option(text: str, why: str, *, right: bool) -> Iterator[tuple[str, object]]:
    yield "text", text
    if right:
        yield "right", True
    if why:
        yield "why", why


def _number(draft: Draft) -> Mapping[str, object]:
    number = draft.number
    if number is None:
        return {}
    parts = {"value": number.value, "tolerance": number.tolerance, "unit": number.unit}
    return {key: part for key, part in parts.items() if part or key == "value"}
