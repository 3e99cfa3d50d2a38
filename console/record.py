"""The page that shows somebody everything that is held about them, and the same as JSON."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from console.given import Told, as_json, counts, told, vote_as_json, voted
from console.templating import drawn
from lessons.cards import dates
from lessons.phrases import Phrases
from school.record import GivenAnswer, GivenLesson, OwnWords, Part, Record
from school.roster.standing import Standing
from school.writing import SKIPPED
from store.values import Contact, EnrolmentState, NoteKind

FORMAT = "kotsukotsu-record/1"


@dataclass(frozen=True, slots=True)
class _Course:
    """A course as the page shows it: facts, and lists of (above, below) pairs."""

    title: str
    facts: tuple[tuple[str, str], ...]
    lessons: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]
    rests: tuple[str, ...]
    surveys: tuple[Told, ...]
    knowledge: str


def record_page(record: Record, say: Phrases, *, until: datetime, download: str) -> str:
    """Everything in plain words; `download` is where the JSON is."""
    clock = dates.clock(until.astimezone(record.organisation.timezone).time())
    return drawn(
        "record.html",
        language=say.language,
        title=say("record.page_title"),
        intro=say("record.page_intro", organisation=record.organisation.name, time=clock),
        download=download,
        download_label=say("record.download"),
        profile_title=say("record.profile"),
        profile=_profile(record, say),
        courses=tuple(_course(record, part, say) for part in record.parts),
        lessons_title=say("record.lessons"),
        answers_title=say("record.answers"),
        no_answers=say("record.no_answers"),
        rests_title=say("record.rests"),
        no_rests=say("record.no_rests"),
        surveys_title=say("record.surveys"),
        no_surveys=say("record.no_surveys"),
        words_title=say("record.words"),
        words=tuple(_words(record, each, say) for each in record.words),
        no_words=say("record.no_words"),
        votes_title=say("record.votes"),
        votes=tuple(voted(each, record.day, say) for each in record.votes),
        no_votes=say("record.no_votes"),
        letters_title=say("record.letters"),
        letters=say("record.letters_line", count=len(record.letters)),
        end=say("record.end"),
    )


def record_json(record: Record) -> str:
    """The same for machines and for good: the keys are explained in docs/record.md."""
    person = record.person
    body = {
        "format": FORMAT,
        "at": record.at.isoformat(),
        "organisation": record.organisation.name,
        "nickname": person.nickname,
        "language": person.language,
        "section": person.section_family,
        "reminders": person.reminders,
        "digests": person.digests,
        "since": person.created_at.isoformat(),
        "addresses": [
            {"channel": each.channel.value, "id": each.external, "room": each.room, "reached": each.reachable}
            for each in record.contacts
        ],
        "roster": _standing_json(record.listed) if record.listed else None,
        "courses": [_part_json(each) for each in record.parts],
        "words": [_words_json(each) for each in record.words],
        "votes": [vote_as_json(each) for each in record.votes],
        "letters": [
            {"at": each.at.isoformat(), "state": each.state.value, "summary": each.summary} for each in record.letters
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def _profile(record: Record, say: Phrases) -> tuple[tuple[str, str], ...]:
    person = record.person
    return (
        (say("record.nickname"), person.nickname),
        (say("record.language"), say(f"settings.{person.language}")),
        (say("record.section"), say(f"family.{person.section_family}")),
        (say("record.reminders"), say("record.reminders_on") if person.reminders else say("record.reminders_off")),
        (say("settings.digests"), say("settings.digests_on") if person.digests else say("settings.digests_off")),
        (say("record.since"), dates.short(record.day(person.created_at), say)),
        *((say("record.reached"), _place(each, say)) for each in record.contacts),
        *(((say("record.roster"), _standing(record.listed)),) if record.listed else ()),
    )


def _standing(listed: Standing) -> str:
    """All that the list says of somebody, in one line."""
    one = listed.staff
    places = (" ".join(filter(None, (each.path, each.title))) for each in listed.places)
    return "、".join(filter(None, (one.number, one.name, one.kana, one.alias, *places, one.employment, one.email)))


def _place(contact: Contact, say: Phrases) -> str:
    channel = {"line": "LINE", "slack": "Slack"}[contact.channel.value]
    return channel if contact.reachable else say("record.reached_off", channel=channel)


def _course(record: Record, part: Part, say: Phrases) -> _Course:
    states = {
        EnrolmentState.ACTIVE: say("record.active"),
        EnrolmentState.FINISHED: say("record.finished"),
        EnrolmentState.LEFT: say("record.left"),
    }
    enrolment = part.enrolment
    written = {each.note.quiz for each in record.words if each.note.enrolment == enrolment.id}
    return _Course(
        title=f"{part.course} ({part.cohort.name})",
        facts=(
            (say("record.state"), states[enrolment.state]),
            (say("record.joined"), dates.short(record.day(enrolment.joined_at), say)),
            (say("record.time"), dates.clock(enrolment.delivery_time)),
        ),
        lessons=tuple(_lesson(each, say) for each in part.lessons),
        answers=tuple(_answer(each, say, written=each.attempt.quiz in written) for each in part.answers),
        rests=tuple(_rest(record, each.since, each.until, say) for each in part.rests),
        surveys=tuple(told(each, record.day, say) for each in part.sittings),
        knowledge=counts(part.knowledge, say),
    )


def _lesson(lesson: GivenLesson, say: Phrases) -> tuple[str, str]:
    day, finished = dates.short(lesson.taken.day, say), lesson.taken.finished_day
    told = (
        say("record.lesson_line", day=day, finished=dates.short(finished, say))
        if finished
        else say("record.lesson_open", day=day)
    )
    return lesson.title, told


def _answer(answer: GivenAnswer, say: Phrases, *, written: bool) -> tuple[str, str]:
    attempt = answer.attempt
    if attempt.chosen == SKIPPED:
        return answer.question, say("record.skipped")
    if written:
        return answer.question, say("record.in_words")
    given = say("record.given", answer="・".join(answer.given)) if answer.given else say("record.answer_gone")
    if attempt.right is None:
        return answer.question, given
    return answer.question, f"{given} — {say('record.right') if attempt.right else say('record.wrong')}"


def _rest(record: Record, since: datetime, until: datetime | None, say: Phrases) -> str:
    ends = dates.short(record.day(until), say) if until else ""
    return say("record.rest_line", since=dates.short(record.day(since), say), until=ends)


def _words(record: Record, words: OwnWords, say: Phrases) -> tuple[str, str, str]:
    """When and what kind, what was asked, what was written."""
    at = dates.short(record.day(words.note.at), say)
    kinds = {
        NoteKind.QUESTION: say("record.question_words", at=at),
        NoteKind.REFLECTION: say("record.reflection_words", at=at),
        NoteKind.REPORT: say("record.report_words", at=at),
    }
    answer = f"\n{say('record.report_answer', answer=words.answer)}" if words.answer else ""
    return kinds[words.note.kind], words.question, f"{words.note.body}{answer}"


def _standing_json(listed: Standing) -> dict[str, Any]:  # raw JSON
    one = listed.staff
    told = {name: getattr(one, name) for name in ("number", "name", "kana", "alias", "employment", "days", "email")}
    posts = [{"section": each.path, "title": each.title, "concurrent": each.concurrent} for each in listed.places]
    return {**told, "left_on": one.left_on.isoformat() if one.left_on else None, "posts": posts}


def _part_json(part: Part) -> dict[str, Any]:  # raw JSON
    enrolment = part.enrolment
    return {
        "course": part.course,
        "cohort": part.cohort.name,
        "state": enrolment.state.value,
        "joined_at": enrolment.joined_at.isoformat(),
        "delivery_time": f"{enrolment.delivery_time:%H:%M}",
        "next_at": enrolment.next_at.isoformat() if enrolment.next_at else None,
        "next_lesson": enrolment.next_lesson,
        "seen_on": enrolment.seen_on.isoformat() if enrolment.seen_on else None,
        "quiet": enrolment.quiet,
        "lessons": [
            {
                "number": each.taken.lesson,
                "title": each.title,
                "delivered_at": each.taken.delivered_at.isoformat(),
                "finished_at": each.taken.finished_at.isoformat() if each.taken.finished_at else None,
            }
            for each in part.lessons
        ],
        "answers": [
            {
                "quiz": each.attempt.quiz,
                "question": each.question,
                "chosen": list(each.attempt.chosen),
                "given": list(each.given),
                "right": each.attempt.right,
                "at": each.attempt.at.isoformat(),
            }
            for each in part.answers
        ],
        "picked": [{"quiz": quiz, "labels": list(labels)} for quiz, labels in part.picks],
        "rests": [
            {"since": each.since.isoformat(), "until": each.until.isoformat() if each.until else None}
            for each in part.rests
        ],
        "sittings": [as_json(each) for each in part.sittings],
    }


def _words_json(words: OwnWords) -> dict[str, Any]:  # raw JSON
    note = words.note
    return {
        "kind": note.kind.value,
        "quiz": note.quiz,
        "question": words.question,
        "body": note.body,
        "via": note.via,
        "at": note.at.isoformat(),
        "answer": words.answer,
    }
