"""The plan of an assessment: what is asked on which occasion, and when that is."""

from collections.abc import Iterator, Mapping
from typing import Final

from lessons.assessment import Occasion, Part, Stage
from lessons.bundle.table import Table, named

_KEYS: Final = ("occasion", "parts", "lesson", "days")
_BY_LESSON: Final = (Occasion.MIDDLE, Occasion.AFTER)
_MOST: Final = 366  # days after the last lesson


def stages(table: Table, numbers: Mapping[str, int]) -> tuple[Stage, ...]:
    """Every occasion once, in the order of time; `numbers` are those of the course's lessons, by id."""
    tables = table.tables("plan", name="the occasion", keys=_KEYS)
    made = [(each, stage) for each in tables if (stage := _stage(each, numbers))]
    for place, (each, stage) in enumerate(made):
        if stage.occasion in [other.occasion for _, other in made[:place]]:
            each.note("occasion", f"`{stage.occasion}` is planned twice", "an occasion comes once")
        elif place and _place(stage) < _place(made[place - 1][1]):
            each.note(
                "occasion", f"`{stage.occasion}` stands too late in the plan", f"the order is {', '.join(Occasion)}"
            )
    return tuple(stage for _, stage in made)


def _place(stage: Stage) -> int:
    return [*Occasion].index(stage.occasion)


def _stage(table: Table, numbers: Mapping[str, int]) -> Stage | None:
    occasion = table.name_of("occasion", Occasion)
    parts = tuple(_parts(table))
    if occasion is None:
        return None
    wanted = "lesson" if occasion in _BY_LESSON else "days" if occasion.later else ""
    for key in ("lesson", "days"):
        if key in table and key != wanted:
            table.note(
                key, f"`{occasion}` has no `{key}`", f"it wants `{wanted}`" if wanted else "it comes with joining"
            )
    return Stage(
        occasion,
        parts,
        lesson=_lesson(table, numbers) if wanted == "lesson" else None,
        days=_days(table) if wanted == "days" else None,
    )


def _parts(table: Table) -> Iterator[Part]:
    for word in table.words("parts"):
        part = named(word, Part, table.page)
        if part is not None:
            yield part


def _lesson(table: Table, numbers: Mapping[str, int]) -> int | None:
    word = table.text("lesson")
    if word and numbers and word not in numbers:
        table.note("lesson", f"there is no lesson `{word}`", "name one of the course's lessons by its id")
    return numbers.get(word)


def _days(table: Table) -> int | None:
    days = table.decimal("days")
    if days != int(days) or not 1 <= days <= _MOST:
        table.note("days", f"`days` is {days}", f"write how many days after the last lesson: 1 to {_MOST}")
    return int(days)
