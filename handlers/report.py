"""Something in a lesson is wrong or out of date: kept for the course's editor, acknowledged, and answered later."""

from handlers.turn import Reply, Turn
from lessons.cards import report as cards
from lessons.cards.writing import again, on_page, unfit
from messages.actions import Report, Unreadable, pack, unpack
from messages.incoming import Submitted
from messages.message import Message, plain
from school import passing, reporting
from school.reporting import Subject
from school.writing import MOST, Unfit
from store.values import Kept

REPORT = "report"  # what a prompt remembers: which lesson it was about


def asked(turn: Turn, action: Report) -> Reply:
    """Has something to report: a form, a page, or how to send it here."""
    subject = _subject(turn, action)
    if subject is None:
        return plain(turn.say("report.nothing" if turn.person else "join.hello"))
    if turn.incoming.opens_forms:
        return cards.form(subject.course, subject.lesson, most=MOST, say=turn.say)
    if not turn.may_write_here:
        return _on_page(turn, subject, turn.say("report.on_page", title=subject.lesson.title))
    turn.work.prompts.set(*turn.who, awaiting=REPORT, value=pack(subject.action), at=turn.now)
    return plain(turn.say("report.here", title=subject.lesson.title, most=MOST))


def told(turn: Turn, body: str) -> Reply:
    """What it is, typed behind the word."""
    subject = _subject(turn, _meant(turn))
    if subject is None:
        return plain(turn.say("report.nothing" if turn.person else "join.hello"))
    if not turn.may_write_here:
        return _on_page(turn, subject, turn.say("report.not_here"))
    turn.work.prompts.clear(*turn.who)
    return _kept(turn, subject, "", body)


def submitted(turn: Turn, form: Submitted, action: Report) -> Reply:
    """The form came back."""
    subject = _subject(turn, action)
    if subject is None:
        return plain(turn.say("report.nothing"))
    return _kept(turn, subject, form.value(cards.WHERE), form.value(cards.FIELD))


def _kept(turn: Turn, subject: Subject, quiz: str, body: str) -> Message:
    via = turn.incoming.channel.value
    note = reporting.report(turn.work, subject, quiz=quiz, body=body, via=via, at=turn.now)
    if isinstance(note, Unfit):
        return again(unfit(note.length, note.private, most=MOST, say=turn.say), subject.action, turn.say)
    turn.trace(Kept.NOTE, note.id)
    return cards.stored(subject.lesson, turn.say)


def _meant(turn: Turn) -> Report:
    """The lesson whose button was pressed before, else the last one."""
    prompt = turn.work.prompts.get(*turn.who)
    if prompt is None or prompt.awaiting != REPORT:
        return Report()
    try:
        action = unpack(prompt.value)
    except Unreadable:
        return Report()
    return action if isinstance(action, Report) else Report()


def _subject(turn: Turn, action: Report) -> Subject | None:
    if turn.person is None:
        return None
    return reporting.subject(turn.work, turn.library, turn.person.id, action)


def _on_page(turn: Turn, subject: Subject, why: str) -> Message:
    secret = passing.give(turn.work, subject.enrolment.person, subject.action, turn.now)
    return on_page(why, f"{turn.public_url}/w/{secret}", turn.say)
