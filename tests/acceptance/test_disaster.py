"""Heavy rain: the office lets everybody rest at once, and goes on by a plan that was seen before."""

from datetime import timedelta

from lessons.notice import Notice
from messages.letter import State
from school import appointing, cohorts
from school.announcing import drafting, sending
from school.announcing.drafting import Draft
from school.permitting import confirm_silence
from school.rights import operator
from store.announcement import Announcement, Audience
from store.office import Post, Role, Staff
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.walks import (
    FRIDAY,
    NEXT_MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    finish,
    joined,
    lessons_sent,
    the_day_was_respected,
)
from tests.shelf import FIRST_WEEK

ROOT = operator("root")
NEXT_TUESDAY, NEXT_WEDNESDAY, NEXT_THURSDAY = (NEXT_MONDAY + timedelta(days=ahead) for ahead in (1, 2, 3))


async def _of_office(bot: TestBot, platform: str, role: Role = Role.OFFICER) -> OnLine | InSlack:
    """Somebody with this role, who does not learn."""
    somebody = await (bot.on_line("係") if platform == "line" else bot.in_slack("係"))
    await _is(bot, somebody, role)
    return somebody


async def _is(bot: TestBot, somebody: OnLine | InSlack, role: Role, section: int | None = None) -> None:
    at = bot.clock.now()
    code = bot.write(lambda work: appointing.offer(work, ROOT, role, section=section, at=at))
    await somebody.say(f"役割 {code}")


def _works_in(bot: TestBot, path: str, nickname: str) -> int:
    """The learner of this nickname works in this section now."""
    with bot.database.begin(bot.organisation) as work:
        above = work.sections.by_path(path.split("/", maxsplit=1)[0]) or work.sections.create(
            path.split("/", maxsplit=1)[0], None
        )
        section = work.sections.by_path(path) or work.sections.create(path, above.id)
        number = f"00{len(work.staff.all())}"
        work.staff.add([Staff(0, number, "氏名", "", "", "", "", "")])
        somebody = next(each for each in work.staff.all() if each.number == number)
        work.staff.meet(somebody.id, next(each.id for each in work.people.all() if each.nickname == nickname))
        work.posts.add([Post(somebody.id, section.id, "主事")])
        return section.id


def _announced(bot: TestBot) -> Announcement:
    """An announcement that leaves in a minute."""
    at = bot.clock.now()
    made = bot.write(lambda work: drafting.draft(work, ROOT, Draft(Notice("会場の変更", "2階です。"), Audience()), at))
    assert isinstance(made, Announcement)
    bot.write(lambda work: sending.send(work, ROOT, made, at))
    return made


async def test_heavy_rain_on_friday_and_no_flood_on_tuesday(bot: TestBot, platform: str) -> None:
    at = bot.clock.now()
    course, time = FIRST_WEEK.courses[0].id, bot.cohort.delivery_time
    with bot.database.begin(bot.organisation) as work:
        bot.cohort = cohorts.create(
            work, FIRST_WEEK, name="秋", course=course, starts_on=WEDNESDAY, delivery_time=time, at=at, reserve=1
        )
    office, hana = await _of_office(bot, platform), await joined(bot, platform)
    for day, number in ((WEDNESDAY, 1), (THURSDAY, 2)):
        await bot.move_to(day)
        await finish(hana, number)
    await bot.move_to(FRIDAY)
    await bot.move_to(FRIDAY, "16:30")
    announced = _announced(bot)
    await office.say("災害モード")
    await office.press("全体")
    assert "全体(1人)を静かにしますか" in await office.last()
    await office.press("はい、静かにする")
    assert "静かにしました。1人がお休みに入り" in await office.last()

    said = len(await hana.seen())
    await bot.advance(timedelta(minutes=5))
    await bot.move_to(NEXT_MONDAY)
    await bot.move_to(NEXT_MONDAY, "15:00")
    assert len(await hana.seen()) == said, "not a word, nor what was sent meanwhile"
    await finish(hana, 3)
    await hana.say("今日")
    assert "お休み中" in await hana.last()

    await bot.move_to(NEXT_TUESDAY, "9:00")
    await office.say("再開")
    plan = await office.last()
    assert "最後のレッスンは 9/15(火) から 9/17(木) へ、2日うごきます。予備日を1日使います。" in plan
    assert "終わりは 9/17(木) へ、1日のびます。" in plan
    await office.press("ずらす")
    assert "9/17(木)" in await office.last()
    await bot.move_to(NEXT_TUESDAY, "15:00")
    sent = len(lessons_sent(bot))
    for day, number in ((NEXT_WEDNESDAY, 4), (NEXT_THURSDAY, 5)):
        await bot.move_to(day)
        await finish(hana, number)
    assert bot.read(lambda work: work.announcements.way(announced.id).sent) == 1
    assert len(lessons_sent(bot)) == sent + 2 + 1, "a lesson a day, and once what was held"
    await hana.say("進捗")
    assert "9/17(木)" in await hana.last(), "the day on which the course ends now"
    assert "遅" not in "".join(await hana.seen())
    await office.press("ずらす")
    assert "もう再開しています" in await office.last()


