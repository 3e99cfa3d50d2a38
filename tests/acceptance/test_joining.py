"""Joining, as a real clerk would try it."""

from datetime import date, time, timedelta

import pytest

from tests.acceptance.bot import MONDAY, TOKYO, TestBot
from tests.acceptance.learner import NothingToPress
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.register import another_cohort, everyone, tables_with
from tests.acceptance.walks import (
    NEXT_MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    finish,
    lessons_sent,
    the_day_was_respected,
)


async def test_from_the_first_hello_to_the_welcome_in_line(bot: TestBot) -> None:
    hana = await bot.on_line()
    await hana.follow()
    assert "参加 ABC123" in await hana.last()

    await hana.say(f"参加　{bot.cohort.code.lower()}")
    notice = await hana.last()
    for told in ("保存するもの", "あだ名", "答えと日時", "人事評価には使いません", "LINE", "退会", "全5日"):
        assert told in notice
    assert not everyone(bot), "nothing is stored before the yes"

    await hana.say("はい。")
    assert "本名を使わない" in await hana.last()
    await hana.press("「")
    assert "何時に届けましょうか" in await hana.last()
    await hana.press("9:00")

    welcome = await hana.last()
    assert "よろしくお願いします" in welcome
    assert "最初のレッスンは 9/7(月) 9:00 に届きます" in welcome
    assert len(everyone(bot)) == 1
    await bot.move_to(MONDAY, "8:59")
    assert not lessons_sent(bot)
    await bot.move_to(MONDAY, "9:00")
    assert len(lessons_sent(bot)) == 1
    await the_day_was_respected(bot)


async def test_from_the_command_to_the_welcome_in_slack(bot: TestBot) -> None:
    taro = await bot.in_slack()

    delivered = await taro.command(f"join {bot.cohort.code}")
    assert delivered[0]["status"] == 200
    assert "Slack" in await taro.last(), "the answer is in the direct message"
    await taro.press("同意して参加する")
    await taro.say("<たろう>&")
    assert "<たろう>&amp;さん" in await taro.last() or "&lt;たろう&gt;&amp;さん" in await taro.last()
    await taro.say("８：４０")

    assert "最初のレッスンは 9/7(月) 8:40 に届きます" in await taro.last()
    assert [name for _, name in everyone(bot)] == ["<たろう>&"]


@pytest.mark.parametrize("say", ["JOIN {}", "join　{}", "「参加 {}」", "参加：{}", "参加コード {}", "{}", " Join\n{} "])
@ON_SQLITE
async def test_the_code_is_understood_however_it_is_typed(bot: TestBot, say: str) -> None:
    hana = await bot.on_line()

    await hana.say(say.format(bot.cohort.code))

    assert "同意して参加する" in await hana.last()


async def test_whoever_declines_leaves_no_trace(bot: TestBot) -> None:
    hana, taro = await bot.on_line(), await bot.in_slack()

    await hana.say(f"参加 {bot.cohort.code}")
    await hana.press("参加しない")
    assert "何も保存していません" in await hana.last()
    await taro.say(f"join {bot.cohort.code}")
    await taro.say("いいえ")
    await taro.press("参加しない")
    assert "何も保存していません" in await taro.last()

    assert not everyone(bot)
    assert not tables_with(bot, hana.user)
    assert not tables_with(bot, taro.user)
    await taro.say("はい")
    assert not everyone(bot), "a yes after a no agrees to nothing"


@ON_SQLITE
async def test_a_nickname_is_kept_as_written_or_kindly_refused(bot: TestBot) -> None:
    hana = await bot.on_line()
    await hana.say(f"参加 {bot.cohort.code}")
    await hana.say("同意します")

    for bad in ("あいうえおかきくけこさ", "はな\nこ", "!?…", "は" * 200, "🌸"):
        await hana.say(bad)
        assert "もう一度" in await hana.last()
        assert "で始める" in await hana.last(), "a way on stays on the screen"
    await hana.sticker()
    assert "文字とボタンだけ" in await hana.last()
    await hana.say("ヘルプ")
    assert "使い方" in await hana.last()
    await hana.say(" がぎぐげごがぎぐげご ")

    assert "がぎぐげごがぎぐげごさん" in await hana.last()
    assert [name for _, name in everyone(bot)] == ["がぎぐげごがぎぐげご"]


@ON_SQLITE
async def test_yes_to_the_nickname_takes_the_one_that_was_offered(bot: TestBot) -> None:
    hana = await bot.on_line()
    await hana.say(f"参加 {bot.cohort.code}")
    await hana.say("はい")
    offered = everyone(bot)[0][1]

    await hana.say("はい")

    assert f"{offered}さん" in await hana.last()
    assert everyone(bot)[0][1] == offered


@ON_SQLITE
async def test_a_time_is_read_as_people_write_it(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana, at="夜明け")
    assert "時刻で送ってください" in await hana.last()
    for outside, told in (("7:30", "7:30"), ("12時半", "12:30"), ("17:15", "17:15"), ("午後8時", "20:00")):
        await hana.say(outside)
        assert f"{told} は勤務時間の外です。8:30〜17:15" in await hana.last()
        assert "昼休み 12:00〜13:00" in await hana.last()

    await hana.say("９時半")

    assert "9/7(月) 9:30" in await hana.last()
    for said, at in (
        ("設定 ８：４０", "8:40"),
        ("設定 午後1時", "13:00"),
        ("設定 0915", "9:15"),
        ("設定 16時", "16:00"),
    ):
        await hana.say(said)
        assert f"届ける時刻を {at} にしました" in await hana.last()


