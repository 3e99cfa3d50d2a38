"""Questionnaires: how one is offered, where it is answered, and thanks. What is answered stands in no message."""

from collections.abc import Mapping
from typing import Final

from lessons.assessment import Item, Occasion, Part
from lessons.cards import dates
from lessons.phrases import Phrases
from messages.actions import Sit, pack
from messages.form import Entry, Field, Form, Pick
from messages.message import Block, Button, Buttons, Message, Page, Text, Tone, Weight

FORM: Final = "sitting"  # with a colon and the part behind it
_ROW: Final = 6  # options and more are a list to choose from, where a form has no room for a row


def offer(occasion: Occasion, sitting: int, course: str, say: Phrases) -> tuple[Block, ...]:
    """An offer, and why; to be passed over freely."""
    return (
        Text(say(f"sitting.offer_{occasion.value}", course=course)),
        Text(say("sitting.why"), Tone.QUIET),
        Buttons((Button(say("sitting.open"), Sit(sitting)),)),
    )


def letter(occasion: Occasion, sitting: int, course: str, say: Phrases) -> Message:
    """The same as a message of its own, long after the course."""
    told = say(f"sitting.offer_{occasion.value}", course=course)
    blocks = (*offer(occasion, sitting, course, say), Text(say("sitting.words"), Tone.QUIET))
    return Message(told, blocks)


def ways(sitting: int, url: str, told: str, say: Phrases, *, here: bool) -> Message:
    """Where it can be answered: on a page of one's own, and `here` as well if there are forms."""
    button = (Buttons((Button(say("sitting.open"), Sit(sitting), Weight.MAIN),)),) if here else ()
    return Message(told, (Text(told), *button, Page(say("writing.open"), url)))


def thanks(occasion: Occasion, say: Phrases, *, tested: bool) -> tuple[str, ...]:
    """Thanks; and when one is told how many answers were right, if anything could be."""
    if not tested:
        return (say("sitting.thanks"),)
    return say("sitting.thanks"), say("sitting.thanks_after" if occasion is Occasion.AFTER else "sitting.thanks_before")


def form(
    sitting: int,
    occasion: Occasion,
    part: Part,
    items: tuple[Item, ...],
    *,
    place: tuple[int, int],
    most: int,
    say: Phrases,
    given: Mapping[str, str] | None = None,
    error: str = "",
) -> Form:
    """One part, to be filled in at once; `place` is its number, and of how many."""
    number, of = place
    told = (error, say("sitting.place", number=number, of=of, part=say(f"sitting.part_{part.value}")), intro(part, say))
    return Form(
        name=f"{FORM}:{part.value}",
        title=say(f"sitting.title_{occasion.value}"),
        submit=say("sitting.send") if number == of else say("sitting.onward"),
        close=say("writing.close"),
        fields=tuple(_field(item, most, given or {}, say) for item in items),
        intro="\n".join(filter(None, told)),
        about=pack(Sit(sitting)),
    )


def intro(part: Part, say: Phrases) -> str:
    """How the questions of this part are meant."""
    return say(f"sitting.intro_{part.value}")


def question(item: Item, say: Phrases) -> str:
    """How an item is asked: with the month that it is about, where its answer may have changed since."""
    if item.graded or item.fact is None:
        return item.text
    return say("sitting.ungraded", question=item.text, as_of=dates.month(item.fact.as_of, say))


def _field(item: Item, most: int, given: Mapping[str, str], say: Phrases) -> Field | Entry | Pick:
    if not item.marks:
        hint = say("sitting.hint", most=most)
        return Entry(item.id, item.text, most, hint=hint, long=True, needed=False)
    options = tuple((mark.label, mark.text) for mark in item.marks)
    if len(options) < _ROW:
        return Pick(item.id, question(item, say), options, given.get(item.id, ""))
    ends = {options[0][0]: f"{options[0][1]} {item.low}", options[-1][0]: f"{options[-1][1]} {item.high}"}
    told = tuple((label, ends.get(label, text)) for label, text in options)
    return Field(item.id, item.text, told, given.get(item.id, ""))
