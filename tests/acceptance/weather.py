"""Bad weather between the bot and the platforms, and how to sit it out."""

from datetime import datetime, timedelta

from messages.letter import State
from tests.acceptance.bot import TestBot
from tests.acceptance.learner import Json

PUSH = "/v2/bot/message/push"
REPLY = "/v2/bot/message/reply"
POST = "/api/chat.postMessage"
UPDATE = "/api/chat.update"
OPEN = {State.WAITING, State.CARRYING}
A_MOMENT = timedelta(milliseconds=1)


async def befalls(bot: TestBot, *faults: tuple[str, str]) -> None:
    """These faults, as (path, fault), each once and in this order."""
    await bot.door("faults", {"next": [{"path": path, "fault": fault} for path, fault in faults]})


async def sky(bot: TestBot, **platforms: Json) -> None:
    """How things stand from now on; nothing said: all is well again."""
    await bot.door("faults", platforms)


async def sit_out(bot: TestBot, longest: timedelta = timedelta(minutes=20)) -> None:
    """Let time pass from one attempt to the next, until every letter has left or for as long as told."""
    await bot.settled()
    end = bot.clock.now() + longest
    while (coming := _next(bot)) and coming <= end:
        await bot.advance(max(coming - bot.clock.now(), A_MOMENT))


def lie_open(bot: TestBot) -> list[str]:
    """The keys of the letters that have not left."""
    return [letter.key for letter in bot.letters() if letter.state in OPEN]


async def took_effect(bot: TestBot, *paths: str) -> int:
    """How often something was really sent by calls to these paths, whatever the bot was told about it."""
    calls = [await bot.calls(path) for path in paths]
    return sum(_went(call) for some in calls for call in some)


def _went(call: Json) -> bool:
    match call["fault"]:
        case "fatal_error":
            return True
        case None | "slow" | "drop_after":
            answer = call["response"] or {}
            again = "already accepted" in answer.get("message", "")
            return not again and bool(answer.get("sentMessages") or answer.get("ok"))
        case _:
            return False


def _next(bot: TestBot) -> datetime | None:
    with bot.database.root() as root:
        return root.outbox.next_due(bot.clock.now())
