"""The words of a course, as they are shown: a lesson's new ones, those so far, one explained."""

from collections.abc import Iterable, Sequence
from typing import Final

import regex

from lessons.glossary import new_in
from lessons.model import Course, Lesson, Week
from lessons.phrases import Phrases
from lessons.term import Term
from messages.message import Block, Facts, Heading, Message, Text, Tone, plain

_READ_AS_WRITTEN: Final = regex.compile(r"[\p{Hiragana}\p{Katakana}ー・ ]+")


def new_words(course: Course, lesson: Lesson, say: Phrases) -> tuple[Block, ...]:
    """The lesson's new words, small, a line each; nothing where it has none."""
    lines = tuple(line(term, say) for term in new_in(course, lesson))
    return (Text("\n".join((say("lesson.terms"), *lines)), Tone.QUIET),) if lines else ()


def so_far(weeks: Sequence[tuple[Week, Sequence[Term]]], say: Phrases) -> Message:
    """All words that came up, by week, and how one of them is explained."""
    rows = tuple(
        (say("glossary.week", number=week.number), say("glossary.between").join(term.term for term in terms))
        for week, terms in weeks
    )
    last = weeks[-1][1][-1].term
    return Message(
        summary=say("glossary.so_far"),
        blocks=(
            Heading(text=say("glossary.title")),
            Text(say("glossary.so_far"), Tone.QUIET),
            Facts(rows),
            Text(say("glossary.one", term=last), Tone.QUIET),
        ),
    )


def none_yet(course: Course, say: Phrases) -> Message:
    """No word came up so far."""
    if not course.glossary:
        return plain(say("glossary.none"))
    return plain(say("glossary.nothing_yet", term=course.glossary[0].term))


def explained(course: Course, terms: Iterable[Term], say: Phrases) -> Message:
    """What they mean, and the lesson that they belong to."""
    blocks: list[Block] = []
    for term in terms:
        blocks += [Text(_named(term, say), strong=True), Text(term.says), *_home(course, term, say)]
    return Message(summary=say("glossary.title"), blocks=tuple(blocks))


def unknown(said: str, terms: Sequence[Term], say: Phrases) -> Message:
    """No word of the course is called so; those that resemble it."""
    if not terms:
        return plain(say("glossary.unknown", said=said))
    quoted = say("glossary.between").join(say("glossary.quoted", term=term.term) for term in terms)
    return plain(say("glossary.resembling", said=said, terms=quoted))


def _home(course: Course, term: Term, say: Phrases) -> tuple[Block, ...]:
    lesson = next((lesson for lesson in course.lessons if lesson.id == term.lesson), None)
    return (Text(say("glossary.comes", day=lesson.number, title=lesson.title), Tone.QUIET),) if lesson else ()


def line(term: Term, say: Phrases) -> str:
    """A word, what stands beside it, and what it means, in one line."""
    if _is_plain(term):
        return say("lesson.term", term=term.term, says=term.says)
    return say("lesson.term_beside", term=term.term, beside=term.beside, says=term.says)


def _named(term: Term, say: Phrases) -> str:
    return term.term if _is_plain(term) else say("glossary.beside", term=term.term, beside=term.beside)


def _is_plain(term: Term) -> bool:
    """Whether nothing needs to stand beside the word: what is written in kana is read as it is written."""
    return not term.beside or _READ_AS_WRITTEN.fullmatch(term.term) is not None
