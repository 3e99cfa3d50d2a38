"""Every kind of question, pressed and typed, on both platforms: answered once, and a second time, and with nonsense."""

from collections.abc import AsyncIterator
from typing import Final

import pytest

from tests.acceptance.bot import MONDAY, TestBot, town
from tests.acceptance.learner import InSlack, OnLine
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.walks import TUESDAY
from tests.shelf import EVERY_KIND

pytestmark = ON_SQLITE

PEOPLE: Final = ("line", "slack")
Person = OnLine | InSlack


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[TestBot]:
    """A bot that teaches the course with a question of every kind."""
    async with town(database_url, shelf=EVERY_KIND) as running:
        yield running


async def somebody(bot: TestBot, person: str) -> Person:
    return await bot.on_line() if person == "line" else await bot.in_slack()


async def first_day(bot: TestBot, learner: Person) -> None:
    await bot.join(learner)
    await bot.move_to(MONDAY, "8:40")


async def second_day(bot: TestBot, learner: Person) -> None:
    await first_day(bot, learner)
    for words in ("C B A", "12.5%", "オープンデータ"):
        await learner.say(words)
    await bot.move_to(TUESDAY, "8:40")


def given(bot: TestBot) -> list[tuple[tuple[str, ...], bool | None]]:
    return [(each.chosen, each.right) for each in bot.attempts()]


@pytest.mark.parametrize("person", PEOPLE)
async def test_an_order_a_number_and_a_word_are_typed_as_people_type_them(bot: TestBot, person: str) -> None:
    learner = await somebody(bot, person)
    await first_day(bot, learner)

    await learner.say("３→１→２です")
    assert "正解です" in "".join((await learner.seen())[-2:])
    assert "1. C 待つ人のそばで" in "".join((await learner.seen())[-2:]), "the right order in words"
    await learner.say("約１２．５％です")
    assert "0.5% までの差は正解" in "".join((await learner.seen())[-2:])
    await learner.say("ｵｰﾌﾟﾝ　ﾃﾞｰﾀ だと思います。")

    assert "答え: オープンデータ" in "".join((await learner.seen())[-2:])
    assert "今日はここまで" in await learner.last()
    assert given(bot) == [(("C", "A", "B"), True), (("12.5",), True), (("ｵｰﾌﾟﾝ ﾃﾞｰﾀ だと思います。",), True)]


@pytest.mark.parametrize("person", PEOPLE)
async def test_a_wrong_answer_of_any_kind_is_nearly_and_says_what_is_right_and_why(bot: TestBot, person: str) -> None:
    learner = await somebody(bot, person)
    await first_day(bot, learner)
    for words, told in (
        ("BAC", ("おしい。正解は C → A → B です", "困りごと、数字、道具の順です")),
        ("1,250", ("おしい。正解は 12.5% です", "25を200で割ると")),
        ("ビッグデータ", ("おしい。正解は オープンデータ です", "使いやすい形")),
    ):
        await learner.say(words)
        said = "\n".join((await learner.seen())[-2:])
        assert all(each in said for each in told), said

    assert given(bot) == [(("B", "A", "C"), False), (("1250",), False), (("ビッグデータ",), False)]


@pytest.mark.parametrize("person", PEOPLE)
async def test_chatter_while_a_question_waits_is_no_answer_and_gets_a_way_to_answer(bot: TestBot, person: str) -> None:
    learner = await somebody(bot, person)
    await first_day(bot, learner)
    steps = (
        (("A B", "A A B C", "よくわかりません", "は" * 5001, "\u202eABZ"), "それぞれ1回ずつ", "C A B"),
        (("十二", "12人", "12 13", "12分後に戻ります", "A"), "数を1つだけ", "12"),
        (("いま窓口です。あとで!", "あ\nい", "🤔", "、。", "は" * 31), "短いことばだけを1行で", "open data"),
    )
    for count, (nonsense, told, answer) in enumerate(steps):
        for text in nonsense:
            await learner.say(text)
            assert told in await learner.last(), text[:20]
        assert len(bot.attempts()) == count
        await learner.say(answer)

    assert [right for _, right in given(bot)] == [True, True, True]


