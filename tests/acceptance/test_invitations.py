"""Somebody on the list of staff is invited by a code of their own, joins with it, and is known there."""

from datetime import timedelta

from bot.letters_of_invitation import members, post
from console.record import record_json, record_page
from lessons.phrases import phrases
from messages.incoming import ChannelName
from sandbox.settings import SandboxSettings
from school.record import record_of
from school.rights import operator
from school.roster import importing, inviting
from school.roster.importing import Undone, Why
from school.roster.inviting import GUESSES, Slip
from school.roster.reading import read
from store.office import Staff
from store.work import Work
from tests.acceptance.bot import MONDAY, TestBot, configured
from tests.acceptance.learner import InSlack
from tests.acceptance.once import ON_SQLITE

pytestmark = ON_SQLITE

ROOT = operator("root")


def _roster() -> bytes:
    rows = (f"{number:04},職員 {number:03},総務部 課{number % 12:02},主事\n" for number in range(1, 301))
    return f"職員番号,氏名,所属,職名\n{''.join(rows)}".encode("cp932")


def _import(bot: TestBot) -> None:
    at, roster = bot.clock.now(), read(_roster(), "名簿.csv")
    found = bot.read(lambda work: importing.preview(work, ROOT, roster, at))
    assert (len(found.changes), bot.read(lambda work: work.staff.all())) == (300, ())
    bot.write(lambda work: importing.take(work, ROOT, roster, at))


def _invite(bot: TestBot, section: str = "") -> dict[str, Slip]:
    at, cohort = bot.clock.now(), bot.cohort
    slips = bot.write(lambda work: inviting.invite(work, ROOT, cohort, inviting.to_invite(work, section), at))
    return {slip.number: slip for slip in slips}


def _undo(bot: TestBot) -> Undone | importing.Why:
    return bot.write(lambda work: importing.undo(work, ROOT, bot.clock.now()))


def _staff(bot: TestBot, number: str) -> Staff | None:
    return bot.read(lambda work: next((each for each in work.staff.all() if each.number == number), None))


async def test_three_hundred_are_imported_invited_and_one_joins_in_line_and_one_in_slack(bot: TestBot) -> None:
    _import(bot)
    slips = _invite(bot, "総務部/課01")
    assert len(slips) == 25
    hana, taro = await bot.on_line(), await bot.in_slack()

    await hana.say(f"参加 {slips['0001'].code}")
    notice = await hana.last()
    assert "あなた専用の招待" in notice
    assert "職員 001" not in notice, "no names on LINE"
    await hana.press("同意して参加する")
    assert "あだ名" in await hana.last()
    await taro.say(f"参加 {slips['0013'].code[:5]}-{slips['0013'].code[5:].lower()}")
    await taro.say("はい")

    known = [_staff(bot, number) for number in ("0001", "0013", "0025")]
    await hana.say("記録")
    assert "名簿のあなたと結びついています" in await hana.last()
    assert "職員 001" not in await hana.last()
    person = bot.read(lambda work: work.people.all()[0])
    record = bot.read(lambda work: record_of(work, bot.shelf, person, bot.clock.now()))
    assert '"name": "職員 001"' in record_json(record)
    assert "0001、職員 001、総務部/課01 主事" in record_page(
        record, phrases("ja"), until=bot.clock.now(), download="record.json"
    )
    assert [bool(each and each.person) for each in known] == [True, True, False]
    assert _undo(bot) is Why.CHANGED, "nothing is taken back once somebody has joined"
    assert len(_invite(bot, "総務部/課01")) == 23, "whoever has joined is not invited again"


async def test_a_code_is_good_once_and_for_thirty_days(bot: TestBot) -> None:
    _import(bot)
    slips = _invite(bot)
    hana, ken, late = await bot.on_line(), await bot.on_line("ken"), await bot.on_line("late")
    for guest in (hana, ken):
        await guest.say(f"参加 {slips['0001'].code}")
    await hana.say("はい")
    await ken.say("はい")
    assert "この招待コードは使えません" in await ken.last()
    await ken.say(f"参加 {slips['0001'].code}")
    assert "この招待コードは使えません" in await ken.last()
    renewed = _invite(bot)
    await ken.say(f"参加 {slips['0002'].code}")
    assert "この招待コードは使えません" in await ken.last(), "a newer one has taken its place"
    bot.clock.move_to(bot.clock.now() + timedelta(days=31))
    await late.say(f"参加 {renewed['0003'].code}")
    assert "この招待コードは使えません" in await late.last()
    assert bot.read(lambda work: len(work.people.all())) == 1


async def test_in_slack_those_with_an_address_are_written_to_once(bot: TestBot) -> None:
    mails = {1: "taro@town.example", 2: "nobody@town.example", 3: ""}
    rows = "".join(f"{number:04},職員 {number:03},総務課,{mail}\n" for number, mail in mails.items())
    roster = read(f"番号,氏名,所属,メール\n{rows}".encode(), "a.csv")
    at = bot.clock.now()
    bot.write(lambda work: importing.take(work, ROOT, roster, at))
    user = (await bot.door("slack/users", {"name": "たろう", "email": "taro@town.example"}))["id"]
    taro = InSlack(bot, user)
    settings = configured(SandboxSettings(), bot.page, "sqlite:///unused.db")
    wanted = bot.read(inviting.to_invite)
    found = await members(settings, [each for each in wanted if each.staff.email])
    assert found == {"0001": user}
    slack = bot.read(lambda work: next(each for each in work.accounts.all() if each.channel is ChannelName.SLACK))

    def write(work: Work) -> int:
        slips = inviting.invite(work, ROOT, bot.cohort, wanted[:1], at)
        return post(work, bot.shelf, bot.cohort, slips, members=found, slack=slack, at=at)

    assert bot.write(write) == 1
    assert bot.read(lambda work: work.invitations.holders(bot.cohort.id, at)) == {wanted[0].staff.id}
    assert not await taro.messages(), "nothing before the office opens"
    await bot.move_to(MONDAY, "8:31")
    assert "あなた専用の招待" in await taro.last()
    await taro.press("同意して参加する")
    one = _staff(bot, "0001")
    assert one is not None
    assert one.person is not None


async def test_who_guesses_is_not_listened_to_but_the_cohorts_own_code_works(bot: TestBot) -> None:
    _import(bot)
    slips = _invite(bot)
    guest = await bot.on_line()
    for _ in range(GUESSES):
        await guest.say("参加 AAAAAAAAAA")
    await guest.say(f"参加 {slips['0001'].code}")
    assert "今日はもう受けとれません" in await guest.last()
    await guest.say(f"参加 {bot.cohort.code}")
    assert "同意して参加する" in await guest.last()


async def test_whoever_takes_part_already_is_known_from_then_on_and_nobody_is_two(bot: TestBot) -> None:
    _import(bot)
    slips = _invite(bot)
    hana = await bot.on_line()
    await hana.say(f"参加 {bot.cohort.code}")
    await hana.say("はい")
    await hana.say(f"参加 {slips['0001'].code}")
    assert "名簿と結びつけました" in await hana.last()
    await hana.say(f"参加 {slips['0002'].code}")
    assert "別の方のもの" in await hana.last()
    known = [_staff(bot, number) for number in ("0001", "0002")]
    assert [bool(each and each.person) for each in known] == [True, False]
