"""The floor of announcements on LINE: a bare loop of multicast calls with ready JSON, to the same platform."""

import json
from time import perf_counter
from typing import Final

from aiohttp import ClientSession

from bot.bench.announce_platform import SETTINGS, line_id
from bot.bench.announce_town import NOTICE
from bot.bench.figures import Tally
from bot.bench.load import Unwell
from channels.line.wire import written
from lessons.cards.announcement import announcement_message
from lessons.phrases import phrases
from store.freight import MOST

_HEADERS: Final = {"Content-Type": "application/json", "Authorization": f"Bearer {SETTINGS.line_access_token}"}


async def bare(platform: str, people: int, seconds: float) -> Tally:
    """To all of them, five hundred a call and one call after the other, again and again for so long; nothing is written
    down. Nobody is counted by the platform before this. Raises Unwell.
    """
    bodies = [_body(range(start, min(start + MOST, people))) for start in range(0, people, MOST)]
    began, sent, waits = perf_counter(), 0, list[float]()
    async with ClientSession(headers=_HEADERS) as session:
        while bodies and perf_counter() < began + seconds:
            for raw in bodies:
                before = perf_counter()
                async with session.post(f"{platform}/v2/bot/message/multicast", data=raw) as answer:
                    if answer.status != 200:
                        raise Unwell(f"the sandbox answered {answer.status} to a multicast")
                waits.append(perf_counter() - before)
            sent += people
    return Tally(sent, perf_counter() - began, waits)


def _body(numbers: range) -> bytes:
    message = announcement_message(NOTICE, announcement=1, sender="町役場", say=phrases("ja"))
    body = {"to": [line_id(number) for number in numbers], "messages": list(written(message))}
    return json.dumps(body, ensure_ascii=False).encode()
