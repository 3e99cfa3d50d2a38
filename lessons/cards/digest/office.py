"""The office's week: how far the sections are, what was hard, and what needs deciding."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from lessons.cards.digest.learner import shortened, week_named
from lessons.cards.digest.section import finished
from lessons.freshness import Use
from lessons.grouping import LEAST, Group, Shown
from lessons.phrases import Phrases
from lessons.weekly import Week
from messages.message import Block, Divider, Facts, Heading, Image, Message, Text, Tone

HEAD: Final = 112  # pixels of the picture above its bars
_WIDE, _BAR = 720, 96  # its width, and what each bar takes; with eight it is within LINE's 1,024
_BARS: Final = 8  # more would be too small to read on a phone
_SECTIONS: Final = 10  # in the chat, in their order; the sum has them all
_LISTED: Final = 3  # facts and reports that are named


class Trouble(StrEnum):
    """Why something never arrived, in kinds that somebody can act on."""

    GONE = "gone"  # a block, a deleted account
    UNSURE = "unsure"  # it may have arrived
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Hard:
    """A question that many miss: by so many answers of the week, so many of them wrong."""

    lesson: str
    question: str
    answers: int
    wrong: int

    @property
    def share(self) -> int:
        """Wrong ones in a hundred."""
        return round(100 * self.wrong / self.answers)


@dataclass(frozen=True, slots=True)
class Stale:
    """A fact that should have been looked at again, and the course that states it."""

    course: str
    use: Use


@dataclass(frozen=True, slots=True)
class OfficeWeek:
    """`counted` messages of LINE's quota were used this month, of so many if the plan is known; `reports` are the
    lessons that somebody found wrong, each with the open reports of it.
    """

    week: Week
    organisation: str
    shown: Shown
    hard: tuple[Hard, ...] = ()
    questions: int = 0
    counted: int | None = None
    quota: int | None = None
    troubles: tuple[tuple[Trouble, int], ...] = ()
    stale: tuple[Stale, ...] = ()
    reports: tuple[tuple[str, int], ...] = ()
    past: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to tell."""
        people = self.shown.total.learners or self.shown.hidden
        return not (people or self.questions or self.troubles or self.stale or self.reports)


@dataclass(frozen=True, slots=True)
class Picture:
    """Where the picture is: at `url` for whoever fetches it, behind `own` for who takes it from us."""

    own: str
    url: str


def office_digest(seen: OfficeWeek, say: Phrases, picture: Picture | None = None) -> Message:
    """The picture, and the same in words."""
    return Message(
        summary=say("digest.office_summary", week=week_named(seen.week, say)),
        blocks=(
            Heading(say("digest.office_title"), eyebrow=seen.organisation, aside=week_named(seen.week, say)),
            *_picture(seen, say, picture),
            *_sections(seen, say),
            *_hard(seen, say),
            Divider(),
            Text(say("digest.todo"), strong=True),
            Facts(tuple(_todo(seen, say))),
            *_stale(seen, say),
            *_reports(seen, say),
            Text(say("digest.off_hint"), Tone.QUIET),
        ),
    )


def charted(shown: Shown, say: Phrases) -> tuple[Group, ...]:
    """The bars of the picture: as many sections as it has room for, and the small ones together."""
    rest = (replace(shown.rest, name=say("digest.rest", count=shown.joined)),) if shown.rest else ()
    return (*shown.groups[: _BARS - len(rest)], *rest)


def size(shown: Shown) -> tuple[int, int]:
    """Of the picture, in pixels."""
    return _WIDE, HEAD + _BAR * min(len(shown.groups) + bool(shown.rest), _BARS)


def alt(seen: OfficeWeek, say: Phrases) -> str:
    """What the picture shows."""
    return say("digest.alt", week=week_named(seen.week, say), total=_figures(seen.shown.total, say))


def _picture(seen: OfficeWeek, say: Phrases, picture: Picture | None) -> Iterator[Block]:
    if picture and seen.shown.groups:
        wide, high = size(seen.shown)
        yield Image(picture.url, alt(seen, say), f"{wide}:{high}", picture.own)


def _sections(seen: OfficeWeek, say: Phrases) -> Iterator[Block]:
    shown = seen.shown
    total = shown.total
    if not total.learners:
        yield Text(say("digest.few" if shown.hidden else "digest.nobody", least=LEAST))
        return
    yield Text(finished(total, say, past=seen.past), strong=True)
    named = [(group.name, _figures(group, say)) for group in shown.groups[:_SECTIONS]]
    if shown.rest:
        named.append((say("digest.rest", count=shown.joined), _figures(shown.rest, say)))
    yield Facts(tuple(named))
    if len(shown.groups) > _SECTIONS:
        yield Text(say("digest.more", count=len(shown.groups) - _SECTIONS), Tone.QUIET)
    if shown.hidden:
        yield Text(say("digest.hidden", count=shown.hidden, least=LEAST), Tone.QUIET)


def _figures(group: Group, say: Phrases) -> str:
    return say(
        "digest.figures",
        learners=group.learners,
        started=group.started,
        active=group.active,
        completed=group.completed,
    )


def _hard(seen: OfficeWeek, say: Phrases) -> Iterator[Block]:
    if seen.hard:
        yield Divider()
        yield Text(say("digest.missed"), strong=True)
        yield Text("\n".join(_missed(each, say) for each in seen.hard))


def _missed(each: Hard, say: Phrases) -> str:
    question = shortened(each.question)
    facts = {"share": each.share, "answers": each.answers, "wrong": each.wrong}
    return say("digest.missed_line", question=question, lesson=each.lesson, **facts)


def _todo(seen: OfficeWeek, say: Phrases) -> Iterator[tuple[str, str]]:
    yield say("digest.questions"), say("digest.cases", count=seen.questions)
    if seen.counted is not None:
        key = "digest.quota_of" if seen.quota else "digest.quota_used"
        yield say("digest.quota"), say(key, counted=f"{seen.counted:,}", quota=f"{seen.quota or 0:,}")
    told = say("digest.joint").join(say(f"digest.trouble_{kind.value}", count=many) for kind, many in seen.troubles)
    yield say("digest.troubles"), told or say("digest.none")
    yield say("digest.stale"), say("digest.cases", count=len(seen.stale))
    yield say("digest.reports"), say("digest.cases", count=sum(many for _, many in seen.reports))


def _stale(seen: OfficeWeek, say: Phrases) -> Iterator[Block]:
    if seen.stale:
        yield Text(say("digest.stale_title"), strong=True)
        yield Text("\n".join(_overdue(each, say) for each in seen.stale[:_LISTED]))


def _overdue(each: Stale, say: Phrases) -> str:
    by = _day(each.use.fact.review_by, say)
    return say("digest.stale_line", course=each.course, fact=each.use.fact.says, review_by=by)


def _reports(seen: OfficeWeek, say: Phrases) -> Iterator[Block]:
    if seen.reports:
        yield Text(say("digest.reports_title"), strong=True)
        lines = (say("digest.report_line", lesson=lesson, count=many) for lesson, many in seen.reports[:_LISTED])
        yield Text("\n".join(lines))


def _day(day: date, say: Phrases) -> str:
    return say("digest.date", year=day.year, month=day.month, day=day.day)
