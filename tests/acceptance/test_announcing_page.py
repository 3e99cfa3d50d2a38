"""The office announces from LINE: on a page of its own, and nothing goes through LINE before it is sent."""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from aiohttp import ClientSession

from school import appointing
from school.quota import on_line
from school.rights import operator
from store.announcement import Stage
from store.office import Role
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.once import ON_SQLITE

pytestmark = ON_SQLITE

LINK: Final = re.compile(r"https://kotsu\.example(/announce/[\w-]+)")
WRITTEN: Final = {
    "title": "来週の研修について",
    "body": "月曜日は午後から始めます。\n\n会場は変わりません。",
    "link": "https://example.com/map",
    "link_label": "会場の地図",
    "question": "出られますか",
    "options": "出られます\n欠席します",
    "roles": "learner",
    "progress": "any",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a browser got, at which address (without the server's)."""

    status: int
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Browser:
    """Follows where it is sent, as browsers do."""

    bot: TestBot
    session: ClientSession

    async def open(self, path: str, language: str = "ja") -> Page:
        async with self.session.get(self.bot.url + path, headers={"Accept-Language": language}) as answer:
            return Page(answer.status, answer.url.raw_path, await answer.text())

    async def send(self, path: str, form: Mapping[str, str]) -> Page:
        async with self.session.post(self.bot.url + path, data=form) as answer:
            text = await answer.text()
            await self.bot.settled()
            return Page(answer.status, answer.url.raw_path, text)

    async def press(self, page: Page, deed: str, **fields: str) -> Page:
        """A button of an announcement's page, with the version that stands on it."""
        seen = re.search(r'name="seen" value="(\d+)"', page.text)
        root = re.match(r"/announce/[\w-]+/\d+", page.path)
        assert root, page.path
        return await self.send(f"{root[0]}/{deed}", {"seen": seen[1] if seen else "", **fields})


@asynccontextmanager
async def browser(bot: TestBot) -> AsyncIterator[Browser]:
    async with ClientSession() as session:
        yield Browser(bot, session)
        assert not list(session.cookie_jar), "a page set a cookie"


async def appointed(bot: TestBot, who: OnLine | InSlack, role: Role = Role.OFFICER) -> None:
    at = bot.clock.now()
    code = bot.write(lambda work: appointing.offer(work, operator("root"), role, section=None, at=at))
    await who.say(f"役割 {code}")


async def link(who: OnLine) -> str:
    """The page that the bot's answer to お知らせ leads to."""
    await who.say("お知らせ")
    said = [each for each in await who.messages() if each["from"] == "bot"][-1]
    found = LINK.search(str(said))
    assert found, said
    return found[1]


async def test_an_officer_on_line_writes_sends_stops_and_corrects_on_a_page(bot: TestBot) -> None:
    officer, hana, desk = await bot.on_line("officer"), await bot.on_line(), await bot.in_slack()
    await bot.join(hana)
    await bot.join(desk)
    await bot.move_to(MONDAY, "9:30")
    await officer.say("お知らせ")
    assert "役割を、お持ちではない" in await officer.last()
    await appointed(bot, officer)
    path = await link(officer)
    await bot.until(lambda: bot.read(lambda work: work.readings.last(on_line(work)[0].id)) is not None)
    async with browser(bot) as phone:
        assert "お知らせは、まだありません" in (await phone.open(path)).text
        wrong = await phone.send(f"{path}/new", WRITTEN | {"title": "長" * 61, "without": "だれか", "link": "http://x"})
        assert wrong.status == 422
        assert "直すところが3つあります" in wrong.text
        assert wrong.text.count("60字までにしてください") == 2, "at the top, and at its field"
        assert "月曜日は午後から始めます。" in wrong.text, "what was typed is kept"
        twice = [await phone.send(f"{path}/new", WRITTEN) for _ in range(2)]
        draft = twice[0]
        assert [each.path for each in twice] == [f"{path}/1"] * 2, "pressed twice, written once"
        for told in ("下書き", "会場は変わりません。", "会場の地図", "<dd>1人</dd>", "<dd>1通(今月の残り"):
            assert told in draft.text
        assert not [seen for seen in await hana.seen() if "来週の研修" in seen]

        edited = await phone.send(f"{path}/1/edit", WRITTEN | {"title": "あすの研修について"})
        assert "書き換えられています" in (await phone.press(draft, "send")).text, "another version was read"
        assert "それまでは取り消せます" in (await phone.press(edited, "send")).text
        back = await phone.press(edited, "undo")
        assert "下書き" in back.text
        sent = await phone.press(back, "send")
        await bot.advance(timedelta(seconds=61))
        done = await phone.open(sent.path)
        assert "2人のうち、届いた 2人" in done.text
        assert "中止するものはありません" in (await phone.press(done, "abort")).text

        mended = await phone.send(f"{path}/1/correct", WRITTEN | {"title": "あさっての研修について"})
        assert "の訂正です" in mended.text
        await phone.press(mended, "send")
        await bot.advance(timedelta(seconds=61))
    for reader in (hana, desk):
        assert [seen for seen in await reader.seen() if "あさっての研修について" in seen]
    assert not [seen for seen in await officer.seen() if "研修について" in seen], "nothing of it to the officer"


async def test_another_officer_allows_it_or_gives_it_back_and_who_is_none_any_more_is_let_out(bot: TestBot) -> None:
    hana, boss, hand = await bot.on_line(), await bot.on_line("boss"), await bot.on_line("hand")
    await bot.join(hana)
    await bot.move_to(MONDAY, "9:30")
    await appointed(bot, boss)
    await appointed(bot, hand, Role.FACILITATOR)
    theirs, mine = await link(boss), await link(hand)
    async with browser(bot) as phone:
        draft = await phone.send(f"{mine}/new", WRITTEN | {"urgent": "yes"})
        asked = await phone.press(draft, "send")
        assert "承認待ち" in asked.text
        assert "承認</button>" not in asked.text, "not by whoever wrote it"
        waiting = await phone.open(f"{theirs}/1")
        assert "入力してください" in (await phone.press(waiting, "return", comment=" ")).text
        assert "個人の情報らしい" in (await phone.press(waiting, "return", comment="090-1234-5678 へ")).text
        await phone.press(waiting, "return", comment="会場を入れてください。")
        read = await phone.open(f"{mine}/1")
        assert "会場を入れてください。" in read.text
        assert "下書き" in read.text
        await phone.press(read, "send")
        await phone.press(await phone.open(f"{theirs}/1"), "approve")
        assert "ほかの方が先に" in (await phone.press(waiting, "approve")).text

        assert (await phone.open(f"{theirs}/99")).status == 404
        assert (await phone.open(f"{theirs}/1/send")).path == f"{theirs}/1", "looking does nothing"
        assert (await phone.send(f"{theirs}/1/nonsense", {})).status == 404
        assert (await phone.open(f"{theirs}x", "en")).status == 404
        grants = bot.read(lambda work: work.roles.all())
        bot.write(lambda work: [work.roles.revoke(each.id) for each in grants if each.role is Role.OFFICER])
        closed = await phone.open(f"{theirs}/1")
        assert closed.status == 403
        assert "いまの役割では開けません" in closed.text
        assert (await phone.press(waiting, "abort")).status == 403
        await bot.advance(timedelta(hours=2))
        assert (await phone.open(mine)).status == 410
    assert bot.read(lambda work: work.announcements.get(1).stage) is Stage.DONE
