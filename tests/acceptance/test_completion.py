"""A head of section asks how far the section is, and asks for another one."""

from store.office import Role
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.test_digests import CITIZENS, TINY, appointed, settle

ONLY_OWN = "お見せできるのは、ご自身の所属の進み具合だけです"


async def test_a_manager_sees_numbers_of_the_own_section_alone_and_the_office_any(bot: TestBot) -> None:
    chief, lone, clerk, taro = [await bot.in_slack(name) for name in ("chief", "lone", "clerk", "taro")]
    phone = await bot.on_line()
    settle(bot)
    await bot.join(taro)
    await appointed(bot, chief, Role.MANAGER, CITIZENS)
    await appointed(bot, lone, Role.MANAGER, TINY)
    await appointed(bot, clerk, Role.OFFICER)
    await appointed(bot, phone, Role.MANAGER, CITIZENS)
    await bot.move_to(MONDAY, "9:30")

    for words in ("進み具合", "所属の進み具合", "completion", "進み具合 市民課", f"進み具合 {CITIZENS}"):
        await chief.say(words)
        told = await chief.last()
        assert all(
            part in told for part in (CITIZENS, "5人中4人が今週の学習を終えました。", "その週に学んだ", "4人")
        ), told
        assert not [number for number in range(5) if f"{CITIZENS}{number}" in told], "never a name"
    for words in (f"進み具合 {TINY}", "進み具合 どこにもない課"):
        await chief.say(words)
        assert ONLY_OWN in await chief.last(), "no word of whether it is there"
    await chief.command(f"進み具合 {TINY}")
    assert ONLY_OWN in await chief.last()
    await lone.say("所属の進み具合")
    few = await lone.last()
    assert "5人未満のため表示しません。" in few
    assert not [part for part in ("人中", "その週に学んだ") if part in few]

    await clerk.say("進み具合 市民課")
    assert "5人中4人" in await clerk.last()
    await clerk.say(f"進み具合 {TINY}")
    assert "5人未満のため表示しません。" in await clerk.last()
    await clerk.say("進み具合 どこにもない課")
    assert "見つかりませんでした" in await clerk.last()

    await phone.say(f"進み具合 {CITIZENS}")
    assert "LINE では表示していません" in await phone.last()
    await taro.say("所属の進み具合")
    assert "この操作ができる役割を" in await taro.last()
    await taro.say("進み具合")
    assert "ここまでの進み具合" in await taro.last(), "a learner's own"
