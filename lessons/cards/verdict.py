"""Right or nearly, and why: said the moment somebody answers."""

from datetime import date

from lessons.cards import dates
from lessons.cards.lesson import lesson_card
from lessons.cards.quiz import asked
from lessons.grading import Verdict
from lessons.model import Course, Lesson, Option, Quiz
from lessons.phrases import Phrases
from messages.message import Block, Break, Divider, Link, Message, Text, Tone


def verdict_message(lesson: Lesson, quiz: Quiz, verdict: Verdict, say: Phrases) -> Message:
    """The verdict in words first; then why, for the option chosen too; then the source."""
    blocks = tuple(_verdict(quiz, verdict, say)) + _source(lesson, quiz, say)
    return Message(summary=_headline(quiz, verdict, say), blocks=blocks)


def kept(
    course: Course, lesson: Lesson, quiz: Quiz, verdict: Verdict, *, family: str, today: date, say: Phrases
) -> tuple[Block, ...]:
    """What stays above a verdict where it takes the question's place: under the first question, the lesson too."""
    above = lesson_above(course, lesson, quiz, family=family, today=today, say=say)
    options = "\n".join(_marked(option, option in verdict.chosen, say) for option in quiz.options)
    return (*above, *asked(lesson, quiz, say=say), Text(options), Divider())


def lesson_above(
    course: Course, lesson: Lesson, quiz: Quiz, *, family: str, today: date, say: Phrases
) -> tuple[Block, ...]:
    """The lesson's card, where the question came under it: on the first one."""
    if quiz != lesson.quizzes[0]:
        return ()
    return (*lesson_card(course, lesson, family=family, today=today, say=say), Break())


def repeated(quiz: Quiz, *, right: bool, answered_on: date, say: Phrases) -> str:
    """Said kindly to whoever answers a question a second time."""
    key = "verdict.again_right" if right else "verdict.again_wrong"
    return say(key, date=dates.short(answered_on, say), labels=_right(quiz))


def _verdict(quiz: Quiz, verdict: Verdict, say: Phrases) -> list[Block]:
    tone = Tone.GOOD if verdict.right else Tone.GENTLE
    blocks: list[Block] = [Text(_headline(quiz, verdict, say), tone, strong=True)]
    for option in verdict.chosen:
        if not option.right:
            blocks += [Text(say("verdict.chosen", label=option.label), strong=True), Text(option.why)]
    several = len(quiz.right) > 1 or not verdict.right
    for option in quiz.right:
        blocks.append(Text(say("verdict.why", label=option.label, why=option.why) if several else option.why))
    return blocks


def _headline(quiz: Quiz, verdict: Verdict, say: Phrases) -> str:
    return say("verdict.right") if verdict.right else say("verdict.wrong", labels=_right(quiz))


def _right(quiz: Quiz) -> str:
    return "・".join(option.label for option in quiz.right)


def _source(lesson: Lesson, quiz: Quiz, say: Phrases) -> tuple[Block, ...]:
    source = lesson.source(quiz.source)
    if source is None:
        return ()
    label = say("lesson.source", title=source.title)
    note = say("lesson.source_as_of", as_of=dates.month(source.as_of, say))
    return (Link(label=label, url=source.url, note=note),) if source.url else (Text(f"{label} {note}", Tone.QUIET),)


def _marked(option: Option, chosen: bool, say: Phrases) -> str:  # noqa: FBT001  reads as a sentence at its one call
    keys = {(True, True): "chosen_right_mark", (False, True): "right_mark", (True, False): "chosen_mark"}
    key = keys.get((chosen, option.right), "other_mark")
    return say(f"verdict.{key}", label=option.label, text=option.text)
