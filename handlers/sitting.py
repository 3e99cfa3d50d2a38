"""Questionnaires: offered, opened as a form or on a page of one's own, and answered part by part."""

from typing import Final

from handlers.turn import Reply, Turn
from lessons.assessment import Part
from lessons.cards import dates, writing
from lessons.cards import sitting as cards
from messages.actions import Sit, Unreadable, unpack
from messages.form import Form
from messages.incoming import ChannelName, Submitted
from messages.message import Message, Text, Tone, plain
from school import passing, responding, sittings
from school.responding import Missing, Paper
from school.study import study_of
from school.writing import MOST, Unfit
from store.sittings import Sitting

FORM: Final = cards.FORM


def asked(turn: Turn, action: Sit) -> Reply:
    """Wants to answer: this one, or whichever is open."""
    if turn.enrolment is None:
        return plain(turn.say("join.hello"))
    sitting = responding.found(turn.work, turn.enrolments, action.sitting) if action.sitting else _open(turn)
    if sitting is None:
        return plain(turn.say("sitting.foreign" if action.sitting else "sitting.none"))
    paper = responding.paper_of(turn.work, turn.library, sitting)
    if paper is None or paper.part is None or sitting.finished_at is not None:
        return plain(turn.say("sitting.finished"))
    if responding.is_closed(paper, turn.now):
        return plain(turn.say("sitting.over"))
    return _form(turn, paper, paper.part) if turn.incoming.opens_forms else _ways(turn, sitting)


def submitted(turn: Turn, form: Submitted) -> Reply:
    """One part came back, and the next is asked."""
    sitting = _about(turn, form)
    paper = responding.paper_of(turn.work, turn.library, sitting) if sitting else None
    part = _part(form)
    if paper is None or part is None:
        return plain(turn.say("sitting.foreign"))
    if paper.part is None:
        return plain(turn.say("sitting.finished"))
    if responding.is_closed(paper, turn.now):
        return plain(turn.say("sitting.over"))
    given = dict(form.values)
    outcome = responding.respond(turn.work, paper, part, given, turn.now)
    match outcome:
        case Paper(part=None):
            return _thanks(turn, outcome)
        case Paper(part=following) if following is not None:
            return _form(turn, outcome, following)
        case Missing(items=items):
            return _form(turn, paper, part, given=given, error=turn.say("sitting.missing", count=len(items)))
        case Unfit(length=length, private=private):
            error = writing.unfit(length, private, most=MOST, say=turn.say)
            return _form(turn, paper, part, given=given, error=error)
        case _:
            return None


def _open(turn: Turn) -> Sitting | None:
    studies = (study_of(turn.work, each, turn.library) for each in reversed(turn.enrolments))
    found = (sittings.standing(turn.work, study, turn.now) for study in studies)
    return next((each for each in found if each), None)


def _ways(turn: Turn, sitting: Sitting) -> Message:
    enrolment = turn.work.enrolments.get(sitting.enrolment)
    secret = passing.give(turn.work, enrolment.person, Sit(sitting.id), turn.now)
    until = (turn.now + passing.SITTING).astimezone(turn.work.organisation.timezone)
    here = turn.incoming.channel is ChannelName.SLACK
    time = dates.clock(until.time())
    told = turn.say("sitting.told_slack", time=time) if here else turn.say("sitting.told_line", time=time)
    return cards.ways(sitting.id, f"{turn.public_url}/a/{secret}", told, turn.say, here=here)


def _form(turn: Turn, paper: Paper, part: Part, *, given: dict[str, str] | None = None, error: str = "") -> Form:
    return cards.form(
        paper.sitting.id,
        paper.sitting.occasion,
        part,
        paper.items(part),
        place=paper.place(part),
        most=MOST,
        say=turn.say,
        given=given,
        error=error,
    )


def _thanks(turn: Turn, paper: Paper) -> Message:
    first, *more = cards.thanks(paper.sitting.occasion, turn.say, tested=paper.tested)
    return Message(first, (Text(first, Tone.GOOD, strong=True), *map(Text, more)))


def _about(turn: Turn, form: Submitted) -> Sitting | None:
    try:
        action = unpack(form.about)
    except Unreadable:
        return None
    return responding.found(turn.work, turn.enrolments, action.sitting) if isinstance(action, Sit) else None


def _part(form: Submitted) -> Part | None:
    name = form.form.removeprefix(f"{FORM}:")
    return Part(name) if name in {*Part} else None
