"""The learner's own time, language and examples."""

from store.values import Contact
from store.work import Work
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, Json
from tests.acceptance.once import ON_SQLITE
from tests.acceptance.walks import TUESDAY, WEDNESDAY, lessons_sent, the_day_was_respected

pytestmark = ON_SQLITE

AS_JOINED = {"time": "8:40", "language": "ja", "section": "default", "reminders": "on", "digests": "on"}


async def test_the_time_is_set_by_button_and_by_text_and_kept(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)

    await hana.say("設定")
    shown = await hana.last()
    for word in ("8:40", "日本語", "すべての課", "9:00", "English", "窓口"):
        assert word in shown
    await hana.press("10:00")
    assert "10:00 にしました。次は 9/7(月) 10:00" in await hana.last()
    await bot.move_to(MONDAY, "9:59")
    assert not lessons_sent(bot)
    await bot.move_to(MONDAY, "10:00")
    assert [f"{at:%H:%M}" for at in lessons_sent(bot)] == ["10:00"]

    await hana.say("設定　１５時半")
    assert "15:30 にしました。次は 9/8(火) 15:30" in await hana.last(), "not a second one today"
    await hana.say("設定 12:10")
    assert "勤務時間の外" in await hana.last()
    await hana.say("設定 ふふふ")
    assert "「設定 9:00」" in await hana.last()
    await bot.move_to(TUESDAY, "10:00")
    await bot.move_to(TUESDAY, "15:30")
    assert [f"{at:%H:%M}" for at in lessons_sent(bot)] == ["10:00", "15:30"]
    await the_day_was_respected(bot)


async def test_a_form_in_slack_is_opened_sent_and_remembered(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)

    await taro.command("設定")
    assert await chosen(taro) == AS_JOINED
    await taro.submit(filled(time="9:00", language="en", section="works", reminders="off", digests="off"))

    saved = await taro.last()
    assert "Settings saved" in saved
    assert "9:00" in saved
    assert "届ける" not in saved, "all of it in the new language"
    await taro.command("settings")
    after = {"time": "9:00", "language": "en", "section": "works", "reminders": "off", "digests": "off"}
    assert await chosen(taro) == after
    await bot.move_to(MONDAY, "9:00")
    card = await taro.last()
    assert "Day 1/5" in card
    assert "In your section (public works)" in card
    assert "Send no pictures from the site" in card


async def test_a_settings_button_opens_the_form_and_a_typed_word_shows_buttons(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await taro.command("settings")
    assert (await taro.chat())["view"] is None, "nothing to set for a guest"
    assert "参加 ABC123" in await taro.last()
    await bot.join(taro)

    await taro.say("設定")
    await taro.press("窓口")
    assert "「窓口」にしました" in await taro.last()
    await taro.say("ヘルプ")
    await taro.press("設定")
    assert (await chosen(taro))["section"] == "counter"


async def test_a_form_filled_in_wrongly_changes_nothing_and_never_breaks(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await taro.command("設定")

    delivered = await taro.submit(filled(time="25:99", language="tlh", section="moon", reminders="perhaps", place="99"))

    assert delivered[0]["status"] == 200
    assert "時刻で送ってください" in await taro.last()
    assert "設定を保存しました" not in await taro.last()
    await taro.command("設定")
    assert await chosen(taro) == AS_JOINED


async def test_a_form_sent_after_leaving_is_answered(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await taro.command("設定")
    await taro.say("退会")
    await taro.say("はい")
    await taro.say("はい")

    delivered = await taro.submit(filled(time="9:00", language="en", section="tax"))

    assert delivered[0]["status"] == 200
    assert "もう一度開いてください" in await taro.last()


async def test_english_and_back(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    await hana.say("設定 英語")
    assert "From now on I speak English" in await hana.last()

    for word, told in (("進捗", "0 of 5 days"), ("help", "How to use this"), ("hm", "Sorry, I did not understand")):
        await hana.say(word)
        assert told in await hana.last()
    await bot.move_to(MONDAY, "8:40")
    assert "Day 1/5" in (await hana.seen())[-2]
    await hana.press("A")
    assert "Nearly. The answer is B" in (await hana.seen())[-2]
    assert "If you chose A" in (await hana.seen())[-2]
    await hana.say("B and C")
    assert "That is all for today" in await hana.last()
    assert "Tomorrow: day 2" in await hana.last()

    await hana.say("settings 日本語")
    assert "これからは日本語" in await hana.last()
    await bot.move_to(TUESDAY, "8:40")
    assert "2日目/5" in (await hana.seen())[-2]


async def test_examples_follow_the_section(bot: TestBot) -> None:
    hana = await bot.on_line()
    await bot.join(hana)
    for said, told in (("設定 福祉", "福祉・子育て"), ("設定 すべての課", "すべての課"), ("設定 税", "税")):
        await hana.say(said)
        assert f"「{told}」にしました" in await hana.last()

    await bot.move_to(MONDAY, "8:40")

    assert "あなたの課では(税)" in (await hana.seen())[-2]
    await hana.say("設定")
    await hana.press("教育")
    await bot.move_to(TUESDAY, "8:40")
    await bot.move_to(WEDNESDAY, "8:40")
    assert "あなたの課では(教育)" in (await hana.seen())[-2]


async def chosen(learner: InSlack) -> dict[str, str]:
    """What the open form shows as chosen."""
    blocks = (await learner.chat())["view"]["blocks"]
    return {each["block_id"]: each["element"]["initial_option"]["value"] for each in blocks}


def filled(**values: str) -> Json:
    """The form's inputs as Slack sends them."""
    return {name: {f"select:{name}": value} for name, value in values.items()}


async def test_reminders_and_the_place_are_set_in_the_form(bot: TestBot) -> None:
    phone, taro = await bot.on_line(), await bot.in_slack()
    await bot.join(phone, "たろう")
    await phone.say("連携")
    code = (await phone.last()).split("連携 ")[-1][:8]
    await taro.say(f"連携 {code}")

    await taro.command("設定")
    before = await chosen(taro)
    line, slack = (str(each.id) for each in bot.read(_contacts))
    assert (before["reminders"], before["place"]) == ("on", line)
    await taro.submit(filled(time="8:40", language="ja", section="default", reminders="off", place=slack))
    assert "設定を保存しました" in await taro.last()
    await phone.say("設定")
    shown = await phone.last()
    assert "受け取らない" in shown
    assert "レッスンの届け先\nSlack" in shown

    await bot.move_to(MONDAY, "8:40")
    assert "1日目/5" in await taro.last()
    assert not await bot.calls("/v2/bot/message/push")
    await phone.say("設定 届け先 LINE")
    assert "レッスンの届け先をLINEにしました" in await phone.last()


async def test_who_is_reached_in_one_place_is_not_asked_where(bot: TestBot) -> None:
    taro = await bot.in_slack()
    await bot.join(taro)
    await taro.command("設定")
    assert "place" not in await chosen(taro)
    await taro.say("設定")
    assert "レッスンの届け先" not in await taro.last()
    await taro.say("設定 届け先 LINE")
    assert "「line」とはつながっていません" in await taro.last()


def _contacts(work: Work) -> tuple[Contact, ...]:
    return work.contacts.of_person(work.people.all()[0].id)
