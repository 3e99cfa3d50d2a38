"""A question reaches the office, and its answer whoever asked: once each, where they asked, and nowhere it must not."""

from datetime import timedelta

from store.inquiry import InquiryState
from store.office import Role
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.looking_back import browser, link
from tests.acceptance.office import appoint, channel, press_in, said_in, words_in, write_under
from tests.acceptance.register import tables_with

QUESTION = "LGWANから生成AIは使えますか"
ANSWER = "当面はインターネット接続系の端末だけです。"


async def test_asked_on_line_answered_in_a_thread_read_on_a_page(bot: TestBot) -> None:
    hana, taro, jiro = await bot.on_line(), await bot.in_slack("taro"), await bot.in_slack("jiro")
    await bot.join(hana)
    await appoint(bot, taro, Role.FACILITATOR, "たろう")
    room = await channel(bot)
    await bot.move_to(MONDAY, "8:40")
    await hana.say("質問")
    async with browser(bot) as phone:
        await phone.send(await link(hana), QUESTION)
    (card,) = await words_in(bot, taro, room)
    assert QUESTION in card
    assert "はな さん・1日目" in card
    assert "まだ回答がありません" in card

    await write_under(bot, jiro, room, "これは知りません")
    await write_under(bot, taro, room, "// あとで調べます")
    assert len(await words_in(bot, taro, room)) == 1, "neither was an answer"
    pushes = len(await bot.calls("/v2/bot/message/push"))
    heard = await write_under(bot, taro, room, ANSWER)
    shown, told = await words_in(bot, taro, room)
    assert "回答済み(たろう さん)" in shown
    assert "届けます" in told
    assert (await said_in(bot, room))[-1]["thread"] == (await said_in(bot, room))[0]["ts"]
    await bot.advance(timedelta(minutes=10))
    assert len(await bot.calls("/v2/bot/message/push")) == pushes, "the day has had its push"

    await hana.say("進捗")
    assert "質問への回答が1件、届いています" in (await hana.seen())[-2]
    assert not [words for words in await hana.seen() if ANSWER in words or QUESTION in words]
    await hana.say("進捗")
    assert len([words for words in await hana.seen() if "届いています" in words]) == 1, "told once"
    await hana.say("回答を読む")
    await write_under(bot, taro, room, f"{ANSWER} 続きです。")
    async with browser(bot) as phone:
        page = await phone.open(await link(hana))
    assert ANSWER in page.text
    assert QUESTION in page.text
    assert heard
    assert len(bot.read(lambda work: work.answers.unread(1))) == 1, "a program that opens links has not read it"
    await hana.say("進捗")
    assert len([words for words in await hana.seen() if "届いています" in words]) == 2
    await hana.say("回答を読む")
    assert bot.read(lambda work: work.answers.unread(1)) == ()


async def test_two_answer_and_each_is_heard_once(bot: TestBot) -> None:
    hana, taro, jiro = await bot.in_slack("hana"), await bot.in_slack("taro"), await bot.in_slack("jiro")
    await bot.join(hana)
    await appoint(bot, taro, Role.FACILITATOR, "たろう")
    await appoint(bot, jiro, Role.OFFICER, "じろう")
    room = await channel(bot)
    await bot.move_to(MONDAY, "9:30")
    await hana.say(f"質問 {QUESTION}")
    await press_in(bot, taro, room, "引き受ける")
    assert "たろう さんが引き受けています" in (await words_in(bot, taro, room))[0]
    await press_in(bot, jiro, room, "回答する")
    assert "たろう さんが引き受けています" in str((await jiro.chat())["view"])

    await write_under(bot, taro, room, ANSWER)
    assert ANSWER in await hana.last()
    assert QUESTION in await hana.last()
    envelope = {"event_id": "Ev0SAME"}
    top = (await said_in(bot, room))[0]["ts"]
    event = {"type": "message", "user": taro.user, "channel": room, "channel_type": "channel", "thread_ts": top}
    again = {**event, "text": "追って図も送ります。", "ts": "1790000000.000100", "event_ts": "1790000000.000100"}
    for _ in range(2):
        await bot.door(f"slack/users/{taro.user}/event", {"event": again, "envelope": envelope})
    edited = {**event, "subtype": "message_changed", "message": {**again, "text": "直しました"}, "ts": "1790000001.1"}
    await bot.door(f"slack/users/{taro.user}/event", {"event": edited})
    await bot.settled()

    seen = len(await hana.seen())
    await jiro.write("こちらは別の答えです。")
    assert len(await hana.seen()) == seen, "he is told first"
    assert "すでに たろう さんが回答しています" in str((await jiro.chat())["view"])
    await jiro.write("こちらは別の答えです。")
    await write_under(bot, taro, room, "先の答えで十分です。")
    assert "たろう" not in await hana.last()
    assert "じろう さんがすでに回答しています" in (await words_in(bot, taro, room))[-1]
    assert "先の答えで十分です" not in await hana.last()
    heard = [words for words in await hana.seen() if "質問への回答が届きました" in words]
    assert [("追って図も" in each, "別の答え" in each) for each in heard] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    await press_in(bot, taro, room, "この回答も届ける")
    assert "先の答えで十分です" in await hana.last()
    await hana.press("質問の続き")
    await hana.write("では私物の端末は?")
    assert "私物の端末" in (await words_in(bot, taro, room))[-1]
    assert bot.read(lambda work: work.inquiries.get(1).state) is InquiryState.CLAIMED