async def test_joining_twice_or_elsewhere_is_answered_with_where_one_is(bot: TestBot) -> None:
    other = bot.write(lambda work: another_cohort(work, bot))
    hana = await bot.on_line()
    await bot.join(hana)

    await hana.press("同意して参加する", oldest=True)
    assert "もう参加しています" in await hana.last()
    await hana.press("参加しない", oldest=True)
    assert "何も保存していません" not in await hana.last(), "that would not be true any more"
    await hana.say(f"参加 {bot.cohort.code}")
    assert "もう参加しています" in await hana.last()
    await hana.say(f"参加 {other}")
    assert "いまは「自治体DXのきほん」に参加しています" in await hana.last()

    assert len(everyone(bot)) == 1


async def test_a_code_of_another_organisation_is_unknown(bot: TestBot) -> None:
    with bot.database.root() as root:
        theirs = root.organisations.create(
            name="となり町", timezone=TOKYO, language="ja", opens=time(8, 30), closes=time(17, 15),
            lunch_from=time(12), lunch_to=time(13),
        )  # fmt: skip
        code = another_cohort(root.work(theirs.id), bot)
    hana = await bot.on_line()

    await hana.say(f"参加 {code}")
    assert f"「{code}」という参加コードは見つかりませんでした" in await hana.last()
    await hana.press_old(f"agree|{code}")
    assert "見つかりませんでした" in await hana.last()
    await hana.say("参加")
    assert "参加コードをつけて" in await hana.last()
    assert not everyone(bot)


async def test_a_late_joiner_catches_up_at_two_a_day(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.move_to(WEDNESDAY, "10:00")
    await bot.join(hana)
    assert "最初のレッスンは 9/10(木) 8:40" in await hana.last()
    await hana.press("今日のレッスンを始める")
    assert "2日目「" in await finish(hana, 1)
    await hana.press("2日目へ進む")
    assert "あした: 3日目" in await finish(hana, 2)
    await hana.say("今日")
    assert "1日2本まで" in await hana.last()
    assert "9/10(木)" in await hana.last()

    await bot.move_to(THURSDAY, "8:40")
    assert "3日目" in (await hana.seen())[-2]
    await finish(hana, 3)
    await hana.say("今日")
    assert "4日目" in (await hana.seen())[-2]
    await finish(hana, 4)
    await hana.say("今日")
    assert "1日2本まで" in await hana.last()
    assert len(lessons_sent(bot)) == 1
    await the_day_was_respected(bot)


@ON_SQLITE
async def test_joining_at_the_weekend_promises_the_next_working_day(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.move_to(SATURDAY, "21:00")
    await bot.join(hana)

    assert "最初のレッスンは 9/14(月) 8:40" in await hana.last()
    await bot.move_to(NEXT_MONDAY, "8:39")
    assert not lessons_sent(bot)
    await bot.move_to(NEXT_MONDAY, "8:40")
    assert [at.date() for at in lessons_sent(bot)] == [NEXT_MONDAY]


@ON_SQLITE
async def test_before_the_first_day_the_bot_tells_when_it_begins(bot: TestBot) -> None:
    later = bot.write(lambda work: another_cohort(work, bot, starts_on=date(2026, 9, 19)))
    hana = await bot.on_line()
    await hana.say(f"参加 {later}")
    await hana.say("はい")
    await hana.say("はな")
    await hana.say("8:40")

    assert "最初のレッスンは 9/24(木) 8:40" in await hana.last()
    with pytest.raises(NothingToPress):
        await hana.press("今日のレッスンを始める")
    await hana.say("進捗")
    assert "今週" not in await hana.last(), "no working day of this week is theirs"
    await hana.say("今日")
    assert "9/24(木) に始まります" in await hana.last(), "the first working day, not the Saturday of the plan"


async def test_a_lesson_that_comes_while_one_still_joins_disturbs_nothing(bot: TestBot) -> None:
    hana = await bot.on_line()
    await hana.say(f"参加 {bot.cohort.code}")
    await hana.say("はい")
    await bot.move_to(MONDAY, "8:40")
    assert len(lessons_sent(bot)) == 1

    await hana.say("B")
    assert "正解です" in (await hana.seen())[-2], "an answer is an answer, not a nickname"
    await hana.say("なぎ")
    await hana.say("9:00")

    welcome = await hana.last()
    assert "なぎさん、よろしくお願いします" in welcome
    assert "最初のレッスン" not in welcome, "the first one is there already"
    assert "9/8(火) 9:00" in welcome
    await hana.say("続き")
    assert "問2/2" in await hana.last()


async def test_blocked_and_back_goes_on_without_a_second_enrolment_or_a_flood(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await bot.move_to(MONDAY, "8:40")
    await hana.block()
    await bot.move_to(TUESDAY, "8:40")
    await bot.move_to(WEDNESDAY, "8:40")
    assert len(lessons_sent(bot)) == 1, "nobody writes to somebody who blocked us"

    await bot.move_to(THURSDAY, "10:00")
    before = len(await hana.seen())
    await hana.unblock()
    assert any("おかえりなさい" in text for text in (await hana.seen())[before:])
    await bot.advance(timedelta(minutes=30))

    assert len(lessons_sent(bot)) == 2, "one lesson, not three"
    assert len(everyone(bot)) == 1
    await hana.follow()
    assert "おかえりなさい" in await hana.last()
    await the_day_was_respected(bot)
