"""Ways to say who shall have which role, and who shall have it no more."""

import re
from dataclasses import dataclass
from typing import Final

from store.office import Role


@dataclass(frozen=True, slots=True)
class Granting:
    """Whoever is called so shall have the role, or, where it is not `given`, have it no more. `role` is None where none
    of ours was named, `section` empty where none was.
    """

    name: str
    role: Role | None
    section: str
    given: bool


_NAMES: Final = {
    Role.OWNER: ("責任者", "owner"),
    Role.OFFICER: ("研修担当", "研修担当者", "officer", "training officer"),
    Role.FACILITATOR: ("進行役", "facilitator"),
    Role.MANAGER: ("所属長", "manager", "head of section"),
}
_ROLES: Final = {name: role for role, names in _NAMES.items() for name in names}
_END: Final = r"やめる|外す|はずす|取り?消す|取り?消し|終わり|remove|revoke|end"
_GRANT: Final = re.compile(
    r"(?:(?P<ja>役割|やくわり)|roles?)[\s::、]+(?P<who>\S{1,100})"
    rf"(?:\s+(?!(?:{_END})$)(?P<role>training officer|head of section|\S{{1,30}}?)"
    rf"(?:\s+(?!(?:{_END})$)(?P<section>\S{{1,100}}))?)?(?:\s*を?\s*(?P<end>{_END}))?"
)


def granted(word: str) -> Granting | None:
    """What a folded text says of somebody's role, if it does. In English, where the word stands in other sentences too,
    only with a role of ours.
    """
    grant = _GRANT.fullmatch(word)
    role = _ROLES.get(grant["role"] or "") if grant else None
    if grant is None or not (role or grant["ja"]):
        return None
    return Granting(grant["who"], role, grant["section"] or "", given=not grant["end"])
