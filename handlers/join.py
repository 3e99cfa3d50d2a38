"""Joining: the notice, yes or no, a nickname, a time, the welcome."""

import unicodedata
from dataclasses import replace
from typing import Final

import regex

from handlers.turn import Turn
from handlers.words import agreed as understood
from handlers.words import folded
from lessons.cards import dates
from lessons.cards import join as cards
from lessons.cards.sitting import offer
from lessons.model import Course
from messages.actions import Agree, SetTime, TakeNickname, pack
from messages.message import Message, plain
from school import enrolling, quota, scheduling, sittings
from school.editions import course_of
from school.naming import suggested
from school.roster import inviting
from school.roster.inviting import Door
from school.study import Study, study_of
from store.values import Cohort, Enrolment, EnrolmentState, Kept

NICKNAME: Final = "nickname"
TIME: Final = "time"
CONFIRM: Final = "confirm"
_LONGEST: Final = 10


def greeted(turn: Turn) -> Message:
    """Somebody came who has not joined anything."""
    return plain(turn.say("join.hello"))


def asked(turn: Turn, code: str) -> Message:
    """Somebody wants to join with this code: show what is stored and why, and ask."""
    if not code:
        return plain(turn.say("join.no_code"))
    door = _door(turn, code)
    if not isinstance(door, Door):
        return plain(door)
    if hindrance := _hindrance(turn, door.cohort):
        return plain(_recognised(turn, door) or hindrance)
    turn.work.prompts.set(*turn.who, awaiting=CONFIRM, value=pack(Agree(door.code)), at=turn.now)
    return cards.notice(
        _course(turn, door.cohort),
        cohort=door.cohort.name,
        code=door.code,
        channel=turn.incoming.channel,
        say=turn.say,
        invited=door.staff is not None,
    )


def coded(turn: Turn, text: str) -> Message | None:
    """The code alone, as people copy it from the invitation; None if it is no code, or no wish to join."""
    code = folded(text).upper()
    known = turn.work.cohorts.by_code(code) or turn.work.invitations.find(code.replace("-", ""))
    return asked(turn, code) if turn.enrolment is None and known else None


def agreed(turn: Turn, action: Agree) -> Message:
    """Yes: from here on the person is a learner, whatever happens to the questions that follow."""
    door = _door(turn, action.code)
    if not isinstance(door, Door):
        return plain(door)
    if hindrance := _hindrance(turn, door.cohort):
        return plain(_recognised(turn, door) or hindrance)
    if not inviting.use(turn.work, door, turn.now):
        return plain(turn.say("join.invitation_wrong"))
    suggestion = turn.person.nickname if turn.person else suggested(turn.incoming.who, turn.say)
    enrolment = enrolling.enrol(
        turn.work,
        turn.library,
        door.cohort,
        account=turn.account,
        who=turn.incoming.who,
        room=turn.incoming.room,
        nickname=suggestion,
        language=turn.say.language,
        at=turn.now,
    )
    inviting.meet(turn.work, door, enrolment.person)
    turn.work.prompts.set(*turn.who, awaiting=NICKNAME, value=suggestion, at=turn.now)
    return cards.ask_nickname(suggestion, channel=turn.incoming.channel, say=turn.say)


def declined(turn: Turn) -> Message:
    """No: nothing stays stored; to somebody who is stored already, the truth."""
    turn.work.prompts.clear(*turn.who)
    if turn.enrolment is not None:
        return plain(turn.say("join.declined_late"))
    return plain(turn.say("leave.kept" if turn.person else "join.declined"))


def called(turn: Turn, text: str, offered: str) -> Message:
    """A nickname in words; a yes takes the one that was offered, and no is not a name."""
    said_yes = understood(text)
    if said_yes is None:
        return named(turn, TakeNickname(text))
    return named(turn, TakeNickname(offered if said_yes else ""))


