"""An owner gives and takes roles in the chat, and gets the record: names in Slack alone, each act on record."""

from typing import Final

from lessons.phrases import phrases
from school.passing import READING
from store.office import Role, Staff
from store.work import Work
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.looking_back import browser, link
from tests.acceptance.office import appoint
from tests.acceptance.walks import joined

TOLD: Final = "「研修担当」の役割が渡されました"


async def test_an_owner_gives_a_role_by_name_and_takes_it_back(bot: TestBot, platform: str) -> None:
    desk, phone, hana = await bot.in_slack("係"), await bot.on_line("係"), await joined(bot, platform)
    await appoint(bot, desk, Role.OWNER, "さくら")
    await appoint(bot, phone, Role.OWNER, "もみじ")
    bot.write(_listed)
    before = bot.read(lambda work: work.roles.all())
    for words, told in (
        ("役割 0012 王様", "役割は、責任者・研修担当・進行役・所属長の4つ"),
        ("役割 0099 研修担当", "まだここに参加していません"),
        ("役割 0013 研修担当", "まだここに参加していません"),
        ("役割 0012 所属長", "所属もそえてください"),
        ("役割 0012 所属長 どこにもない課", "その所属は見つかりません"),
        ("役割 0012 研修担当 総務部", "所属は選ばずに"),
        ("役割 0012 研修担当 やめる", "いま「研修担当」ではありません"),
    ):
        await desk.say(words)
        assert told in await desk.last(), words
        assert "0012" not in "".join(await hana.seen())
    say = phrases("ja")
    await phone.say("役割 0012 研修担当")
    assert await phone.last() == say("roles.elsewhere")
    await phone.say("役割")
    assert say("roles.elsewhere") in await phone.last()
    assert "さくら" not in "".join(await phone.seen())
    await hana.say("役割 0012 責任者")
    assert await hana.last() == say("office.not_allowed")
    assert bot.read(lambda work: work.roles.all()) == before

    await desk.say("役割 0012 研修担当")
    assert "はなさんに「研修担当」の役割を渡しました" in await desk.last()
    await desk.say("役割 0012 研修担当")
    assert "もう「研修担当」です" in await desk.last()
    assert TOLD not in "".join(await hana.seen()), "it is evening"
    await bot.move_to(MONDAY, "8:40")
    assert "".join(await hana.seen()).count(TOLD) == 1
    await desk.command("roles")
    assert "はな（0012）" in await desk.last()
    await desk.press("役割を渡す・外す")
    person = str(bot.read(lambda work: next(each.id for each in work.people.all() if each.nickname == "はな")))
    await desk.submit(_filled(person, "officer", "take"))
    assert "「研修担当」の役割を外しました" in await desk.last()

    for name in ("もみじ", "さくら"):
        await desk.say(f"役割 {name} 責任者 やめる")
    assert "ただ一人の「責任者」です" in await desk.last()
    deeds = bot.read(lambda work: [each.detail for each in work.audit.export() if each.person])
    assert deeds[2:] == ["granted officer", "revoked officer", "revoked owner"]


async def test_an_owner_gets_the_record_and_that_is_on_it(bot: TestBot) -> None:
    desk, phone, officer = await bot.in_slack("係"), await bot.on_line("係"), await bot.in_slack("研修")
    for somebody, role in ((desk, Role.OWNER), (phone, Role.OWNER), (officer, Role.OFFICER)):
        await appoint(bot, somebody, role)
    await phone.say("監査")
    assert "LINE ではお渡ししていません" in await phone.last()
    await officer.say("監査")
    assert await officer.last() == phrases("ja")("office.not_allowed")
    await desk.say("監査")
    path = await link(desk)
    async with browser(bot) as laptop:
        got = await laptop.open(path)
        assert got.headers["Content-Disposition"].startswith("attachment")
        assert got.text.splitlines()[0].lstrip("\ufeff") == "at,person,actor,verb,target,detail"
        assert "accepted owner" in got.text
        assert got.text.splitlines()[-1].endswith(",read_audit,audit,exported")
        grant = bot.read(lambda work: work.roles.all()[0])
        bot.write(lambda work: work.roles.revoke(grant.id))
        assert (await laptop.open(path)).status == 410, "the link ends with the role"
        bot.write(lambda work: work.roles.grant(grant.person, Role.OWNER, None, grant.at))
        await bot.advance(READING)
        assert (await laptop.open(path)).status == 410
    assert len(bot.read(lambda work: [each for each in work.audit.export() if each.verb == "read_audit"])) == 1


def _filled(person: str, role: str, deed: str) -> dict[str, dict[str, str]]:
    chosen = {"person": person, "role": role, "section": "0"}
    return {name: {f"select:{name}": value} for name, value in chosen.items()} | {"deed": {"pick:deed": deed}}


def _listed(work: Work) -> None:
    """The learner stands on the list of staff as 0012; 0013 has not come yet."""
    work.staff.add([Staff(0, number, f"職員 {number}", "", "", "", "", "") for number in ("0012", "0013")])
    learner = next(each for each in work.people.all() if each.nickname == "はな")
    work.staff.meet(work.staff.all()[0].id, learner.id)
    work.sections.create("総務部", None)
