"""記録: what is held about somebody is said in chat by kind and count, and shown in full on a page of their own."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.acceptance.bot import TestBot, town
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.looking_back import REFLECTION, allow, browser, link, reach, shelf
from tests.acceptance.register import everyone, tables_with

WORDS = "証明書の申請で待たせています。<b>見本</b>を置きます。"


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot whose course asks people to look back, in an office that lets them type it on LINE."""
    async with town(database_url, shelf=shelf()) as running:
        allow(running)
        yield running


@pytest.mark.parametrize("word", ["記録", "my data", "record"])
async def test_the_chat_tells_kinds_and_counts_and_never_what_is_in_them(bot: TestBot, word: str) -> None:
    learners: list[OnLine | InSlack] = [await bot.on_line(), await bot.in_slack()]
    await reach(bot, *learners)
    for learner in learners:
        await learner.say(WORDS)
        await learner.say(word)
        told = await learner.last()
        assert "書いたことば" in told
        assert "2件" in told, "two answers"
        assert "90日" in told
        assert "所属長に見えるのは完了の状況だけ" in told
        assert "はな" not in told
        assert "正解" not in told
        assert "見本" not in told


async def test_the_page_shows_everything_to_its_own_person_for_a_quarter_of_an_hour(bot: TestBot) -> None:
    hana, ken = await bot.on_line("はな"), await bot.in_slack("けん")
    await reach(bot, hana, ken)
    await hana.say(WORDS)
    await ken.say("けんだけのことば")
    await hana.say("質問 復習はいつですか")
    await hana.say("記録")
    path = await link(hana)
    async with browser(bot) as phone:
        page = await phone.open(path)
        again = await phone.open(path)
        whole = await phone.open(f"{path}/record.json")
        wrong = await phone.open(path.replace("/me/", "/w/"))
        await bot.advance(timedelta(minutes=15))
        late = await phone.open(path)
        late_too = await phone.open(f"{path}/record.json")

    assert page.status == again.status == 200
    for words in ("はな", "LINE", "自治体DXのきほん", "正解", REFLECTION.text, "復習はいつですか", "9/7(月)", "参加中"):
        assert words in page.text, words
    assert "&lt;b&gt;見本&lt;/b&gt;" in page.text
    assert "けんだけ" not in page.text + whole.text
    assert len(page.text.encode()) < 100_000
    assert whole.headers["Content-Disposition"] == 'attachment; filename="kotsukotsu-record.json"'
    told = json.loads(whole.text)
    assert told["nickname"] == "はな"
    assert told["addresses"][0]["id"] == hana.user
    (course,) = told["courses"]
    assert [(each["chosen"], each["right"]) for each in course["answers"]] == [(["B"], True), ([], None)]
    assert [(each["kind"], each["body"]) for each in told["words"]] == [
        ("reflection", WORDS),
        ("question", "復習はいつですか"),
    ]
    assert told["letters"]
    assert wrong.status == late.status == late_too.status == 410


async def test_every_key_of_the_file_is_explained(bot: TestBot) -> None:
    from tests.house.files import ROOT

    hana = await bot.on_line()
    await reach(bot, hana)
    await hana.say(WORDS)
    await hana.say("記録")
    path = await link(hana)
    async with browser(bot) as phone:
        told = json.loads((await phone.open(f"{path}/record.json")).text)

    explained = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    assert {key for key in _keys(told) if f"`{key}`" not in explained} == set()


async def test_who_left_still_sees_it_and_erases_it_from_there_on(bot: TestBot) -> None:
    for learner in (await bot.on_line(), await bot.in_slack()):
        await bot.join(learner, nickname="ひなぎく")
        for word in ("退会", "はい", "はい", "いいえ", "記録"):
            await learner.say(word)
        path = await link(learner)
        async with browser(bot) as phone:
            assert "退会" in (await phone.open(path)).text
            await learner.say("消去")
            assert "元に戻せません" in await learner.last()
            await learner.say("はい")
            assert "記録をすべて消しました" in await learner.last()
            assert (await phone.open(path)).status == 404
        assert not everyone(bot)
        await learner.say("記録")
        assert "保存しているものはありません" in await learner.last()
        assert not tables_with(bot, "ひなぎく")


async def test_erasing_is_asked_once_more_and_can_be_declined(bot: TestBot) -> None:
    for learner in (await bot.on_line(), await bot.in_slack()):
        await bot.join(learner)
        await learner.say("erase")
        assert "元に戻せません" in await learner.last()
        await learner.press("記録は残す")
        assert "このまま続けましょう" in await learner.last()
    assert len(everyone(bot)) == 2


async def test_a_guest_hears_that_nothing_is_held(bot: TestBot) -> None:
    for learner in (await bot.on_line(), await bot.in_slack()):
        await learner.say("記録")
        assert "保存しているものはありません" in await learner.last()


def _keys(thing: object) -> set[str]:
    if isinstance(thing, dict):
        return set(thing).union(*map(_keys, thing.values()))
    return set().union(*map(_keys, thing)) if isinstance(thing, list) else set()
