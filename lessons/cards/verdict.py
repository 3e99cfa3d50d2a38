"""Right or nearly, and why; or thanks, where nothing is right or wrong: said the moment somebody answers."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from lessons.cards import dates
from lessons.cards.answered import given_answer, in_turn, leeway, right_answer
from lessons.cards.lesson import lesson_card
from lessons.cards.quiz import asked
from lessons.grading import Verdict
from lessons.model import Course, Kind, Lesson, Option, Quiz
from lessons.phrases import Phrases
from messages.message import Block, Break, Divider, Link, Message, Text, Tone


def verdict_message(quiz: Quiz, verdict: Verdict, say: Phrases) -> Message:
    """The verdict in words first; then why, for the option chosen too; then the source."""
    tone = Tone.GENTLE if verdict.right is False else Tone.GOOD
    headline = Text(_headline(quiz, verdict, say), tone, strong=True)
    return Message(headline.body, (headline, *_reasons(quiz, verdict, say), *_source(quiz, say)))


def kept(
    course: Course, lesson: Lesson, quiz: Quiz, verdict: Verdict, *, family: str, today: date, say: Phrases
) -> tuple[Block, ...]:
    """What stays above a verdict where it takes the question's place: under the first question, the lesson too."""
    above = lesson_above(course, lesson, quiz, family=family, today=today, say=say)
    return (*above, *asked(lesson, quiz, say=say), *_given(quiz, verdict, say), Divider())


def lesson_above(
    course: Course, lesson: Lesson, quiz: Quiz, *, family: str, today: date, say: Phrases
) -> tuple[Block, ...]:
    """The lesson's card, where the question came under it: on the first one."""
    if quiz != lesson.quizzes[0]:
        return ()
    return (*lesson_card(course, lesson, family=family, today=today, say=say), Break())


def repeated(quiz: Quiz, *, right: bool | None, answered_on: date, say: Phrases) -> str:
    """Said kindly to whoever answers a question a second time."""
    on = dates.short(answered_on, say)
    if right is None or not quiz.kind.scored:
        return say("verdict.again_kept", date=on)
    return say("verdict.again_right" if right else "verdict.again_wrong", date=on, answer=right_answer(quiz))


def _headline(quiz: Quiz, verdict: Verdict, say: Phrases) -> str:
    if verdict.right is None:
        return say("verdict.thanks")
    return say("verdict.right") if verdict.right else say("verdict.wrong", answer=right_answer(quiz))


def _reasons(quiz: Quiz, verdict: Verdict, say: Phrases) -> Iterator[Block]:
    """What each kind has to say; nothing is judged where nothing can be right."""
    if verdict.right is None:
        yield Text(say("verdict.yours", answer=given_answer(quiz, verdict)))
        yield from _as_it_was(quiz, say)
    elif quiz.kind is Kind.ORDERING:
        yield _in_order(quiz, say)
    elif quiz.number:
        yield from _lines(leeway(quiz.number, say))
    elif quiz.accepted:
        yield from _lines(say("verdict.answer_is", answer=right_answer(quiz)) if verdict.right else "")
    else:
        yield from _options(quiz, verdict, say)
    yield from _lines(quiz.why)


def _as_it_was(quiz: Quiz, say: Phrases) -> Iterator[Block]:
    """Why nobody is told right or nearly where a fact is too old, and what was right while it held."""
    if quiz.graded or quiz.fact is None:
        return
    as_of = dates.month(quiz.fact.as_of, say)
    yield Text(say("verdict.ungraded", as_of=as_of))
    yield Text(say("verdict.then", as_of=as_of, answer=right_answer(quiz)), strong=True)
    if quiz.order:
        yield _in_order(quiz, say)
    yield from (Text(option.why) for option in quiz.right)


def _in_order(quiz: Quiz, say: Phrases) -> Block:
    return Text(in_turn([option for label in quiz.order if (option := quiz.option(label))], say))


def _options(quiz: Quiz, verdict: Verdict, say: Phrases) -> Iterator[Block]:
    for option in verdict.chosen:
        if not option.right:
            yield Text(say("verdict.chosen", label=option.label), strong=True)
            yield Text(option.why)
    several = len(quiz.right) > 1 or not verdict.right
    for option in quiz.right:
        yield Text(say("verdict.why", label=option.label, why=option.why) if several else option.why)


def _lines(text: str) -> Iterator[Block]:
    if text:
        yield Text(text)


def _given(quiz: Quiz, verdict: Verdict, say: Phrases) -> tuple[Block, ...]:
    """The options with the answer marked among them; the answer itself, where the verdict does not name it."""
    match quiz.kind:
        case Kind.SINGLE | Kind.TRUEFALSE | Kind.MULTIPLE:
            return (Text("\n".join(_marked(quiz, option, option in verdict.chosen, say) for option in quiz.options)),)
        case Kind.POLL:
            return (Text("\n".join(f"{option.label} {option.text}" for option in quiz.options)),)
        case Kind.ORDERING:
            return (Text(say("verdict.yours_in_turn", places=in_turn(verdict.chosen, say))),)
        case Kind.NUMBER | Kind.SHORT:
            return (Text(say("verdict.yours", answer=given_answer(quiz, verdict))),)
        case Kind.SCALE:
            return (Text(say("verdict.ends", low=quiz.options[0].text, high=quiz.options[-1].text)),)
        case Kind.REFLECTION:
            return ()
        case _ as unreachable:
            assert_never(unreachable)


def _source(quiz: Quiz, say: Phrases) -> tuple[Block, ...]:
    if quiz.fact is None:
        return ()
    source = quiz.fact.source
    label = say("lesson.source", title=source.title)
    note = say("lesson.source_as_of", as_of=dates.month(quiz.fact.as_of, say))
    return (Link(label=label, url=source.url, note=note),) if source.url else (Text(f"{label} {note}", Tone.QUIET),)


def _marked(quiz: Quiz, option: Option, chosen: bool, say: Phrases) -> str:  # noqa: FBT001  reads as a sentence at its one call
    keys = {(True, True): "chosen_right_mark", (False, True): "right_mark", (True, False): "chosen_mark"}
    key = keys.get((chosen, option.right and quiz.graded), "other_mark")
    return say(f"verdict.{key}", label=option.label, text=option.text)
