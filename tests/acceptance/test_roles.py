"""Roles come by one-time codes: from whoever sits at the server, taken in the chat."""

from school import appointing
from school.appointing import GUESSES
from school.rights import operator
from store.office import Role
from tests.acceptance.bot import TestBot


def _code(bot: TestBot, role: Role) -> str:
    at = bot.clock.now()
    return bot.write(lambda work: appointing.offer(work, operator("root"), role, section=None, at=at))


async def test_an_officer_is_known_by_the_code_and_need_not_learn(bot: TestBot) -> None:
    officer, hana = await bot.in_slack("officer"), await bot.on_line()
    code = _code(bot, Role.OFFICER)
    await officer.say("役割")
    assert "役割はまだありません" in await officer.last()
    await officer.say(f"役割 {code}")
    assert "「研修担当」の役割を受けとりました" in await officer.last()
    await officer.say(f"role {code.lower()}")
    assert "このコードは使えません" in await officer.last(), "good once"
    await hana.say(f"役割 {code}")
    assert "このコードは使えません" in await hana.last()
    await officer.say("役割")
    assert "研修担当" in await officer.last()
    assert bot.read(lambda work: [grant.role for grant in work.roles.all()]) == [Role.OFFICER]
    deeds = bot.read(lambda work: [(deed.person is None, deed.detail) for deed in work.audit.export()])
    assert deeds == [(True, "offered"), (False, "accepted officer")]


async def test_who_guesses_is_not_listened_to_any_more_that_day(bot: TestBot) -> None:
    guest = await bot.on_line()
    for _ in range(GUESSES):
        await guest.say("役割 AAAAAAAAAA")
    await guest.say(f"役割 {_code(bot, Role.OWNER)}")
    assert "今日はもう受けとれません" in await guest.last()
    assert not bot.read(lambda work: work.roles.all())