async def test_things_are_put_in_order_one_by_one_and_taken_back_in_line(bot: TestBot) -> None:
    hana = await bot.on_line()
    await first_day(bot, hana)

    await hana.press("答える")
    assert "A・B・C を、ぜんぶ1回ずつ" in await hana.last()
    await hana.press("B")
    assert "いまの順番: B(あと2つ)" in await hana.last()
    await hana.press("C")
    await hana.press("B")
    assert "いまの順番: C(あと2つ)" in await hana.last(), "B was taken back"
    await hana.press("答える")
    assert "A・B・C を、ぜんぶ1回ずつ" in await hana.last()
    await hana.press("A")
    await hana.say("続き")
    await hana.press("B")
    assert "いまの順番: C → A → B。これでよければ「答える」" in await hana.last()
    assert not bot.attempts()
    await hana.press("答える")

    assert "正解です" in (await hana.seen())[-2]
    assert "問2/3" in await hana.last()
    assert given(bot) == [(("C", "A", "B"), True)]


async def test_an_order_is_chosen_from_a_list_for_each_place_in_slack(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await first_day(bot, taro)
    said = len(await taro.seen())

    for half in ((), ("C",), ("C", "C", "B"), ("", "A", "B")):
        await taro.rank_and_press(half, "答える")
        assert "A・B・C を、ぜんぶ1回ずつ" in await taro.last(), half
    assert not bot.attempts()
    assert len(await taro.seen()) == said, "in place: the chat does not fill with the same question"
    await taro.rank_and_press(("C", "A", "B"), "答える")

    verdict, then = (await taro.seen())[-2:]
    assert "窓口の行列が話題になりました" in verdict
    assert "あなたの答え:\n1. C 待つ人のそばで" in verdict
    assert "正解です" in verdict
    assert "問2/3" in then
    assert given(bot) == [(("C", "A", "B"), True)]


async def test_a_number_and_a_word_are_written_after_the_button_in_line(bot: TestBot) -> None:
    hana = await bot.on_line()
    await first_day(bot, hana)
    await hana.say("CAB")

    await hana.press("答えを書く")
    assert "待った人の割合は何%ですか" in await hana.last()
    assert "このままメッセージで送ってください" in await hana.last()
    await hana.say("ええと、いくつだったか")
    assert "数を1つだけ" in await hana.last()
    await hana.say("12")
    assert "正解です" in (await hana.seen())[-2]
    await hana.press("答えを書く")
    await hana.say("オープンデータ")
    assert "今日はここまで" in await hana.last()

    assert [right for _, right in given(bot)] == [True, True, True]


async def test_who_asked_to_write_answers_that_question_though_an_older_one_waits(bot: TestBot) -> None:
    hana = await bot.on_line()
    await first_day(bot, hana)
    await hana.say("CAB")
    await bot.move_to(TUESDAY, "8:40")
    await hana.say("続き")
    await hana.press("答えを書く")
    await hana.say("12.5")
    await hana.press("答えを書く", oldest=True)

    assert "9/8(火) に回答済みです(正解)" in await hana.last()
    await hana.say("オープンデータ")
    assert [right for _, right in given(bot)] == [True, True, True]


async def test_a_number_and_a_word_are_written_into_a_form_in_slack(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await first_day(bot, taro)
    await taro.say("CAB")

    await taro.press("答えを書く")
    await fill_in(taro, "たぶん、いくつか")
    assert "数を1つだけ" in await taro.last()
    assert len(bot.attempts()) == 1, "nothing counts that is no answer"
    await taro.press("答えを書く")
    await fill_in(taro, "１３%")
    assert "あなたの答え: 13%" in "\n".join(await taro.seen()), "in the place of the question"
    await taro.press("答えを書く")
    await fill_in(taro, "おーぷんでーた")

    assert "今日はここまで" in await taro.last()
    assert [right for _, right in given(bot)] == [True, True, True]


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("way", ["pressed", "typed"])
async def test_where_nothing_is_right_there_is_thanks_and_no_judgement(bot: TestBot, person: str, way: str) -> None:
    learner = await somebody(bot, person)
    await second_day(bot, learner)
    before = len(await learner.seen())

    await (learner.press("B") if way == "pressed" else learner.say("B 終わりの時刻のない会議"))
    assert "あなたの答え: B 終わりの時刻のない会議" in "\n".join((await learner.seen())[before - 1 :])
    assert "どれを選んでも、よい始まりです" in "\n".join((await learner.seen())[before - 1 :])
    await (learner.press("4") if way == "pressed" else learner.say("４番です"))

    said = "\n".join((await learner.seen())[before - 1 :])
    assert "あなたの答え: 4" in said
    assert "3分ずつ進みましょう" in said
    assert "正解です" not in said
    assert "おしい" not in said
    assert "今日はここまで" in await learner.last()
    assert given(bot)[3:] == [(("B",), None), (("4",), None)]


@pytest.mark.parametrize("person", PEOPLE)
async def test_what_is_no_answer_to_a_poll_or_a_scale_changes_nothing(bot: TestBot, person: str) -> None:
    learner = await somebody(bot, person)
    await second_day(bot, learner)

    for text in ("D", "A B", "どれもです", "会議"):
        await learner.say(text)
        assert "A・B・C で答えられます" in await learner.last(), text
    await learner.say("A")
    for text in ("0", "6", "a", "3.5", "45", "まあまあ"):
        await learner.say(text)
        assert "1・2・3・4・5 で答えられます" in await learner.last(), text
    await learner.say("とても")

    assert given(bot)[3:] == [(("A",), None), (("5",), None)]


async def test_a_second_answer_of_any_kind_is_met_kindly_and_changes_nothing(bot: TestBot) -> None:
    hana = await bot.on_line()
    await second_day(bot, hana)
    await hana.say("A")
    await hana.say("3")
    first = given(bot)
    own = bot.read(lambda work: work.enrolments.in_cohort(bot.cohort.id))[0].id

    for packed, told in (
        (f"t|{own}|k01-order|A", "9/7(月) に回答済みです(正解は C → A → B)"),
        (f"f|{own}|k01-order", "9/7(月) に回答済みです(正解は C → A → B)"),
        (f"w|{own}|k01-number", "9/7(月) に回答済みです(正解)"),
        (f"w|{own}|k01-short", "9/7(月) に回答済みです(正解)"),
        (f"c|{own}|k02-poll|B", "9/8(火) に答えていただいています。最初の答えを残しています"),
        (f"c|{own}|k02-scale|1", "9/8(火) に答えていただいています。最初の答えを残しています"),
    ):
        await hana.press_old(packed)
        assert told in await hana.last(), packed
    assert given(bot) == first


async def test_a_button_that_does_not_fit_the_kind_counts_for_nothing(bot: TestBot) -> None:
    hana = await bot.on_line()
    await first_day(bot, hana)
    own = bot.read(lambda work: work.enrolments.in_cohort(bot.cohort.id))[0].id

    for packed, told in (
        (f"c|{own}|k01-order|A", "講座の問題ではない"),
        (f"c|{own}|k01-number|12", "講座の問題ではない"),
        (f"t|{own}|k01-number|A", "講座の問題ではない"),
        (f"t|{own}|k01-order|Z", "講座の問題ではない"),
        (f"w|{own}|k01-order", "このボタンは古くなりました"),
        (f"w|{own}|k02-poll", "講座の問題ではない"),
        (f"w|{own + 1}|k01-number", "講座の問題ではない"),
    ):
        await hana.press_old(packed)
        assert told in await hana.last(), packed
    assert not bot.attempts()


async def fill_in(learner: Person, text: str) -> None:
    """Write into the open form, and send it."""
    assert isinstance(learner, InSlack)
    await learner.submit({"answer": {"write:answer": text}})
