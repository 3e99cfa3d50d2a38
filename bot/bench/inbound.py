"""Answers a second: a signed webhook comes in over HTTP; it is verified, graded, logged, and its reply is committed."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager

from bot.bench import doors
from bot.bench.bare import bare
from bot.bench.figures import Tally
from bot.bench.load import fire
from bot.bench.pressing import in_slack, on_line
from bot.bench.race import Contender, Race, share
from bot.bench.town import COURSE, LATER, Fixed, Town, opened
from config.clock import WallClock
from handlers.reception import Desk
from lessons.cards.quiz import quiz_message
from lessons.phrases import phrases
from messages.codec import encode
from messages.incoming import ChannelName
from scheduler.courier import Courier


@asynccontextmanager
async def inbound(town: Town, channel: ChannelName, crowd: ProcessPoolExecutor, platform: str) -> AsyncIterator[Race]:
    """The bot without its courier: an answer is done when LINE or Slack has its 200."""
    requests = pressed(town, channel)
    with opened(town.place.copy(town.answering)) as database, bare(town.place.copy(town.answering)) as rows:
        desk = Desk(database, town.library, Fixed(LATER), Courier(database, {}, Fixed(LATER)))  # who never sets out
        async with (
            doors.ours(desk, channel, platform) as port,
            doors.floor(rows, channel, replies(town, channel)) as least,
        ):
            yield Race(
                name="inbound" if channel is ChannelName.LINE else f"inbound-{channel}",
                database=town.place.kind,
                unit="answers/s",
                product=against(crowd, port, requests),
                floors={"bare": against(crowd, least, requests)},
            )


def pressed(town: Town, channel: ChannelName) -> list[bytes]:
    """A request for each press."""
    presses = town.presses(channel)
    if channel is ChannelName.LINE:
        return [on_line(each) for each in presses]
    now = WallClock().now()
    return [in_slack(each, now) for each in presses]


def replies(town: Town, channel: ChannelName) -> tuple[str, ...]:
    """Letters as long as those that answer: one on LINE; in Slack the verdict in place, and the next question."""
    lesson = town.library.course(COURSE).lessons[0]
    text = encode(quiz_message(lesson, lesson.quizzes[0], enrolment=1, say=phrases("ja"), note=lesson.paragraphs[0]))
    return (text,) if channel is ChannelName.LINE else (text, text)


def against(crowd: ProcessPoolExecutor, port: int, requests: Sequence[bytes]) -> Contender:
    """Everybody presses, on this port."""

    async def contender(number: int, seconds: float) -> Tally:
        mine = requests[share(len(requests), number)]
        return await asyncio.get_running_loop().run_in_executor(crowd, fire, port, mine, seconds)

    return contender
