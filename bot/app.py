"""The composition root: every part is made here, in order, by plain calls."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from linebot.v3.messaging import AsyncMessagingApi
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route

from bot.connections import Introduction, ask_line, ask_slack, check_app_token, connect, keep_trying
from bot.pages.announcing import OwnAnnouncements
from bot.pages.audit import AuditFile
from bot.pages.picture import picture_door, pictures_of
from bot.pages.questions import Questions
from bot.pages.record import OwnRecord
from bot.pages.sitting import OwnSitting
from bot.pages.week import OwnWeek
from bot.pages.words import OwnWords
from bot.web import Pages, web
from channels.channel import Channel
from channels.line.client import connect as line_client
from channels.line.sender import LineSender
from channels.line.webhook import Webhook
from channels.receiver import Receiver
from channels.slack import webhook as slack_webhook
from channels.slack.app import bolt
from channels.slack.client import session, web_client
from channels.slack.pictures import Pictures
from channels.slack.sender import SlackSender
from channels.slack.socket import Socket
from config.clock import Clock
from config.settings import Settings
from handlers.reception import Desk
from lessons.library import Library
from messages.incoming import ChannelName
from scheduler.carrier import Carrier
from scheduler.courier import Courier
from scheduler.jobs import Rounds
from scheduler.local import local_scheduler
from scheduler.meter import Meter
from scheduler.porter import Porter
from school import editions
from store.alone import alone
from store.database import Database


@dataclass(frozen=True, slots=True)
class Door:
    """What one platform brings: how it introduces itself, and the routes of its webhooks."""

    introduction: Introduction
    routes: tuple[BaseRoute, ...]


@asynccontextmanager
async def running(
    settings: Settings,
    clock: Clock,
    library: Library,
    *,
    fastest: timedelta | None = None,
    attend: Callable[[Rounds], None] | None = None,
) -> AsyncIterator[Starlette]:
    """The bot at work, and its web application to be served, until the block ends.

    `fastest` is the longest time between two beats of the timetable: for a clock that jumps. `attend` is given the
    rounds, for who makes them itself whenever it moves the clock. Raises BadToken, NoOrganisation, DatabaseUnusable.
    """
    async with AsyncExitStack() as stack:
        database = Database(settings.database_url)
        stack.callback(database.close)
        await database.run(_adopt, database, library, clock)
        channels: dict[int, Channel] = {}
        courier = Courier(database, channels, clock)
        if stack.enter_context(alone(settings.database_url)):
            await courier.take_over()
        desk = Desk(database, library, clock, courier, settings.public_url)
        doors = [
            *([await _line(settings, desk, stack)] if settings.uses_line else []),
            *(
                [await _slack(settings, desk, clock, stack, pictures_of(database, clock))]
                if settings.uses_slack
                else []
            ),
        ]
        for door in doors:
            if not await connect(database, channels, door.introduction):
                stack.push_async_callback(
                    _stop, asyncio.create_task(keep_trying(database, channels, door.introduction))
                )
        stack.push_async_callback(_stop, asyncio.create_task(courier.run()))
        carrier, meter = Carrier(database, channels, clock), Meter(database, channels, library, clock)
        porter = Porter(database, channels, clock)
        rounds = Rounds(database, library, clock, courier, carrier, meter, porter, settings.public_url)
        if attend is not None:
            attend(rounds)
        scheduler = local_scheduler(rounds, fastest=fastest)
        scheduler.start()
        stack.callback(scheduler.shutdown, wait=False)
        courier.wake()
        pages = Pages(database, library, settings.public_url)
        rooms = (OwnWords, OwnRecord, OwnSitting, OwnWeek, Questions, OwnAnnouncements, AuditFile)
        own = [route for room in rooms for route in room(database, library, clock).routes]
        own.append(picture_door(database, clock))
        yield web(pages, [*(route for door in doors for route in door.routes), *own])


def _adopt(database: Database, library: Library, clock: Clock) -> None:
    with database.root() as root:
        editions.adopt(root, library, clock.now())


async def _line(settings: Settings, receiver: Receiver, stack: AsyncExitStack) -> Door:
    secret, token = settings.line_channel_secret, settings.line_channel_access_token
    if secret is None or token is None:
        raise ValueError("LINE is not configured")
    client = line_client(token.get_secret_value(), settings.line_api_url, proxy=proxy_for(settings.line_api_url))
    stack.push_async_callback(client.close)
    api = AsyncMessagingApi(client)
    webhook = Webhook(secret.get_secret_value(), receiver)
    return Door(
        Introduction(ChannelName.LINE, LineSender(api), lambda: ask_line(api)),
        (Route("/line/webhook", webhook, methods=["POST"]),),
    )


async def _slack(
    settings: Settings, receiver: Receiver, clock: Clock, stack: AsyncExitStack, pictures: Pictures
) -> Door:
    token, secret, app_token = settings.slack_bot_token, settings.slack_signing_secret, settings.slack_app_token
    if token is None:
        raise ValueError("Slack is not configured")
    shared = await stack.enter_async_context(session())
    app = bolt(
        bot_token=token.get_secret_value(),
        api_url=settings.slack_api_url,
        receiver=receiver,
        session=shared,
        clock=clock,
    )
    client = web_client(token=token.get_secret_value(), api_url=settings.slack_api_url, session=shared)
    if app_token is not None:
        await check_app_token(client, app_token.get_secret_value())
        socket = Socket(app, app_token.get_secret_value())
        await socket.start()
        stack.push_async_callback(socket.stop)
    return Door(
        Introduction(ChannelName.SLACK, SlackSender(client, shared, pictures), lambda: ask_slack(client)),
        (slack_webhook.route(app, secret.get_secret_value()),) if secret else (),
    )


def proxy_for(address: str) -> str | None:
    """The proxy that the environment names for an address (HTTPS_PROXY, NO_PROXY), as Slack's session finds it too."""
    parts = urlsplit(address)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
