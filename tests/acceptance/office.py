"""The office of a story: people with roles, a channel for questions, and what stands in its threads."""

from base64 import b64encode
from dataclasses import replace

from school import appointing
from school.rights import operator
from store.office import Role
from tests.acceptance.bot import TestBot
from tests.acceptance.learner import InSlack, Json, OnLine


async def appoint(bot: TestBot, somebody: InSlack | OnLine, role: Role, nickname: str = "") -> None:
    """They bring a code for the role, and are called this."""
    at = bot.clock.now()
    section = None
    if role is Role.MANAGER:
        section = bot.write(lambda work: work.sections.create("総務部", None).id)
    code = bot.write(lambda work: appointing.offer(work, operator("root"), role, section=section, at=at))
    await somebody.say(f"役割 {code}")
    if nickname:
        number = bot.read(lambda work: work.roles.all()[-1].person)
        bot.write(lambda work: work.people.rename(number, nickname))


async def drop(bot: TestBot, officer: InSlack, name: str, content: bytes, **more: object) -> str:
    """What the officer reads who has dropped this file into the direct message."""
    body = {"name": name, "content": b64encode(content).decode(), **more}
    await bot.door(f"slack/users/{officer.user}/upload", body)
    await bot.settled()
    return await officer.last()


async def channel(bot: TestBot, *, invited: bool = True) -> str:
    """A channel in the workspace, which the organisation has chosen for questions."""
    made = await bot.door("slack/channels", {"name": "研修の質問", "invited": invited})
    with bot.database.root() as root:
        here = root.organisations.get(bot.organisation)
        root.organisations.save(replace(here, questions_channel=made["id"]))
    return str(made["id"])


async def said_in(bot: TestBot, room: str) -> list[Json]:
    """The channel's messages, the oldest first."""
    rooms = (await bot.look("state"))["slack"]["channels"]
    found: list[Json] = next(each["messages"] for each in rooms if each["id"] == room)
    return found


async def write_under(bot: TestBot, who: InSlack, room: str, text: str) -> list[Json]:
    """Somebody writes in the thread of the channel's first message."""
    top = (await said_in(bot, room))[0]["ts"]
    answer = await bot.door(f"slack/users/{who.user}/say", {"channel": room, "thread_ts": top, "text": text})
    await bot.settled()
    delivered: list[Json] = answer["delivered"]
    return delivered


async def press_in(bot: TestBot, who: InSlack, room: str, label: str) -> None:
    """Somebody presses the channel's newest button with this label."""
    messages = await said_in(bot, room)
    button = next(
        each for message in reversed(messages) for each in who.buttons(message) if each.label.startswith(label)
    )
    await bot.door(f"slack/users/{who.user}/press", {"channel": room, **button.press})
    await bot.settled()


async def words_in(bot: TestBot, who: InSlack, room: str) -> list[str]:
    """What the bot has said in the channel, each message as text."""
    return [who.words(each) for each in await said_in(bot, room) if each["from"] == "bot"]
