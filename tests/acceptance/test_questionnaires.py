"""Questionnaires before, in the middle of and after a course: offered, never pressed, answered away from the chat."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from lessons.assessment import KnowledgeForm, Occasion
from school import cohorts
from tests.acceptance.bot import MONDAY, TestBot, town
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.sitting_down import OPEN, answer, fill_in_slack, inputs, link, phone, responses, sittings
from tests.shelf import ASSESSED

pytestmark = ON_SQLITE

DAY = timedelta(days=1)


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot whose course asks before and after."""
    async with town(database_url, shelf=ASSESSED) as running:
        yield running


async def _somebody(bot: TestBot, platform: str) -> OnLine | InSlack:
    return await bot.on_line() if platform == "line" else await bot.in_slack()


async def _study(bot: TestBot, learner: OnLine | InSlack, *days: int) -> None:
    """Answer the lessons of these days of the first week, as they come."""
    for day in days:
        await bot.move_to(MONDAY + (day - 1) * DAY, "8:40")
        await learner.press("○")


async def test_on_line_one_answers_on_a_page_part_by_part(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    assert "はじめのアンケート" in await hana.last()
    await hana.press(OPEN)
    assert "答えはLINEに残りません" in await hana.last()

    async with phone(bot, hana) as opened:
        first = await opened.look()
        assert "1/3 いまの自分" in first.text
        assert [*first.offered] == ["s1", "s2"]
        second = await opened.send(first.ticked(3))
        assert second.part == "behaviour"
        third = await opened.send(second.ticked())
        assert third.part == "knowledge"
        thanks = await opened.send(third.ticked(1))
        assert "アンケートを受け取りました" in thanks.text
        assert "おわりのアンケートのあと" in thanks.text

    kept = responses(bot, Occasion.BEFORE)
    assert {item: each.chosen for item, each in kept.items()} == {
        "s1": ("4",),
        "s2": ("4",),
        "b1": ("yes",),
        "a-1": ("B",),
        "a-2": ("B",),
    }
    assert [kept[item].right for item in ("s1", "a-1", "a-2")] == [None, True, False]
    assert sittings(bot)[Occasion.BEFORE].finished_at == bot.clock.now()


async def test_in_slack_one_form_follows_the_other(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await taro.press(OPEN)
    view = (await taro.chat())["view"]
    assert view["title"]["text"] == "はじめのアンケート"
    assert [block["block_id"] for block in inputs(view)] == ["s1", "s2"]
    await taro.submit({"s1": {"pick:s1": "5"}, "s2": {"pick:s2": "1"}})
    view = (await taro.chat())["view"]
    assert [block["block_id"] for block in inputs(view)] == ["b1"]
    await taro.submit({"b1": {"pick:b1": "no"}})
    await taro.submit({"a-1": {"pick:a-1": "B"}, "a-2": {"pick:a-2": "A"}})

    assert (await taro.chat())["view"] is None
    assert "アンケートを受け取りました" in await taro.last()
    kept = responses(bot, Occasion.BEFORE)
    assert (kept["s1"].chosen, kept["b1"].chosen, kept["a-2"].right) == (("5",), ("no",), True)


async def test_leaving_half_way_loses_nothing_and_a_fresh_link_goes_on(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.press(OPEN)
    async with phone(bot, hana) as opened:
        await opened.send((await opened.look()).ticked())
    old = await link(hana)
    await bot.advance(timedelta(hours=1))
    await hana.say("アンケート")
    assert await link(hana) != old
    async with phone(bot, hana) as opened:
        assert (await opened.look()).part == "behaviour"
        await opened.fill_in()
    assert len(responses(bot, Occasion.BEFORE)) == 5
    await hana.say("アンケート")
    assert "開いているアンケートはありません" in await hana.last()


async def test_a_part_with_a_gap_is_shown_again_as_it_was_sent(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.press(OPEN)
    async with phone(bot, hana) as opened:
        again = await opened.send({"part": "self", "s1": "2", "s2": "9"})
        assert again.status == 422
        assert "まだ答えていない問いが1つ" in again.text
        assert 'value="2" required checked' in again.text
        assert not responses(bot, Occasion.BEFORE)
        assert (await opened.send({"part": "self"})).status == 422
        assert (await opened.send({"part": "nonsense"})).status == 422
        assert (await opened.send({"part": "closing", "c1": "3"})).part == "self", "it is not asked now"
    assert not responses(bot, Occasion.BEFORE)


async def test_the_first_answer_is_the_one_that_stays(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.press(OPEN)
    async with phone(bot, hana) as opened:
        sheet = await opened.look()
        await opened.send(sheet.ticked(0))
        assert (await opened.send(sheet.ticked(4))).part == "behaviour"
    assert responses(bot, Occasion.BEFORE)["s1"].chosen == ("1",)


async def test_nobody_must_answer_and_it_is_offered_no_more_than_three_times(bot: TestBot, platform: str) -> None:
    learner = await _somebody(bot, platform)
    await bot.join(learner)
    await _study(bot, learner, 1)
    assert "はじめのアンケート" in await learner.last(), "once more with the end of the first lesson"
    await learner.say("今日")
    assert "はじめのアンケート" in await learner.last(), "once by the menu"
    await learner.say("今日")
    assert "はじめのアンケート" not in await learner.last()
    await learner.say("テスト")
    assert "専用のページ" in await learner.last(), "whoever asks may still"


async def test_the_way_through_and_ones_own_counts_at_the_end(bot: TestBot, platform: str) -> None:
    learner = await _somebody(bot, platform)
    await bot.join(learner)
    await answer(bot, learner, 1)
    await _study(bot, learner, 1)
    assert OPEN not in await learner.last(), "it is answered"
    await _study(bot, learner, 2)
    assert "ここで半分です" in await learner.last()
    await answer(bot, learner, 2)
    await learner.say("記録")
    async with phone(bot, learner) as opened:
        before = (await opened.look()).text
        assert "はじめ 1/2" not in before
    await _study(bot, learner, 3)
    assert "おわりのアンケート" in await learner.last()
    await answer(bot, learner, 0, words="数字で話すのが、たのしくなりました。")

    kept = responses(bot, Occasion.AFTER)
    assert {"s1", "then-s1", "b1", "b-1", "c1", "c2"} <= kept.keys()
    assert kept["c2"].chosen == ("数字で話すのが、たのしくなりました。",)
    assert [sittings(bot)[each].form for each in (Occasion.BEFORE, Occasion.AFTER)] == [
        KnowledgeForm.A,
        KnowledgeForm.B,
    ]
    await learner.say("記録")
    async with phone(bot, learner) as opened:
        assert "はじめ 1/2、おわり 1/2" in (await opened.look()).text
    said = "\n".join(await learner.seen())
    assert "1/2、" not in said
    assert "たのしくなりました" not in said


async def test_what_looks_private_is_not_kept(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await answer(bot, hana)
    await _study(bot, hana, 1, 2, 3)
    await hana.press(OPEN)
    async with phone(bot, hana) as opened:
        sheet = await opened.look()
        while sheet.part != "closing":
            sheet = await opened.send(sheet.ticked())
        again = await opened.send(sheet.ticked() | {"c2": "電話は090-1234-5678です"})
        assert again.status == 422
        assert "電話番号" in again.text
        assert "c1" not in responses(bot, Occasion.AFTER)
        await opened.send(sheet.ticked() | {"c2": "またやりたいです"})
    assert responses(bot, Occasion.AFTER)["c2"].chosen == ("またやりたいです",)


async def test_after_ten_working_days_it_closes_kindly(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.press(OPEN)
    await bot.move_to(date(2026, 9, 23), "12:00")  # three days of holidays lie in between
    await hana.press(OPEN)
    async with phone(bot, hana) as opened:
        assert (await opened.look()).part == "self"
    await bot.move_to(date(2026, 9, 25), "9:00")
    await hana.press(OPEN)
    assert "受付は終わりました" in await hana.last()


async def test_whoever_leaves_and_is_erased_leaves_nothing_behind(bot: TestBot, platform: str) -> None:
    learner = await _somebody(bot, platform)
    await bot.join(learner)
    await learner.say("アンケート")
    async with phone(bot, learner) as opened:
        await opened.send((await opened.look()).ticked())
        for word in ("退会", "退会する", "はい、退会します"):
            await (learner.say(word) if word == "退会" else learner.press(word))
        assert (await opened.look()).status in {404, 410}
        for word in ("記録も消す", "はい、消します"):
            await learner.press(word)
    with bot.database.read(bot.organisation) as work:
        assert not work.people.all()
        assert not [*work.responses.export(bot.cohort.id)]


async def test_the_certificate_wants_the_last_questionnaire_and_no_score(bot: TestBot, platform: str) -> None:
    learner = await _somebody(bot, platform)
    await bot.join(learner)
    await _study(bot, learner, 1, 2)
    await learner.say("進捗")
    assert "修了" not in await learner.last()
    await _study(bot, learner, 3)
    await learner.say("進捗")
    assert "おわりのアンケートか企画書でそろいます" in await learner.last()
    await learner.press(OPEN)
    if isinstance(learner, InSlack):
        await fill_in_slack(learner)
    else:
        async with phone(bot, learner) as opened:
            await opened.fill_in()
    await learner.say("進捗")
    assert "修了の条件を満たしました" in await learner.last()
    status = bot.read(lambda work: cohorts.status(work, bot.shelf, bot.cohort, bot.clock.now()))
    assert status.certificates == 1
    assert status.questionnaires == {Occasion.BEFORE: (0, 1), Occasion.MIDDLE: (0, 1), Occasion.AFTER: (1, 1)}
