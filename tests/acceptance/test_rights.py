"""Who may do what: every word, button, page and command of the office, tried by everybody."""

from typing import Final

from messages import actions as act
from messages.actions import pack
from school import passing
from school.rights import MAY, Verb
from store.office import Role
from tests.acceptance.bot import TestBot
from tests.acceptance.looking_back import browser
from tests.acceptance.office import appoint
from tests.acceptance.rights import BUTTONS, PRIVATE, REFUSED, WORDS, button, dump, refusals, rows

PAGES: Final = (("q", act.ShowQuestions()), ("announce", act.ShowAnnouncements()))


async def test_every_word_of_the_office_is_heard_from_those_who_may_and_from_nobody_else(bot: TestBot) -> None:
    people = {role: await bot.in_slack(str(role)) for role in (None, *Role)}
    await bot.join(people[Role.LEARNER])
    for role in (Role.MANAGER, Role.FACILITATOR, Role.OFFICER, Role.OWNER):
        await appoint(bot, people[role], role)
    numbers = bot.write(lambda work: rows(work, bot, work.people.all()[0].id))
    before = dump(bot)
    for nobody in (None, Role.LEARNER):
        assert await refusals(bot, people[nobody], numbers) == [True] * len(WORDS), nobody
    manager = await refusals(bot, people[Role.MANAGER], numbers)
    assert manager == [verb is not Verb.READ_COMPLETION for _, verb in WORDS]
    assert dump(bot) == before, "and nothing was done"
    for role in (Role.FACILITATOR, Role.OFFICER, Role.OWNER):
        assert await refusals(bot, people[role], numbers) == [role not in MAY[verb] for _, verb in WORDS], role


async def test_no_button_of_the_office_works_for_those_who_found_or_made_it_up(bot: TestBot) -> None:
    hana, guest = await bot.on_line(), await bot.on_line("客")
    await bot.join(hana)
    numbers = bot.write(lambda work: rows(work, bot, work.people.all()[0].id))
    before = dump(bot)
    buttons = [pack(button(kind, number)) for kind in BUTTONS for number in {*numbers.values(), 999}]
    for somebody in (hana, guest):
        heard = len(await somebody.seen())
        for each in buttons:
            await bot.door(f"line/users/{somebody.user}/press", {"data": each})
        await bot.settled()
        assert [*(await somebody.seen())[heard:]] == [REFUSED] * len(buttons)
    assert dump(bot) == before


async def test_a_page_of_the_office_closes_with_the_role(bot: TestBot) -> None:
    officer, hana = await bot.on_line(), await bot.in_slack("hana")
    await bot.join(hana)
    await appoint(bot, officer, Role.OFFICER)
    bot.write(lambda work: rows(work, bot, work.people.all()[0].id))
    people = bot.read(lambda work: [each.id for each in work.people.all()])
    at = bot.clock.now()
    for page, purpose in PAGES:
        ours, theirs = (_pass(bot, who, purpose) for who in people[::-1])
        async with browser(bot) as phone:
            assert (await phone.open(f"/{page}/{ours}")).status == 200
            refused = await phone.open(f"/{page}/{theirs}")
            assert refused.status in {403, 410}
            assert not [words for words in PRIVATE if words in refused.text]
            bot.write(lambda work: work.roles.revoke(work.roles.all()[0].id))
            assert (await phone.open(f"/{page}/{ours}")).status in {403, 410}
            bot.write(lambda work: work.roles.grant(people[-1], Role.OFFICER, section=None, at=at))


def _pass(bot: TestBot, who: int, purpose: act.Action) -> str:
    return bot.write(lambda work: passing.give(work, who, purpose, bot.clock.now()))
