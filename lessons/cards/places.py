"""Where a person is reached: both places, the code that links them, the preferred one, and parting again."""

from dataclasses import dataclass

from lessons.phrases import Phrases
from messages.actions import Prefer, Resume, ShowPlaces, Stay, Unlink
from messages.incoming import ChannelName
from messages.message import Block, Button, Buttons, Facts, Heading, Message, Text, Tone, Weight


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: the contact's number, its platform, whether the person is there right now, gets there what they did
    not ask for, and is reached at all.
    """

    contact: int
    channel: ChannelName
    here: bool
    preferred: bool
    reachable: bool


def name(channel: ChannelName, say: Phrases) -> str:
    """As LINE, Slack."""
    return say(f"places.{channel.value}")


def places_message(spots: tuple[Spot, ...], *, code: str, missing: tuple[ChannelName, ...], say: Phrases) -> Message:
    """Each place and what goes there; with a code, how to link one of the platforms missing."""
    return Message(
        summary=say("places.summary"),
        blocks=(
            Heading(text=say("places.title")),
            Facts(tuple((name(spot.channel, say), _state(spot, say)) for spot in spots)),
            *(_invitation(code, missing, say) if code else ()),
            *(_changes(spots, say) if len(spots) > 1 else ()),
        ),
    )


def linked(spots: tuple[Spot, ...], say: Phrases) -> Message:
    """Done: go on here, and have everything brought here or not."""
    here = next(spot for spot in spots if spot.here)
    target = next((spot for spot in spots if spot.preferred), here)
    told = say("places.linked", place=name(target.channel, say))
    prefer = () if here.preferred else (_prefer(here, say),)
    return Message(
        summary=say("places.linked_summary"),
        blocks=(
            Text(say("places.linked_summary"), Tone.GOOD, strong=True),
            Text(told),
            Buttons((Button(say("help.resume"), Resume(), Weight.MAIN), *prefer)),
        ),
    )


def ask_which(spots: tuple[Spot, ...], say: Phrases) -> Message:
    """Which place shall be let go?"""
    return Message(
        summary=say("places.unlink_which"),
        blocks=(Text(say("places.unlink_which")), Buttons((*(_unlink(spot, say) for spot in spots), _stay(say)))),
    )


def ask_unlink(spot: Spot, say: Phrases) -> Message:
    """Once more, with what it means."""
    asked = say("places.unlink_ask", place=name(spot.channel, say))
    yes = Button(say("places.unlink_yes"), Unlink(spot.contact, 1), Weight.DANGER)
    return Message(
        summary=asked,
        blocks=(Text(asked), Text(say("leave.hint"), Tone.QUIET), Buttons((yes, _stay(say)))),
    )


def _state(spot: Spot, say: Phrases) -> str:
    words = [
        *([say("places.here")] if spot.here else []),
        *([say("places.preferred")] if spot.preferred else []),
        *([] if spot.reachable else [say("places.unreachable")]),
    ]
    return say("places.joint").join(words) or say("places.is_linked")


def _invitation(code: str, missing: tuple[ChannelName, ...], say: Phrases) -> tuple[Block, ...]:
    where = say("places.or").join(name(each, say) for each in missing)
    return (
        Text(say("places.invite", place=where)),
        Text(say("places.code", code=code), strong=True),
        Text(say("places.code_note"), Tone.QUIET),
    )


def _changes(spots: tuple[Spot, ...], say: Phrases) -> tuple[Block, ...]:
    prefer = tuple(_prefer(spot, say) for spot in spots if not spot.preferred and spot.reachable)
    return (
        Text(say("places.ask"), Tone.QUIET),
        Buttons((*prefer, *(_unlink(spot, say) for spot in spots))),
    )


def _prefer(spot: Spot, say: Phrases) -> Button:
    return Button(say("places.prefer", place=name(spot.channel, say)), Prefer(spot.contact))


def _unlink(spot: Spot, say: Phrases) -> Button:
    return Button(say("places.unlink", place=name(spot.channel, say)), Unlink(spot.contact, 0), Weight.DANGER)


def _stay(say: Phrases) -> Button:
    return Button(say("leave.no"), Stay())


def more(say: Phrases) -> Button:
    """The way here from elsewhere."""
    return Button(say("places.title"), ShowPlaces())
