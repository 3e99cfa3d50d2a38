"""Questions as the office sees them: one with its buttons, the list, the form to answer in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lessons.phrases import Phrases
from messages.actions import AnswerQuestion, ClaimQuestion, HandQuestion, SendAnswer, ShowQuestions, pack
from messages.form import Entry, Field, Form
from messages.message import Block, Button, Buttons, Divider, Heading, Message, Page, Text, Tone, Weight

FORM: Final = "answer"
WORDS: Final = "words"
CANNED: Final = "canned"
TO: Final = "to"
NONE: Final = "-"  # what stands for no canned answer
_INTRO: Final = 2_400
_LISTED: Final = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: its number, who asked, on which day of the course (0: none), in which words (none: taken back).

    `state` is open, claimed, answered or withdrawn; `by` who has it, or who answered last; `answers` are pairs of an
    author and a text. What was asked on is not `first`.
    """

    number: int
    nickname: str
    day: int
    title: str
    words: str
    state: str
    by: str
    answers: tuple[tuple[str, str], ...] = ()
    first: bool = True


def card(asked: Asked, say: Phrases) -> Message:
    """The question with its state in words, and what can be done now. It shows no answer: those stand in the thread."""
    title = say("questions.title" if asked.first else "questions.asked_on", number=asked.number)
    if not asked.words:
        return Message(title, (Text(say("questions.withdrawn", number=asked.number)),))
    return Message(
        say("questions.summary", number=asked.number),
        (
            Heading(title, eyebrow=where(asked, say)),
            Text(asked.words),
            Text(state(asked, say), Tone.QUIET),
            _buttons(asked, say),
            *((Text(say("questions.in_thread"), Tone.QUIET),) if asked.first else ()),
        ),
    )


def where(asked: Asked, say: Phrases) -> str:
    """Who asked, and at which day of the course."""
    if not asked.day:
        return say("questions.from", nickname=asked.nickname)
    return say("questions.from_day", nickname=asked.nickname, day=asked.day, title=asked.title)


def state(asked: Asked, say: Phrases) -> str:
    """How it stands, in words."""
    return say(f"questions.state_{asked.state}", by=asked.by or say("questions.somebody"))


def one_waits(say: Phrases) -> Message:
    """For LINE: nothing of the question stands in it."""
    told = say("questions.one_waits")
    return Message(told, (Text(told), Buttons((Button(say("questions.list"), ShowQuestions(), Weight.MAIN),))))


def on_page(url: str, say: Phrases) -> Message:
    """The way to the page where questions are read and answered."""
    told = say("questions.on_page")
    return Message(told, (Text(told), Page(say("questions.open_page"), url)))


def listing(title: str, all_asked: Sequence[Asked], say: Phrases) -> Message:
    """The newest ones with their buttons, in full; how many more there are."""
    if not all_asked:
        return Message(title, (Heading(title), Text(say("questions.none"))))
    shown, more = all_asked[:_LISTED], len(all_asked) - _LISTED
    blocks: list[Block] = [Heading(title)]
    for each in shown:
        blocks += [
            Divider(),
            Text(f"#{each.number}  {where(each, say)}", Tone.QUIET),
            Text(_cut(each.words, 600)),
            Text(state(each, say), Tone.QUIET),
            *(Text(f"{author}: {_cut(body, 300)}") for author, body in each.answers[-1:]),
            _buttons(each, say),
        ]
    if more > 0:
        blocks.append(Text(say("questions.more", count=more), Tone.QUIET))
    return Message(title, tuple(blocks))


def already(asked: Asked, answer: int, body: str, say: Phrases) -> Message:
    """Somebody was quicker: who, and a button for whoever sends theirs all the same."""
    told = say("questions.already", number=asked.number, by=asked.by)
    buttons = Buttons((Button(say("questions.send_too"), SendAnswer(answer), Weight.MAIN),))
    quoted = (Text(body, Tone.QUIET),) if body else ()
    return Message(told, (Text(told, Tone.GENTLE), *quoted, buttons, Text(say("questions.send_how"), Tone.QUIET)))


@dataclass(frozen=True, slots=True)
class Help:
    """What helps to answer: a question like it that was answered (none: empty), and answers given often."""

    like: str = ""
    answer: str = ""
    canned: tuple[tuple[int, str], ...] = ()


def answer_form(asked: Asked, helps: Help, *, most: int, say: Phrases, draft: str = "", seen: int = 0) -> Form:
    """The question, what was answered, a similar one; then canned answers to choose from, and a field."""
    told = [f"#{asked.number} {where(asked, say)}", asked.words]
    if asked.answers:
        author, body = asked.answers[-1]
        told += [say("questions.second", by=author), _cut(body, 400)]
    elif asked.state == "claimed":
        told.append(state(asked, say))
    if helps.like:
        told += [say("questions.like"), f"Q. {_cut(helps.like, 200)}\nA. {_cut(helps.answer, 400)}"]
    nothing = (NONE, say("questions.no_canned"))
    options = (nothing, *((str(number), title) for number, title in helps.canned[:90]))
    canned = (Field(CANNED, say("questions.canned"), options, NONE),) if helps.canned else ()
    hint = say("questions.hint", most=most)
    return Form(
        name=FORM,
        title=say("questions.form"),
        submit=say("questions.send"),
        close=say("writing.close"),
        fields=(
            *canned,
            Entry(WORDS, say("questions.label"), most, hint=hint, long=True, needed=not canned, value=draft),
        ),
        intro=_cut("\n\n".join(told), _INTRO),
        about=pack(AnswerQuestion(asked.number, seen)),
    )


def hand_form(asked: Asked, people: Sequence[tuple[int, str]], say: Phrases) -> Form:
    """To whom it goes."""
    options = tuple((str(number), nickname) for number, nickname in people[:100])
    return Form(
        name=FORM,
        title=say("questions.hand"),
        submit=say("questions.hand"),
        close=say("writing.close"),
        fields=(Field(TO, say("questions.hand_to"), options, options[0][0]),),
        intro=f"#{asked.number} {where(asked, say)}",
        about=pack(HandQuestion(asked.number)),
    )


def _buttons(asked: Asked, say: Phrases) -> Buttons:
    """What fits how it stands."""
    main = Weight.PLAIN if asked.answers else Weight.MAIN
    answer = Button(say("questions.answer"), AnswerQuestion(asked.number), main)
    take = Button(say("questions.claim"), ClaimQuestion(asked.number))
    hand = Button(say("questions.hand"), HandQuestion(asked.number))
    match asked.state:
        case "open":
            return Buttons((answer, take))
        case "claimed":
            return Buttons((answer, hand))
        case _:
            return Buttons((answer,))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
