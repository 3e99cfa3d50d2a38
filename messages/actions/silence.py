"""What the office wants of silence: whom it is over, its beginning, its end. 0 stands for whichever is open."""

from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class AskSilence:
    """How does it stand; or, over whom ("everybody", "section", "person", and a number): what would it mean?"""

    whom: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class BeginSilence:
    """Be silent to these; with `notice` 1, after one line to each of them."""

    whom: str
    number: int
    notice: int


@dataclass(frozen=True, slots=True)
class ConfirmSilence:
    """Yes, what somebody else asked for shall be."""

    silence: int


@dataclass(frozen=True, slots=True)
class DropSilence:
    """No, what was asked for shall not be."""

    silence: int


@dataclass(frozen=True, slots=True)
class PlanResume:
    """What would come of it if we went on now?"""

    silence: int


@dataclass(frozen=True, slots=True)
class EndSilence:
    """Go on, in this way: "shift" or "compress". `days` is what the plan that was seen says is lost; -1: none
    was.
    """

    silence: int
    how: str
    days: int


Silencing: TypeAlias = AskSilence | BeginSilence | ConfirmSilence | DropSilence | PlanResume | EndSilence
TAGS: Final[dict[str, type[Silencing]]] = {
    "hush": AskSilence,
    "hush-on": BeginSilence,
    "hush-yes": ConfirmSilence,
    "hush-no": DropSilence,
    "hush-plan": PlanResume,
    "hush-off": EndSilence,
}
