"""Looking back in one's own words: typed where that is allowed, else in a form or on a page of ours."""

from handlers.turn import Reply, Turn
from handlers.vocabulary import SKIP, WRITE
from handlers.words import folded
from lessons.cards import writing as cards
from lessons.model import Kind, Lesson, Quiz
from lessons.understanding import is_accepted
from messages.actions import Skip, Write
from messages.incoming import Submitted
from messages.message import Block, InPlace, Message, plain
from school import passing
from school.answering import Already
from school.onward import onward
from school.study import Study, study_of
from school.writing import MOST, Unfit, reflect, skip
from store.values import Kept


def wanted(turn: Turn, action: Write) -> Reply:
    """Wants to write: here, in a form or on a page; None if the question is answered otherwise."""
    found = _found(turn, action.enrolment, action.quiz)
    if found is None or found[2].kind is not Kind.REFLECTION:
        return None
    study, _, quiz = found
    if before := turn.work.attempts.for_quiz(study.enrolment.id, quiz.id):
        return plain(cards.already(study.today(before.at), turn.say))
    if turn.incoming.opens_forms:
        return cards.reflection_form(quiz, action, most=MOST, say=turn.say)
    if turn.may_write_here:
        return plain(turn.say("writing.here", most=MOST))
    return _on_page(turn, action, turn.say("writing.on_page"))


def skipped(turn: Turn, action: Skip) -> Reply:
    """Leaves the question out, as everybody may where nothing is right or wrong."""
    found = _found(turn, action.enrolment, action.quiz)
    if found is None or found[2].kind.scored:
        return plain(turn.say("verdict.foreign"))
    study, lesson, quiz = found
    outcome = skip(turn.work, study, lesson=lesson, quiz=quiz, at=turn.now)
    if isinstance(outcome, Already):
        return plain(cards.already(outcome.on, turn.say))
    return InPlace(
        kept=_kept(turn, study, lesson, quiz),
        now=cards.received(turn.say("writing.skipped"), quiz),
        then=onward(study, lesson, outcome, say=turn.say, at=turn.now),
    )


def typed(turn: Turn, text: str) -> Reply:
    """Words to the question that waits, if it asks for one's own; None if it does not."""
    enrolment = turn.enrolment
    if enrolment is None:
        return None
    study = study_of(turn.work, enrolment, turn.library)
    waiting = study.waiting()
    if waiting is None or waiting[1].kind.scored:
        return None
    lesson, quiz = waiting
    word = folded(text)
    if word in SKIP:
        return skipped(turn, Skip(enrolment.id, quiz.id))
    if quiz.kind is not Kind.REFLECTION:
        return None
    action = Write(enrolment.id, quiz.id)
    if word in WRITE:
        return wanted(turn, action)
    if not turn.may_write_here:
        return _on_page(turn, action, turn.say("writing.not_here"))
    return _told(turn, study, lesson, quiz, text)


def keeps(turn: Turn, text: str) -> bool:
    """Whether the question that waits would keep these words as they were written, and not as one of its answers."""
    waiting = study_of(turn.work, turn.enrolment, turn.library).waiting() if turn.enrolment else None
    if waiting is None:
        return False
    match waiting[1].kind:
        case Kind.REFLECTION:
            return folded(text) not in SKIP | WRITE
        case Kind.SHORT:
            return not is_accepted(waiting[1], text)
        case _:
            return False


def submitted(turn: Turn, form: Submitted, action: Write) -> Reply:
    """The form came back."""
    found = _found(turn, action.enrolment, action.quiz)
    if found is None or found[2].kind is not Kind.REFLECTION:
        return plain(turn.say("verdict.foreign"))
    return _told(turn, *found, form.value(cards.FIELD))


def _told(turn: Turn, study: Study, lesson: Lesson, quiz: Quiz, body: str) -> Reply:
    via = turn.incoming.channel.value
    outcome = reflect(turn.work, study, lesson=lesson, quiz=quiz, body=body, via=via, at=turn.now)
    if isinstance(outcome, Already):
        return plain(cards.already(outcome.on, turn.say))
    if isinstance(outcome, Unfit):
        why = cards.unfit(outcome.length, outcome.private, most=MOST, say=turn.say)
        return cards.again(why, Write(study.enrolment.id, quiz.id), turn.say)
    turn.trace(Kept.NOTE, outcome.note.id)
    return InPlace(
        kept=_kept(turn, study, lesson, quiz),
        now=cards.received(turn.say("writing.thanks"), quiz),
        then=onward(study, lesson, outcome.answered, say=turn.say, at=turn.now),
    )


def _kept(turn: Turn, study: Study, lesson: Lesson, quiz: Quiz) -> tuple[Block, ...]:
    today = study.today(turn.now)
    return cards.kept(study.course, lesson, quiz, family=turn.family, today=today, say=turn.say)


def _on_page(turn: Turn, action: Write, told: str) -> Message:
    enrolment = turn.work.enrolments.get(action.enrolment)
    secret = passing.give(turn.work, enrolment.person, action, turn.now)
    return cards.on_page(told, f"{turn.public_url}/w/{secret}", turn.say)


def _found(turn: Turn, enrolment_id: int, quiz_id: str) -> tuple[Study, Lesson, Quiz] | None:
    enrolment = turn.enrolment
    if enrolment is None or enrolment.id != enrolment_id:
        return None
    study = study_of(turn.work, enrolment, turn.library)
    found = study.course.find(quiz_id)
    return (study, *found) if found and study.delivered(found[0]) else None
