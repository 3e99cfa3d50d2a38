"""Why somebody is away is nobody's business: it is in no table, no log, and in nothing that leaves the bot."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from openpyxl import load_workbook

from store.office import Post, Role, Staff
from store.work import Work
from tests.acceptance.bot import TestBot, town
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.looking_back import allow, browser, link, reach, shelf
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.register import tables_with
from tests.acceptance.test_digests import CITIZENS, appointed, settle
from tests.acceptance.walks import FRIDAY
from tests.bot.kotsu import Kotsu

pytestmark = ON_SQLITE

WHY: Final = ("病休", "災害派遣")
UNTIL: Final = ("9/30", "2026-09-30", "2026-10-01")
EXPORTS: Final = (
    ("roster", "export", "list.csv"),
    ("roster", "export", "list.xlsx"),
    ("audit", "export"),
    ("answers", "export"),
    ("announce", "list"),
    ("questions", "list"),
    ("digest", "show", "--kind", "manager", "--section", CITIZENS),
    ("digest", "show", "--kind", "officer"),
)


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot whose course asks people to look back, in an office that lets them type it on LINE: whatever is typed could
    be kept as such words.
    """
    async with town(database_url, shelf=shelf()) as running:
        allow(running)
        yield running


async def test_a_reason_given_unasked_is_kept_nowhere(bot: TestBot, capsys: pytest.CaptureFixture[str]) -> None:
    learners: list[OnLine | InSlack] = [await bot.on_line(), await bot.in_slack()]
    await reach(bot, *learners)
    long = "このところ通院がつづいていて、医師から言われたので"
    for learner in learners:
        await learner.say("休む")
        await learner.say("病休のため9/30まで")
        assert "いまの文は保存していません" in await learner.last()
        for words in ("休む 9/30 災害派遣", f"休む {long}病休で9/30まで"):
            await learner.say(words)
            assert "いつまでか、読み取れませんでした" in await learner.last(), words
        await learner.say("9/30")
        assert "9/30(水)までお休みにしました" in await learner.last()

    desk = await bot.in_slack("係")
    await appointed(bot, desk, Role.OFFICER)
    for words in ("不在 はな 9/30まで 病休", "不在 はな 病休", f"不在 はな {long * 3}病休で9/30まで"):
        await desk.say(words)
        assert "何も変わっていません" in await desk.last(), words
    await desk.command("不在")
    await desk.submit({"who": {"write:who": "はな"}, "until": {"write:until": "9/30 災害派遣"}})
    assert "何も変わっていません" in await desk.last()
    logged = capsys.readouterr().out
    assert "letter_sent" in logged
    for why in WHY:
        assert not tables_with(bot, why)
        assert why not in logged


async def test_nothing_that_leaves_tells_who_was_away_until_when_or_why(
    bot: TestBot, database_url: str, tmp_path: Path
) -> None:
    hana, chief, clerk, taro = [await bot.in_slack(name) for name in ("hana", "chief", "clerk", "taro")]
    settle(bot)
    await bot.join(hana)
    await bot.join(taro, "たろう")
    await appointed(bot, chief, Role.MANAGER, CITIZENS)
    await appointed(bot, clerk, Role.OFFICER)
    bot.write(_at_the_counter)
    await clerk.say("不在 はな 9/30まで 病休")
    await clerk.say("不在 はな 9/30まで")
    assert "9/30(水) まで不在です" in await clerk.last()
    await bot.move_to(FRIDAY, "16:00")
    await bot.advance(timedelta(seconds=5))  # Slack looks a new picture over first
    digests = [await each.last() for each in (chief, clerk)]
    assert ["5人中4人" in each or "未回答の質問" in each for each in digests] == [True, True], (
        "who is away is not counted"
    )
    await taro.say("記録")
    path = await link(taro)
    async with browser(bot) as laptop:
        others = [(await laptop.open(path)).text, (await laptop.open(f"{path}/record.json")).text]

    kotsu = Kotsu(tmp_path).told(DATABASE_URL=database_url)
    exports = (*EXPORTS, ("assessment", "export", "--cohort", bot.cohort.code))
    said = [_told(kotsu, *words) for words in exports]
    for told in (*digests, *others, *said):
        assert not [word for word in (*WHY, *UNTIL) if word in told], told
    assert not [told for told in (*digests, *others) if "はな" in told]


def _at_the_counter(work: Work) -> None:
    """Hana stands on the list of staff, and is one of those of whom the head of section reads."""
    work.staff.add([Staff(0, "0012", "職員 012", "", "", "", "", "")])
    listed = next(each for each in work.staff.all() if each.number == "0012")
    section = work.sections.by_path(CITIZENS)
    assert section
    work.posts.add([Post(listed.id, section.id, "")])
    work.staff.meet(listed.id, next(each.id for each in work.people.all() if each.nickname == "はな"))


def _told(kotsu: Kotsu, *words: str) -> str:
    """What the command writes: into the file it names last, or to its output."""
    done = kotsu(*words)
    assert done.status == 0, done
    file = kotsu.folder / words[-1]
    if file.suffix == ".csv":
        return file.read_text(encoding="utf-8-sig")
    if file.suffix == ".xlsx":
        return "\n".join(
            str(cell) for row in load_workbook(file).worksheets[0].iter_rows(values_only=True) for cell in row
        )
    return done.said
