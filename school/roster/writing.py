"""The list of staff as rows of a file that can be imported again."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from school.rights import Actor, Verb, acts
from school.roster.headings import Field
from school.roster.standing import Standing, standings
from store.work import Work

_COLUMNS: Final = (
    *(Field.NUMBER, Field.NAME, Field.KANA, Field.ALIAS, Field.SECTION, Field.TITLE, Field.CONCURRENT),
    *(Field.EMPLOYMENT, Field.DAYS, Field.EMAIL, Field.LEFT),
)
_WEEK: Final = "月火水木金土日"
_ASIDE: Final = "○"


def exported(work: Work, actor: Actor, at: datetime) -> tuple[tuple[str, ...], ...]:
    """The headings, and a row for every post of everybody on the list, also of those who left; raises NotAllowed."""
    everybody = standings(work)
    acts(work, actor, Verb.EXPORT_ROSTER, target="roster", detail=f"people:{len(everybody)}", at=at)
    rows = (row for each in everybody.values() for row in _rows(each))
    return (tuple(field.value for field in _COLUMNS), *rows)


def _rows(standing: Standing) -> Iterator[tuple[str, ...]]:
    one = standing.staff
    days = "・".join(_WEEK[int(day) - 1] for day in one.days)
    left = one.left_on.isoformat() if one.left_on else ""
    posts = [(each.path, each.title, _ASIDE if each.concurrent else "") for each in standing.places]
    for post in posts or [("", "", "")]:
        yield (one.number, one.name, one.kana, one.alias, *post, one.employment, days, one.email, left)