def named(turn: Turn, action: TakeNickname) -> Message:
    """A nickname: kept as written, if it is one."""
    nickname = action.nickname.strip()
    if turn.person is None:
        return greeted(turn)
    if not _is_name(nickname):
        return cards.ask_nickname(
            suggested(turn.incoming.who, turn.say),
            channel=turn.incoming.channel,
            say=turn.say,
            note=turn.say("join.nickname_bad"),
        )
    turn.work.people.rename(turn.person.id, nickname)
    turn.work.traces.drop(Kept.NICKNAME, turn.person.id)
    turn.trace(Kept.NICKNAME, turn.person.id)
    turn.work.prompts.set(*turn.who, awaiting=TIME, value="", at=turn.now)
    return cards.ask_time(nickname, scheduling.TIMES, say=turn.say)


def timed(turn: Turn, action: SetTime) -> Message:
    """A time of day; with it everything is known, and the first lesson can be told."""
    if turn.person is None or turn.enrolment is None:
        return greeted(turn)
    answer = scheduling.set_time(turn.work, turn.library, turn.enrolment, action.time, turn.now)
    if not isinstance(answer, Enrolment):
        return cards.ask_time(
            turn.person.nickname, scheduling.TIMES, say=turn.say, note=turn.say(answer.key, **dict(answer.facts))
        )
    turn.work.prompts.clear(*turn.who)
    return _welcome(turn, answer, turn.person.nickname)


def _welcome(turn: Turn, enrolment: Enrolment, nickname: str) -> Message:
    study = study_of(turn.work, enrolment, turn.library)
    hello = cards.welcome(
        nickname,
        coming=_coming(turn, study),
        ready=scheduling.may_begin(turn.work, turn.library, enrolment, turn.now),
        say=turn.say,
    )
    sitting = sittings.on_joining(turn.work, study, turn.now)
    asked = offer(sitting.occasion, sitting.id, study.course.title, turn.say) if sitting else ()
    return replace(hello, blocks=(*hello.blocks, *asked))


def _coming(turn: Turn, study: Study) -> str:
    if study.rests:
        return turn.say("today.paused")
    if study.next_day is None:
        return ""
    if quota.is_fetched(turn.work, study.enrolment):
        return turn.say("quota.welcome", date=dates.short(study.next_day, turn.say))
    key = "join.welcome_next" if study.taken else "join.welcome_first"
    at = dates.clock(study.enrolment.delivery_time)
    return turn.say(key, date=dates.short(study.next_day, turn.say), time=at)


def _door(turn: Turn, code: str) -> Door | str:
    """Where the code leads, or why nowhere."""
    person = turn.person.id if turn.person else None
    found = inviting.door(turn.work, turn.account, code, who=turn.incoming.who, person=person, at=turn.now)
    if isinstance(found, Door):
        return found
    return turn.say(f"join.invitation_{found.value}") if found else turn.say("join.unknown_code", code=code[:20])


def _recognised(turn: Turn, door: Door) -> str:
    """Whoever takes part already and brings a personal code is known on the list from now on, and reads so."""
    already = turn.enrolment is not None and turn.enrolment.cohort == door.cohort.id
    if not already or turn.person is None or door.staff is None or not inviting.use(turn.work, door, turn.now):
        return ""
    inviting.meet(turn.work, door, turn.person.id)
    return turn.say("join.recognised")


def _hindrance(turn: Turn, cohort: Cohort) -> str:
    enrolment = turn.enrolment
    if enrolment is None:
        return ""
    if enrolment.cohort == cohort.id:
        return turn.say("join.already")
    if enrolment.state is EnrolmentState.FINISHED:
        return ""
    return turn.say("join.other", course=_course(turn, turn.work.cohorts.get(enrolment.cohort)).title)


def _course(turn: Turn, cohort: Cohort) -> Course:
    return course_of(turn.work, turn.library, cohort)


def _is_name(nickname: str) -> bool:
    graphemes = regex.findall(r"\X", nickname)
    printable = all(unicodedata.category(each)[0] != "C" for each in nickname)
    return 1 <= len(graphemes) <= _LONGEST and printable and any(each.isalnum() for each in nickname)
