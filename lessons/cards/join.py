"""Joining: what is stored and why, yes or no, a nickname, a time, the welcome."""

from datetime import time

from lessons.cards import dates
from lessons.model import Course
from lessons.phrases import Phrases
from messages.actions import Agree, Decline, SetTime, TakeNickname, Today
from messages.incoming import ChannelName
from messages.message import Block, Button, Buttons, Heading, Message, Text, Tone, Weight


def notice(
    course: Course, *, cohort: str, code: str, channel: ChannelName, say: Phrases, invited: bool = False
) -> Message:
    """What is stored, why, who sees it, and the two ways on; `invited` by name, from the list of staff."""
    listed = ("join.invited",) if invited else ()
    told = ("join.what", "join.stored", "join.seen", *listed, f"join.platform_{channel.value}", "join.free")
    return Message(
        summary=say("join.summary"),
        blocks=(
            Heading(text=say("join.title", course=course.title), eyebrow=cohort),
            *(Text(say(key, days=len(course.lessons))) for key in told),
            Text(say("join.ask"), Tone.QUIET),
            Buttons(
                (
                    Button(say("join.agree"), Agree(code), Weight.MAIN),
                    Button(say("join.decline"), Decline()),
                )
            ),
        ),
    )


def ask_nickname(suggestion: str, *, channel: ChannelName, say: Phrases, note: str = "") -> Message:
    """Ask for a nickname; one is ready for those who do not want to think of any."""
    key = "join.nickname_line" if channel is ChannelName.LINE else "join.nickname"
    above: tuple[Block, ...] = (Text(note),) if note else ()
    button = Button(say("join.nickname_suggest", nickname=suggestion), TakeNickname(suggestion))
    return Message(summary=say(key), blocks=(*above, Text(say(key)), Buttons((button,))))


def ask_time(nickname: str, times: tuple[time, ...], *, say: Phrases, note: str = "") -> Message:
    """Ask when lessons shall arrive."""
    asked = note or say("join.time", nickname=nickname)
    buttons = tuple(Button(dates.clock(each), SetTime(dates.clock(each))) for each in times)
    return Message(summary=asked, blocks=(Text(asked), Buttons(buttons)))


def welcome(nickname: str, *, coming: str, ready: bool, say: Phrases) -> Message:
    """When the lesson comes, in a sentence, if that is known; `ready` says that it may begin at once."""
    hello = say("join.welcome", nickname=nickname)
    lines = [*([coming] if coming else []), *([say("join.welcome_now")] if ready else [])]
    blocks: list[Block] = [Text(hello, Tone.GOOD, strong=True)]
    if lines:
        blocks.append(Text("\n".join(lines)))
    if ready:
        blocks.append(Buttons((Button(say("join.start"), Today(), Weight.MAIN),)))
    return Message(summary=hello, blocks=tuple(blocks))
