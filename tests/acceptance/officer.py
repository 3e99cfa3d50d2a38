"""Somebody of the training office in Slack, who writes announcements."""

from typing import Final

from school import appointing
from school.rights import operator
from store.announcement import Announcement
from store.office import Role
from tests.acceptance.bot import TestBot
from tests.acceptance.learner import InSlack, Json, OnLine

PLAIN: Final = {"title": "来週の研修について", "body": "月曜日は午後から始めます。"}
_CHOSEN: Final = {"progress": "select", "urgent": "pick"}
_SEVERAL: Final = frozenset({"cohorts", "sections", "roles", "channels"})


async def officer(bot: TestBot, name: str = "係", role: Role = Role.OFFICER) -> InSlack:
    """Somebody new with this role, who does not learn."""
    made = await bot.in_slack(name)
    await appointed(bot, made, role)
    return made


async def appointed(bot: TestBot, somebody: InSlack | OnLine, role: Role = Role.OFFICER) -> None:
    """They take this role by its code."""
    at = bot.clock.now()
    code = bot.write(lambda work: appointing.offer(work, operator("root"), role, section=None, at=at))
    await somebody.say(f"役割 {code}")


async def fill_in(desk: InSlack, **given: str | list[str]) -> list[Json]:
    """Send the open form with this in its fields; what was there already stays."""
    values: Json = {}
    for name, value in given.items():
        kind = "several" if name in _SEVERAL else _CHOSEN.get(name, "write")
        values[name] = {f"{kind}:{name}": value}
    return await desk.submit(values)


async def write(desk: InSlack, **given: str | list[str]) -> None:
    """A new announcement, as far as its preview."""
    await desk.command("announce")
    await fill_in(desk, **{**PLAIN, **given})


def announcement(bot: TestBot) -> Announcement:
    """The newest one."""
    return bot.read(lambda work: work.announcements.all()[0])


async def form(desk: InSlack) -> Json | None:
    """The form that is open, if one is."""
    view: Json | None = (await desk.chat())["view"]
    return view


def errors(delivered: list[Json]) -> dict[str, str]:
    """What the bot answered at the fields of a form."""
    found: dict[str, str] = (delivered[0]["body"] or {}).get("errors", {})
    return found
