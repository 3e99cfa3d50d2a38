"""One person in two places: linked by a code from either side, and by nobody else."""

from datetime import timedelta

from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.pairs import code_of, contacts, people
from tests.acceptance.walks import TUESDAY


async def test_linking_from_slack_to_line(bot: TestBot) -> None:
    taro, phone = await bot.in_slack(), await bot.on_line()
    await bot.join(taro, "たろう")
    code = await code_of(taro)
    await phone.say(f"連携コード：{code.lower()}。")
    assert "つながりました" in await phone.last()
    assert "Slack" in await phone.last(), "lessons go on arriving there"
    assert (people(bot), contacts(bot)) == (1, ["slack", "line"])

    await phone.say(f"連携 {code}")
    assert "もうつながっています" in await phone.last()
    await phone.say(f"参加 {bot.cohort.code}")
    assert "もう参加しています" in await phone.last()
    await bot.move_to(MONDAY, "8:40")
    assert "1日目" in "".join(await taro.seen())
    assert "1日目" not in "".join(await phone.seen())
    assert not await bot.calls("/v2/bot/message/push"), "nothing that costs"


async def test_a_code_works_once_for_ten_minutes_and_only_the_newest(bot: TestBot) -> None:
    hana, desk, stranger = await bot.on_line(), await bot.in_slack("はな"), await bot.in_slack("だれか")
    await bot.join(hana)
    first, second = await code_of(hana), await code_of(hana)
    await desk.say(f"連携 {first}")
    assert "このコードは使えません" in await desk.last(), "a newer one was given"
    await bot.advance(timedelta(minutes=10))
    await desk.say(f"連携 {second}")
    assert "このコードは使えません" in await desk.last(), "too old"
    assert contacts(bot) == ["line"]

    third = await code_of(hana)
    await bot.advance(timedelta(minutes=9, seconds=59))
    await desk.say(f"連携 {third}")
    assert contacts(bot) == ["line", "slack"]
    await stranger.say(f"連携 {third}")
    assert "このコードは使えません" in await stranger.last(), "used"
    assert contacts(bot) == ["line", "slack"]


async def test_nobody_guesses_codes_all_day(bot: TestBot) -> None:
    hana, guesser, other = await bot.on_line(), await bot.in_slack("だれか"), await bot.in_slack("はな")
    await bot.join(hana)
    code = await code_of(hana)
    for wrong in ("AAAAAAAA", "BBBBBBBB", "CCCCCCCC", "DDDDDDDD", "EEEEEEEE"):
        await guesser.say(f"link {wrong}")
        assert "このコードは使えません" in await guesser.last()
    await guesser.say("連携 ABC")
    await guesser.say(f"連携 {code}")
    assert "今日はもう" in await guesser.last(), "not even the right one"
    assert contacts(bot) == ["line"]
    await other.say("連携 ABC")
    assert "8文字" in await other.last(), "no guess, and nothing counted"
    await other.say(f"連携 {code}")
    assert contacts(bot) == ["line", "slack"], "only the guesser is held up"

    await bot.move_to(TUESDAY, "8:00")
    await guesser.say("連携 FFFFFFFF")
    assert "このコードは使えません" in await guesser.last(), "a new day"


async def test_two_records_are_not_mixed(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await bot.join(taro, "たろう")
    code = await code_of(hana)
    await taro.say(f"連携 {code}")
    assert "別の記録があります" in await taro.last()
    assert "退会" in await taro.last()
    assert people(bot) == 2

    await taro.say("退会")
    for _ in range(4):
        await taro.say("はい")
    assert "記録をすべて消しました" in await taro.last()
    await taro.say(f"連携 {code}")
    assert "つながりました" in await taro.last(), "the code was not used up by the refusal"
    assert (people(bot), contacts(bot)) == (1, ["line", "slack"])


async def test_a_code_is_for_the_other_platform(bot: TestBot) -> None:
    hana, second = await bot.on_line(), await bot.on_line("はな2")
    await bot.join(hana)
    code = await code_of(hana)
    await hana.say(f"連携 {code}")
    assert "もう一方で送ってください" in await hana.last()
    await second.say(f"連携 {code}")
    assert "もう別のLINEとつながっています" in await second.last()
    assert contacts(bot) == ["line"]


async def test_a_guest_is_told_how_to_come_in(bot: TestBot) -> None:
    for guest in (await bot.on_line(), await bot.in_slack()):
        for word in ("連携", "連携解除", "届け先 LINE"):
            await guest.say(word)
            assert "そちらで「連携」" in await guest.last()
        await guest.say("連携 ＡＢＣＤ２３４５")
        assert "このコードは使えません" in await guest.last()
    assert people(bot) == 0


async def test_english_words_do_the_same(bot: TestBot) -> None:
    hana, desk = await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await hana.say("settings english")
    await hana.say("connect")
    code = (await hana.last()).split("link ")[-1][:8]
    await desk.say(f"link {code}")
    assert "You go on with the same record" in await desk.last()
    await desk.say("settings deliver to slack")
    assert "The place for lessons is now Slack" in await desk.last()
    await desk.say("unlink line")
    await desk.say("yes")
    assert "LINE is unlinked" in await desk.last()
    assert contacts(bot) == ["slack"]


async def test_a_redelivered_code_links_once(bot: TestBot) -> None:
    taro, phone = await bot.in_slack(), await bot.on_line()
    await bot.join(taro, "たろう")
    code = await code_of(taro)
    await bot.door("faults", {"line": {"duplicate": 1.0}})
    await phone.say(f"連携 {code}")
    assert [("つながりました" in each) for each in await phone.seen()] == [True]
    assert contacts(bot) == ["slack", "line"]
