"""The autoplayer against a small bot that asks two questions a day on both platforms."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.server import serving
from tests.sandbox.neighbours import Town, town_open

Json = dict[str, Any]


def line_question(day: int, *, many: bool) -> Json:
    letters = [{"type": "postback", "label": letter, "data": f"{day}:{letter}"} for letter in "ABC"]
    done = [{"type": "postback", "label": "答える", "data": f"{day}:done"}] if many else []
    items = [{"type": "action", "action": action} for action in (*letters, *done)]
    return {"type": "text", "text": f"問{day}", "quickReply": {"items": items}}


def slack_question(day: int) -> list[Json]:
    options = [{"text": {"type": "plain_text", "text": letter}, "value": letter} for letter in "ABC"]
    answer = {
        "type": "button",
        "action_id": "done",
        "text": {"type": "plain_text", "text": "Answer"},
        "value": str(day),
    }
    return [{"type": "actions", "elements": [{"type": "checkboxes", "action_id": "ticks", "options": options}, answer]}]


class Teacher:
    """Asks every chat a question each new day; remembers what was answered."""

    def __init__(self, town: Town, hana: str, channel: str) -> None:
        self.town, self.hana, self.channel = town, hana, channel
        self.on_line: list[str] = []
        self.in_slack: list[list[str]] = []
        self.orders: list[list[str]] = []
        self._taught = self._today()

    def _today(self) -> int:
        return self.town.clock.now().astimezone(self.town.settings.zone).day

    async def teach(self) -> None:
        while True:
            await asyncio.sleep(0.05)
            if (today := self._today()) != self._taught:
                self._taught = today
                await self.town.raw_push({"to": self.hana, "messages": [line_question(today, many=today % 2 == 0)]})
                await self.town.slack.chat_postMessage(channel=self.channel, text="問", blocks=slack_question(today))

    async def heard(self, request: Request) -> Response:
        raw = await request.body()
        if request.url.path == "/line":
            self.on_line += [event["postback"]["data"] for event in json.loads(raw)["events"]]
        else:
            payload = json.loads(parse_qs(raw.decode())["payload"][0])
            if payload["actions"][0]["action_id"] == "done":
                held = [held for block in payload["state"]["values"].values() for held in block.values()]
                if held[0]["type"] == "static_select":
                    self.orders.append([each["selected_option"]["value"] for each in held])
                else:
                    self.in_slack.append([option["value"] for option in held[0]["selected_options"]])
        return JSONResponse({})


@asynccontextmanager
async def lessons(town: Town) -> AsyncIterator[Teacher]:
    teacher = Teacher(town, await town.on_line(), (await town.in_slack())[1])
    doors = [Route(path, teacher.heard, methods=["POST"]) for path in ("/line", "/slack")]
    async with serving(Starlette(routes=doors)) as address:
        await town.door("webhooks", {"line": f"{address}/line", "slack": f"{address}/slack"})
        teaching = asyncio.create_task(teacher.teach())
        yield teacher
        teaching.cancel()


async def played_out(town: Town) -> None:
    async with asyncio.timeout(30):
        while (await town.state())["playing"]:  # noqa: ASYNC110  as any onlooker would
            await asyncio.sleep(0.1)


async def test_two_days_are_played_and_every_question_answered_once() -> None:
    async with town_open() as town, lessons(town) as teacher:
        await town.door("play", {"days": 2})
        await asyncio.sleep(0.1)
        assert (await town.state())["playing"] == {"day": 1, "days": 2}
        await played_out(town)
    tuesday, wednesday = ([data for data in teacher.on_line if data.startswith(day)] for day in ("8", "9"))
    assert tuesday[-1] == "8:done"
    assert tuesday[:-1]
    assert len(wednesday) == 1
    assert [1 <= len(ticked) <= 2 for ticked in teacher.in_slack] == [True, True]


async def test_an_order_is_answered_with_each_thing_once() -> None:
    options = [{"text": {"type": "plain_text", "text": letter}, "value": letter} for letter in "ABCD"]
    lists = [{"type": "static_select", "action_id": f"rank:{place}", "options": options} for place in range(4)]
    done = slack_question(7)[0]["elements"][1]
    async with town_open() as town, lessons(town) as teacher:
        blocks = [{"type": "actions", "elements": [*lists, done]}]
        await town.slack.chat_postMessage(channel=teacher.channel, text="問", blocks=blocks)
        await town.door("play", {"days": 1})
        await played_out(town)
    assert sorted(teacher.orders[0]) == ["A", "B", "C", "D"]


async def test_what_is_open_already_is_answered_before_the_first_morning() -> None:
    async with town_open() as town, lessons(town) as teacher:
        await town.raw_push({"to": teacher.hana, "messages": [line_question(7, many=False)]})
        await town.door("play", {"days": 1})
        await played_out(town)
    assert teacher.on_line[0].startswith("7:")


async def test_a_play_can_be_stopped() -> None:
    async with town_open() as town, lessons(town):
        await town.door("play", {"days": 40})
        async with town.http.delete(f"{town.address}/sandbox/play") as stopped:
            assert stopped.status == 200
        assert (await town.state())["playing"] is None
