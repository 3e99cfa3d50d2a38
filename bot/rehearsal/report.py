"""What a rehearsal came to, for a machine."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Final

from bot.rehearsal.life import Life
from bot.rehearsal.office.office import Office
from bot.rehearsal.plan import Plan
from bot.rehearsal.tally import Tally
from bot.rehearsal.witness import Breach
from lessons.assessment import Occasion
from messages.letter import State

FIGURES: Final = (
    *("due", "delivered", "answered", "duplicates", "lost", "rejected", "outside_hours"),
    *("line_counted", "line_counted_max_per_learner_day", "reminders", "wall_s"),
)


@dataclass(frozen=True, slots=True)
class Passed:
    """How far it is: `number` days of `of` have passed."""

    number: int
    of: int
    day: date
    delivered: int
    answered: int
    broken: int


@dataclass(frozen=True, slots=True)
class Report:
    """The figures; `due` counts lessons owed to learners, `answered` questions."""

    due: int
    delivered: int
    answered: int
    duplicates: int
    lost: int
    rejected: int
    outside_hours: int
    line_counted: int
    line_counted_max_per_learner_day: int
    reminders: int
    letters: dict[str, int]
    manners: dict[str, int]
    faults: dict[str, int]
    assessments: dict[str, int]
    announcements: dict[str, int]
    silences: dict[str, int]
    questions: dict[str, int]
    digests: dict[str, int]
    breaches: tuple[Breach, ...]
    wall_s: float = 0.0

    @property
    def figures(self) -> tuple[float, ...]:
        """The figures in the order of FIGURES."""
        return tuple(getattr(self, name) for name in FIGURES)

    def as_json(self) -> dict[str, Any]:
        """For JSON."""
        breaches = [{**asdict(each), "day": each.day.isoformat()} for each in self.breaches]
        return {**asdict(self), "breaches": breaches}

    def taking(self, seconds: float) -> "Report":
        """The same, with how long it took."""
        return replace(self, wall_s=round(seconds, 1))


def reported(
    plan: Plan, lives: Sequence[Life], tally: Tally, letters: dict[State, int], *, reordered: int, office: Office | None
) -> Report:
    """Everybody's figures in one."""
    witnesses = [life.learner.witness for life in lives]
    watches = [each.watch for each in witnesses]
    owed = [(each, number) for each in witnesses for number in {*each.account.due, *each.account.wished}]
    stuck = [Breach("-", plan.workdays[-1], "stuck", state) for state in State if state in _BAD and letters[state]]
    return Report(
        due=len(owed),
        delivered=sum(number in each.cards for each, number in owed),
        answered=sum(len(each.account.answers) for each in witnesses),
        duplicates=sum(each.duplicates for each in witnesses),
        lost=sum(len(each.lost()) + len(each.watch.lost()) for each in witnesses),
        rejected=tally.rejected,
        outside_hours=sum(each.outside_hours for each in witnesses),
        line_counted=sum(tally.counted.values()) + tally.for_many,
        line_counted_max_per_learner_day=max(tally.counted.values(), default=0),
        reminders=sum(each.reminders for each in witnesses),
        letters={state.value: count for state, count in letters.items()},
        manners=dict(Counter(life.learner.manner.value for life in lives)),
        faults=dict(tally.struck + Counter(reorder=reordered)),
        assessments={
            "offered": sum(each.beside.offered.total() for each in witnesses),
            "parts": sum(each.beside.parts for each in witnesses),
            "finished": sum(len(each.beside.answered) for each in witnesses),
            "later": sum(each.beside.offered[when] for each in witnesses for when in Occasion if when.later),
        },
        announcements={
            "owed": sum(each.sure for watch in watches for each in watch.meant.values()),
            "seen": sum(watch.seen.total() for watch in watches),
            "votes": sum(len(watch.votes) for watch in watches),
        },
        silences={
            "lasted": office.silencing.lasted if office else 0,
            "days": len(plan.silent[1:]),
            "unasked": sum(breach.what == "unsilent" for each in witnesses for breach in each.breaches),
        },
        questions={
            "asked": len(office.questioning.asked) if office else 0,
            "answered": len(office.questioning.answered) if office else 0,
            "seen": sum(each.answers for each in witnesses),
        },
        digests={
            "learners": sum(each.digests.weeks.total() for each in witnesses),
            "managers": office.chief.digests.weeks.total() if office else 0,
            "office": sum(officer.digests.weeks.total() for officer in office.officers) if office else 0,
        },
        breaches=(*(breach for each in witnesses for breach in each.breaches), *tally.breaches, *stuck),
    )


_BAD = frozenset({State.WAITING, State.CARRYING, State.HELD, State.REFUSED})