async def test_a_week_that_is_caught_up_with_ends_as_it_would_have(bot: TestBot, platform: str) -> None:
    office, hana = await _of_office(bot, platform), await joined(bot, platform)
    for day, number in ((MONDAY, 1), (TUESDAY, 2)):
        await bot.move_to(day)
        await finish(hana, number)
    await bot.move_to(TUESDAY, "16:30")
    await office.say("disaster all yes")
    await bot.move_to(WEDNESDAY)
    await office.say("災害モード 再開")
    assert "最後のレッスンは 9/11(金) のままです。" in await office.last()
    await bot.move_to(THURSDAY, "8:00")
    await office.press("つめる")
    assert "さきほどの計画から" not in await office.last(), "as many days are lost as the plan said"
    assert "再開しました" in await office.last()

    await bot.move_to(THURSDAY)
    close = await finish(hana, 3)
    assert "4日目" in close
    await hana.press("4日目")
    await finish(hana, 4)
    await hana.say("今日")
    assert "1日2本まで" in await hana.last()
    await bot.move_to(FRIDAY)
    await finish(hana, 5)
    assert [at.date() for at in lessons_sent(bot)] == [MONDAY, TUESDAY, THURSDAY, FRIDAY]
    await hana.say("進捗")
    assert "●●●●" in await hana.last(), "the silent day is no hole"
    await the_day_was_respected(bot)


async def test_silence_begins_with_the_yes_of_somebody_else(bot: TestBot) -> None:
    with bot.database.root() as root:
        confirm_silence(root, root.organisations.get(bot.organisation), ROOT, wanted=True, at=bot.clock.now())
    desk, chief = await _of_office(bot, "slack"), await _of_office(bot, "line", Role.OWNER)
    hana, manager = await joined(bot, "line"), await joined(bot, "slack")
    await _is(bot, manager, Role.MANAGER, _works_in(bot, "総務部/総務課", "はな"))
    await bot.move_to(MONDAY)
    for stranger in (hana, manager):
        await stranger.say("災害モード 全体 お知らせ")
        assert "この操作ができる役割を、お持ちではない" in await stranger.last()

    await desk.say("災害モード 全体 お知らせ")
    assert "ほかの担当の方(1人)に確認" in await desk.last()
    assert "はい、静かにする" in await chief.last()
    await desk.say("災害モード 確認")
    assert "ほかの担当の方の「はい」が要ります" in await desk.last()
    await desk.say("災害モード 全体 はい")
    assert "お願いはもう出ています" in await desk.last()
    assert not bot.read(lambda work: [each for each in work.silences.open() if each.lasts])

    await chief.press("はい、静かにする")
    assert "静かにしました。2人" in await chief.last()
    assert "確認がとれ" in await desk.last()
    for learner in (hana, manager):
        assert "研修はしばらくお休みします" in await learner.last()
    await chief.press("はい、静かにする", oldest=True)
    assert "もう静かになっています" in await chief.last()
    await bot.move_to(TUESDAY)
    assert len(lessons_sent(bot)) == 2
    deeds = bot.read(lambda work: [deed.detail for deed in work.audit.export() if deed.verb == "silence"])
    assert deeds == ["asked", "begun"]


async def test_one_section_rests_and_the_others_go_on(bot: TestBot) -> None:
    desk, phone = await _of_office(bot, "slack"), await _of_office(bot, "line")
    hana, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(hana, "はな")
    await bot.join(taro, "たろう")
    section = _works_in(bot, "建設部/河川課", "はな")
    await bot.move_to(MONDAY)
    await phone.say("災害モード 所属 河川課")
    assert "LINE では全体だけを選べます" in await phone.last()
    assert "河川課" not in "".join(await phone.seen())

    assert isinstance(desk, InSlack)
    await desk.say("災害モード")
    await desk.press("所属を選ぶ")
    await desk.submit({"whom": {"select:whom": str(section)}})
    assert "建設部/河川課(1人)を静かにしますか" in await desk.last()
    await desk.press("はい、静かにする")
    await desk.say("災害モード 所属 河川課 はい")
    assert "もう静かになっています" in await desk.last()
    await phone.say("災害モード")
    assert "1つの所属: 9/7(月) 8:40 から静かにしています" in await phone.last()
    await finish(taro, 1)
    await bot.move_to(TUESDAY)
    await finish(taro, 2)
    await bot.move_to(WEDNESDAY)
    await finish(taro, 3)
    assert len(lessons_sent(bot)) == 2 + 2, "taro's went on"

    await phone.say("再開")
    assert "最後のレッスンは 9/11(金) から" in await phone.last()
    await phone.press("ずらす")
    await bot.move_to(THURSDAY)
    assert len(lessons_sent(bot)) == 4 + 2
    assert [each.state for each in bot.letters() if each.state is State.HELD] == []
    await the_day_was_respected(bot)
