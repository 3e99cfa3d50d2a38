"""Comment lines that say of a question what GIFT cannot: `// kotsu: unit = %`. Moodle passes them over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import Final

import regex

from lessons.bundle.faults import Page, Word
from lessons.exchange.gift.shield import escaped, shielded, shown
from lessons.model import Kind

_LINE: Final = regex.compile(r"//\s*kotsu\s*:(.*)")
_PAIR: Final = regex.compile(r"\s*([a-z]+)\s*=\s*(.*?)\s*")


@dataclass(frozen=True, slots=True)
class Marks:
    """What such lines say. `yes` and `no` are the words of true and false, `low` and `high` the ends of a scale."""

    kind: str = ""
    scenario: str = ""
    fact: str = ""
    unit: str = ""
    yes: str = ""
    no: str = ""
    low: str = ""
    high: str = ""
    why: str = ""


_KEYS: Final = tuple(each.name for each in fields(Marks))


def marks(comments: Iterable[Word], page: Page) -> Marks:
    """What the comment lines say; noted is what they say twice or wrongly."""
    found: dict[str, str] = {}
    for word in comments:
        said = _LINE.fullmatch(word.text)
        pair = _PAIR.fullmatch(said[1]) if said else None
        if said and not pair:
            page.note(word.line, "this kotsu line says nothing", "write it as // kotsu: unit = %")
        elif pair and pair[1] in found:
            page.note(word.line, f"`{pair[1]}` is said twice", "once is enough")
        elif pair and _is_sound(pair[1], pair[2], word.line, page):
            found[pair[1]] = shown(shielded(pair[2]))
    return replace(Marks(), **found)


def lines(marks: Marks) -> Iterator[str]:
    """The comment lines that say all this."""
    for key in _KEYS:
        if value := getattr(marks, key):
            yield f"// kotsu: {key} = {escaped(value)}"


def _is_sound(key: str, value: str, line: int, page: Page) -> bool:
    if key not in _KEYS:
        near = get_close_matches(key, _KEYS, n=1)
        page.note(line, f"`{key}` is not known here", f"did you mean `{near[0]}`?" if near else f"known are {_all()}")
    elif key == "kind" and value not in set(Kind):
        page.note(line, f"the kind `{value}` is not known", f"known are {', '.join(Kind)}")
    elif key == "scenario" and value != "yes":
        page.note(line, f"`scenario` is `{value}`", "write yes, or leave the line out")
    else:
        return True
    return False


def _all() -> str:
    return ", ".join(_KEYS)
