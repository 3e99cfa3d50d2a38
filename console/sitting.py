"""The page where somebody answers a questionnaire, one part at a time, and what it says afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from console.templating import drawn
from console.writing import Back, notice
from lessons.assessment import Item, Occasion, Part
from lessons.cards import sitting as cards
from lessons.phrases import Phrases

PART = "part"


@dataclass(frozen=True, slots=True)
class Page:
    """One part, its number and of how many; `given` is what the person had chosen, `missing` the ids of what is still
    to be answered, and `until` a local time in words.
    """

    organisation: str
    course: str
    occasion: Occasion
    part: Part
    items: tuple[Item, ...]
    place: tuple[int, int]
    until: str
    most: int
    given: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def sitting_page(page: Page, say: Phrases, *, error: str = "") -> str:
    """The questions of one part as groups of radio buttons; what is wrong stands above them and beside each."""
    number, of = page.place
    return drawn(
        "sitting.html",
        language=say.language,
        page=page,
        part_field=PART,
        title=say(f"sitting.title_{page.occasion.value}"),
        question=partial(cards.question, say=say),
        place=say("sitting.place", number=number, of=of, part=say(f"sitting.part_{page.part.value}")),
        intro=cards.intro(page.part, say),
        hint=say("sitting.hint", most=page.most),
        missing_here=say("sitting.missing_here"),
        error=error,
        first=page.missing[0] if page.missing else "",
        send=say("sitting.send") if number == of else say("sitting.onward"),
        saved=say("sitting.saved"),
        why=say("sitting.why"),
        expiry=say("sitting.expiry", time=page.until),
    )


def received_page(occasion: Occasion, back: Back, say: Phrases, *, tested: bool) -> str:
    """Thanks, and the way back."""
    return notice(say, say("page.thanks_title"), [*cards.thanks(occasion, say, tested=tested)], back=back)


def over_page(back: Back, say: Phrases) -> str:
    """For whoever comes when the time has gone by."""
    return notice(say, say("page.gone_title"), [say("sitting.over")], back=back)