async def test_what_is_taken_back_or_erased_goes_from_the_thread_too(bot: TestBot) -> None:
    hana, taro = await bot.in_slack("hana"), await bot.in_slack("taro")
    await bot.join(hana)
    await appoint(bot, taro, Role.FACILITATOR, "たろう")
    room = await channel(bot)
    await hana.say(f"質問 {QUESTION}")
    await hana.say("質問の続き 付け足しのことです")
    await write_under(bot, taro, room, ANSWER)
    await hana.unsend(f"質問 {QUESTION}")
    first, on, *_ = await words_in(bot, taro, room)
    assert "取り下げました" in first
    assert "付け足しのこと" in on
    assert "outbox" not in tables_with(bot, QUESTION)
    for word in ("退会", "はい", "はい", "はい", "はい"):
        await hana.say(word)
    assert [each for each in await words_in(bot, taro, room) if "付け足し" in each or QUESTION in each] == []
    assert tables_with(bot, "付け足し") == tables_with(bot, ANSWER) == []
    await write_under(bot, taro, room, "まだ聞いていますか")
    assert "見つかりませんでした" in (await words_in(bot, taro, room))[-1]


async def test_without_a_channel_everybody_who_answers_is_asked_and_a_form_answers(bot: TestBot) -> None:
    hana, taro, jiro = await bot.in_slack("hana"), await bot.in_slack("taro"), await bot.in_slack("jiro")
    await bot.join(hana)
    await appoint(bot, taro, Role.FACILITATOR, "たろう")
    await appoint(bot, jiro, Role.FACILITATOR, "じろう")
    await hana.command(f"質問 {QUESTION} <!channel>")
    assert QUESTION not in await taro.last(), "it is eight o'clock, the office opens at half past"
    await bot.move_to(MONDAY, "8:30")
    for each in (taro, jiro):
        assert QUESTION in await each.last()
        assert "<!channel>" not in str(await each.messages())
    await taro.press("引き受ける")
    assert "引き受けました" in await taro.last()
    assert [each for each in await jiro.seen() if "たろう さんが引き受けています" in each]
    await jiro.press("回答する")
    await jiro.write("電話は 090-1234-5678 です")
    assert "電話番号のように見えるもの" in await jiro.last()
    await jiro.press("回答する")
    await jiro.write(ANSWER)
    assert ANSWER in await hana.last()
    assert [each for each in await taro.seen() if "回答済み(じろう さん)" in each]
    await taro.say(f"質問1に回答 {ANSWER}2")
    assert "じろう さんがすでに回答しています" in await taro.last()
    assert f"{ANSWER}2" not in await hana.last()
    await taro.say("質問1の回答を届ける")
    assert f"{ANSWER}2" in await hana.last()
    await hana.say("質問一覧")
    assert "この操作ができる役割を、お持ちではない" in await hana.last()
    await hana.say("質問1を引き受ける")
    assert "この操作ができる役割を、お持ちではない" in await hana.last()


async def test_from_line_the_office_answers_on_a_page_and_the_answer_rides_with_the_lesson(bot: TestBot) -> None:
    hana, ken, mari = [await bot.on_line(name) for name in ("hana", "ken", "mari")]
    for learner in (hana, mari):
        await bot.join(learner)
    await appoint(bot, ken, Role.OFFICER, "けん")
    room = await channel(bot, invited=False)
    await hana.say("質問")
    async with browser(bot) as phone:
        await phone.send(await link(hana), QUESTION)
        await bot.move_to(MONDAY, "8:30")
        await bot.advance(timedelta(minutes=1))
        assert not await said_in(bot, room)
        assert "質問が届いています" in await ken.last(), "the channel would not take it"
        await ken.press("質問一覧を開く")
        path = await link(ken)
        assert QUESTION in (await phone.open(path)).text
        twice = [await phone.post(path, number="1", seen="0", do="answer", words=ANSWER) for _ in range(2)]
        assert [page.status for page in twice] == [200, 200]
        bad = await phone.post(path, number="99", seen="0", do="answer", words=ANSWER)
        assert (bad.status, "見つかりませんでした" in bad.text) == (422, True)
        for guessed in ("q", "qa|1|0", "qc|1", "qh|1|1", "qs|1"):
            await mari.press_old(guessed)
            assert "役割を、お持ちではない" in await mari.last(), guessed
        bot.write(lambda work: work.roles.revoke(1))
        assert (await phone.open(path)).status == 410
        assert not [words for words in await hana.seen() if "回答が" in words]
        pushes = len(await bot.calls("/v2/bot/message/push"))
        await bot.move_to(MONDAY, "8:40")
        assert len(await bot.calls("/v2/bot/message/push")) == pushes + 2, "a lesson each"
        assert [words for words in await hana.seen() if "質問への回答が1件、届いています" in words]
        await hana.press("回答を読む")
        assert (await phone.open(await link(hana))).text.count(ANSWER) == 1
        asked = await phone.post(await link(hana), number="1", words="申請はいりますか")
        assert "申請はいりますか" in asked.text
    assert bot.read(lambda work: [note.body for note in work.notes.of_inquiry(1)]) == [QUESTION, "申請はいりますか"]
