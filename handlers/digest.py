"""The week's summary, whenever somebody asks for it; and whether it is welcome unasked."""

from functools import reduce

from handlers.turn import Turn
from lessons.cards.digest.learner import ready
from lessons.weekly import Week, read_week
from messages.actions import ReadWeek, SetDigests
from messages.incoming import ChannelName
from messages.message import Message, joined, plain
from school import passing
from school.digests.telling import newest, teller
from school.study import study_of
from store.values import Person


def asked(turn: Turn) -> Message:
    """The newest of each that is the person's: as learner, as manager, as office."""
    person = turn.person
    if person is None:
        return plain(turn.say("join.hello"))
    tells = teller(turn.work, turn.library, newest(turn.work, turn.now), turn.now, turn.public_url)
    parts = [_own(turn, person), tells.sections(person), tells.office(person)]
    told = [part for part in parts if part is not None]
    return reduce(joined, told) if told else plain(turn.say("digest.nothing"))


def opened(turn: Turn, action: ReadWeek) -> Message:
    """The way to the page of that week, which works for this person alone."""
    of = read_week(action.week)
    if of is None or turn.enrolment is None:
        return plain(turn.say("digest.old"))
    return ready(of, turn.say, url=_page(turn, turn.enrolment.person, of))


def wished(turn: Turn, action: SetDigests) -> Message:
    """Summaries are welcome, or not."""
    if turn.person is None:
        return plain(turn.say("join.hello"))
    if action.wish not in {"on", "off"}:
        return plain(turn.say("digest.unclear"))
    wanted = action.wish == "on"
    turn.work.people.set_digests(turn.person.id, wanted=wanted)
    free = turn.incoming.channel is ChannelName.LINE and not turn.work.digests.round().line_paid
    return plain(turn.say(("digest.on_line" if free else "digest.on") if wanted else "digest.off"))


def _own(turn: Turn, person: Person) -> Message | None:
    enrolment = turn.enrolment
    study = study_of(turn.work, enrolment, turn.library) if enrolment else None
    if study is None or not study.taken:
        return None
    of = newest(turn.work, turn.now, study.since)
    tells = teller(turn.work, turn.library, of, turn.now)
    return tells.own(study, person.language, turn.incoming.channel, _page(turn, person.id, of))


def _page(turn: Turn, person: int, of: Week) -> str:
    secret = passing.give(turn.work, person, ReadWeek(of.name), turn.now)
    return f"{turn.public_url}/d/{secret}"
