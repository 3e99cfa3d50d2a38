"""What the two chats hold in one state: said by the cards and verbs that say it to learners."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, TypeAlias, assert_never

from bot.preview.learner import Learner
from bot.preview.steps import Moment, Step
from lessons.cards import answers, rest, writing
from lessons.cards.lesson import lesson_message
from lessons.cards.picks import so_far
from lessons.cards.quiz import quiz_message
from lessons.cards.verdict import repeated
from lessons.grading import grade
from lessons.model import Kind, Quiz
from messages.actions import Write
from messages.form import Form
from messages.message import InPlace, Message, joined, plain
from school.answering import Answered
from school.asked import Asked
from school.onward import onward
from school.replying import half_done, replied
from school.writing import MOST

_PAGE: Final = "https://kotsukotsu.example/w/preview"


@dataclass(frozen=True, slots=True)
class Said:
    """What the learner typed, or pressed, which stands in the chat on LINE."""

    text: str


Turns: TypeAlias = tuple[Said | Message, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """The turns on both platforms, and the form that is open in Slack, if one is."""

    line: Turns
    slack: Turns
    form: Form | None = None


def scene(who: Learner, step: Step) -> Scene:
    """Up to this state, from the question it is about."""
    found = who.asked(step.question)
    before = _question(who, found, step.question)
    match step.moment:
        case Moment.CARD | Moment.ASK:
            return _both(before)
        case Moment.HALF:
            note = so_far(found.quiz, step.given, who.say)
            half = half_done(found, picked=step.given, note=note, family=who.family, at=who.at, say=who.say)
            return _in_place(before, step.given[0], half)
        case Moment.WRITE:
            return _writing(who, found, before)
        case Moment.PUZZLED:
            told = plain(answers.puzzled(found.quiz, who.say))
            return Scene((before, Said("…?"), told), (before, Said("…?"), told))
        case Moment.ANSWERED:
            return _in_place(before, step.said, _replied(who, found, step))
        case Moment.SKIPPED:
            return _in_place(before, who.say("writing.skip"), _own_words(who, found, step, "writing.skipped"))
        case Moment.AGAIN:
            return _both(plain(_again(who, found.quiz, step)))
        case Moment.REMINDER:
            return _both(rest.reminder(who.lesson, who.say))
        case Moment.RESTING:
            return _both(rest.resting(who.today + timedelta(days=6), who.say, key="rest.now"))
        case _ as unreachable:
            assert_never(unreachable)


def _both(message: Message) -> Scene:
    return Scene((message,), (message,))


def _question(who: Learner, found: Asked, question: int) -> Message:
    """As it came: the first one under the lesson's card."""
    if question > 1:
        return quiz_message(who.lesson, found.quiz, enrolment=found.study.enrolment.id, say=who.say)
    return lesson_message(
        who.study.course,
        who.lesson,
        enrolment=found.study.enrolment.id,
        family=who.family,
        today=who.today,
        say=who.say,
    )


def _in_place(before: Message, said: str, reply: Message | InPlace) -> Scene:
    """LINE says everything in one answer below; Slack changes the question, and says the rest below."""
    if isinstance(reply, Message):
        return Scene((before, Said(said), reply), (reply,))
    changed = Message(reply.now.summary, (*reply.kept, *reply.now.blocks))
    then = (reply.then,) if reply.then else ()
    return Scene((before, Said(said), joined(reply.now, reply.then)), (changed, *then))


def _writing(who: Learner, found: Asked, before: Message) -> Scene:
    quiz, enrolment = found.quiz, found.study.enrolment.id
    if quiz.kind is Kind.REFLECTION:
        here = writing.on_page(who.say("writing.on_page"), _PAGE, who.say)
        form = writing.reflection_form(quiz, Write(enrolment, quiz.id), most=MOST, say=who.say)
        return Scene((before, Said(who.say("writing.write")), here), (before,), form)
    form = answers.form(quiz, enrolment=enrolment, say=who.say)
    return Scene((before, Said(who.say("quiz.write")), answers.prompt(quiz, who.say)), (before,), form)


def _replied(who: Learner, found: Asked, step: Step) -> Message | InPlace:
    if found.quiz.kind is Kind.REFLECTION:
        return _own_words(who, found, step, "writing.thanks")
    return replied(found, _answered(who, found.quiz, step), family=who.family, at=who.at, say=who.say)


def _own_words(who: Learner, found: Asked, step: Step, thanks: str) -> InPlace:
    study, lesson, quiz = found.study, found.lesson, found.quiz
    return InPlace(
        kept=writing.kept(study.course, lesson, quiz, family=who.family, today=who.today, say=who.say),
        now=writing.received(who.say(thanks), quiz),
        then=onward(study, lesson, _answered(who, quiz, step), say=who.say, at=who.at),
    )


def _again(who: Learner, quiz: Quiz, step: Step) -> str:
    if quiz.kind is Kind.REFLECTION:
        return writing.already(who.today, who.say)
    return repeated(quiz, right=grade(quiz, step.given).right, answered_on=who.today, say=who.say)


def _answered(who: Learner, quiz: Quiz, step: Step) -> Answered:
    return Answered(grade(quiz, step.given), who.next_quiz(step.question))
