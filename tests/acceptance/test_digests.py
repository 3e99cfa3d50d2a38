"""A Friday at 16:00: what learners, managers and the office read, and what nobody reads."""

import json
import re
from datetime import time, timedelta

from aiohttp import ClientSession

from lessons.cards.digest import chart
from school import appointing
from school.digests import due
from school.rights import operator
from store.office import Post, Role, Staff
from store.work import Work
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack, Learner, OnLine, walk
from tests.acceptance.looking_back import browser
from tests.acceptance.walks import COURSE, FRIDAY, NEXT_MONDAY, finish

CITIZENS, TINY = "市民部/市民課", "議会事務局"
DRAWS = chart.drawn  # loaded before the clock of a story runs


def settle(bot: TestBot, *, paid: bool = False) -> None:
    """Digests are on; five work at the counter, four of whom finished what came; two in the other office."""
    at = bot.clock.now()

    def change(work: Work) -> None:
        due.switch(work, at, wanted=True)
        due.pay(work, paid=paid)
        for path, people, finished in ((CITIZENS, 5, 4), (TINY, 2, 2)):
            section = work.sections.create(path, None).id
            for number in range(people):
                _colleague(bot, work, f"{path}{number}", section, finished=number < finished)

    bot.write(change)


def _colleague(bot: TestBot, work: Work, name: str, section: int, *, finished: bool) -> None:
    """Somebody who learns, and is not reached: so the story stays quick."""
    at = bot.clock.now()
    person = work.people.create(nickname=name, language="ja", section_family="default", at=at)
    contact = work.contacts.create(person=person.id, account=work.accounts.all()[0].id, external=f"U{name}")
    work.contacts.set_reachable(contact.id, reachable=False)
    enrolment = work.enrolments.create(
        cohort=bot.cohort.id, person=person.id, contact=contact.id, delivery_time=time(8, 40), next_at=None, at=at
    )
    work.staff.add([Staff(0, name, name, "", "", "", "", "")])
    listed = next(each for each in work.staff.all() if each.number == name)
    work.staff.meet(listed.id, person.id)
    work.posts.add([Post(listed.id, section, "")])
    work.taken.deliver(enrolment.id, 1, MONDAY, at)
    quiz = COURSE.lessons[0].quizzes[0].id
    if finished:
        work.attempts.record(enrolment=enrolment.id, lesson=1, quiz=quiz, chosen=("A",), right=False, at=at)
        work.taken.finish(enrolment.id, 1, MONDAY, at)


async def appointed(bot: TestBot, who: Learner, role: Role, path: str = "") -> None:
    """They send the code they were given."""
    at = bot.clock.now()

    def offer(work: Work) -> str:
        section = work.sections.by_path(path)
        return appointing.offer(work, operator("root"), role, section=section.id if section else None, at=at)

    await who.say(f"役割 {bot.write(offer)}")


async def studied(bot: TestBot, learner: OnLine | InSlack) -> None:
    """The first lesson, its first question answered wrongly."""
    await bot.join(learner)
    await bot.move_to(MONDAY, "9:30")
    first, *others = COURSE.lessons[0].quizzes
    await learner.say(next(option.label for option in first.options if not option.right))
    for quiz in others:
        await learner.say(" ".join(option.label for option in quiz.right or quiz.options[:1]))


async def heard_of_again(bot: TestBot, learner: Learner) -> None:
    """The next Friday at 16:00; who was silent till then would be left in peace."""
    await bot.move_to(NEXT_MONDAY, "9:30")
    await learner.say("ありがとう")
    await bot.move_to(FRIDAY + timedelta(days=7), "9:30")
    await learner.say("ありがとう")
    await bot.move_to(FRIDAY + timedelta(days=7), "16:00")


async def own_page(learner: Learner) -> str:
    """The path of the page that the bot's last message leads to."""
    (found,) = re.findall(r"https://kotsu.example(/d/[\w-]+)", json.dumps((await learner.messages())[-1]))
    return str(found)


async def unasked(learner: Learner, before: int) -> list[str]:
    """What has come since then."""
    return (await learner.seen())[before:]


async def test_a_learner_in_slack_reads_the_week_and_opens_its_explanations(bot: TestBot) -> None:
    taro = await bot.in_slack()
    settle(bot)
    await studied(bot, taro)
    await bot.move_to(FRIDAY, "15:59")
    before = len(await taro.seen())
    await bot.move_to(FRIDAY, "16:00")
    (digest,) = await unasked(taro, before)
    assert "1週間のまとめ" in digest
    assert f"1日目 {COURSE.lessons[0].title}" in digest
    assert "むずかしかった問題" in digest
    assert "人中" not in digest, "nobody is compared with others"
    await taro.press("解説を読む")
    path = await own_page(taro)
    async with browser(bot) as laptop:
        page = await laptop.open(path)
    assert page.status == 200
    quiz = COURSE.lessons[0].quizzes[0]
    assert quiz.right[0].why[:20] in page.text
    assert "あなたの答え" in page.text
    await taro.say("まとめ オフ")
    assert "まとめを止めました" in await taro.last()
    await heard_of_again(bot, taro)
    assert len([seen for seen in await taro.seen() if "1週間のまとめ" in seen]) == 1
    await taro.say("digest")
    assert "1週間のまとめ" in await taro.last(), "the word shows it all the same"


async def test_in_line_nothing_personal_is_said_and_nothing_is_pushed_unless_it_is_paid_for(bot: TestBot) -> None:
    hana = await bot.on_line()
    settle(bot)
    await studied(bot, hana)
    pushes = len(await bot.calls("/v2/bot/message/push"))
    await bot.move_to(FRIDAY, "16:00")
    assert not [seen for seen in await hana.seen() if "まとめができました" in seen]
    await hana.say("まとめ")
    card = await hana.last()
    assert "まとめができました" in card
    assert COURSE.lessons[0].title not in card
    assert COURSE.lessons[0].quizzes[0].text[:10] not in card
    async with browser(bot) as phone:
        page = await phone.open(await own_page(hana))
    assert COURSE.lessons[0].title in page.text
    bot.write(lambda work: due.pay(work, paid=True))
    await heard_of_again(bot, hana)
    assert len([seen for seen in await hana.seen() if "まとめができました" in seen]) == 2
    assert len(await bot.calls("/v2/bot/message/push")) > pushes


async def test_the_day_s_close_on_friday_offers_the_week_for_nothing(bot: TestBot) -> None:
    hana = await bot.on_line()
    settle(bot)
    await bot.join(hana)
    await bot.move_to(MONDAY, "9:30")
    assert "まとめを見る" not in await finish(hana, 1)
    await bot.move_to(FRIDAY, "9:30")
    assert "まとめを見る" in await finish(hana, 2)
    await hana.press("まとめを見る")
    assert "まとめができました" in await hana.last()


async def test_managers_read_numbers_of_their_own_section_and_the_office_a_picture(bot: TestBot) -> None:
    chief, clerk, lone, far = [await bot.in_slack(name) for name in ("chief", "clerk", "lone", "far")]
    phone = await bot.on_line("phone")
    settle(bot)
    await appointed(bot, chief, Role.MANAGER, CITIZENS)
    await appointed(bot, lone, Role.MANAGER, TINY)
    await appointed(bot, far, Role.FACILITATOR)
    for each in (clerk, phone):
        await appointed(bot, each, Role.OFFICER)
    at = {each.user: len(await each.seen()) for each in (chief, clerk, lone, far, phone)}
    await bot.move_to(FRIDAY, "16:00")
    await bot.advance(timedelta(seconds=5))  # Slack looks a new picture over first

    (told,) = await unasked(chief, at[chief.user])
    assert "5人中4人が今週の学習を終えました。" in told
    assert "ありがとうございます" in told
    assert TINY not in told
    (few,) = await unasked(lone, at[lone.user])
    assert "5人未満のため表示しません。" in few
    assert "人中" not in few
    assert not await unasked(far, at[far.user])

    (office,) = await unasked(clerk, at[clerk.user])
    assert CITIZENS in office
    assert TINY not in office
    assert "5人未満の課(1課)は表示しません。" in office
    blocks = (await clerk.messages())[-1]["blocks"]
    (file,) = [block["slack_file"]["id"] for block in blocks if block["type"] == "image"]
    assert await _png(f"{bot.page}/slack/files/{file}")
    (on_line,) = [message for message in await phone.messages() if "研修の1週間" in phone.words(message)]
    (url,) = [part["url"] for part in walk(on_line["body"]) if part.get("type") == "image"]
    assert url.startswith("https://kotsu.example/p/")
    there = url.replace("https://kotsu.example", bot.url)
    assert await _png(there)
    assert len(await bot.calls("/api/files.completeUploadExternal")) == 1

    await bot.stop()
    await bot.start()
    await bot.move_to(FRIDAY, "16:30")
    assert len(await unasked(chief, at[chief.user])) == 1, "told once"
    await bot.move_to(NEXT_MONDAY, "9:00")
    await chief.say("まとめ")
    assert "5人中4人がこの週の学習を終えました。" in await chief.last()
    await bot.move_to(NEXT_MONDAY + timedelta(days=14), "9:00")
    assert not await _png(url.replace("https://kotsu.example", bot.url)), "the address works for two weeks"


async def _png(url: str) -> bool:
    async with ClientSession() as session, session.get(url) as answer:
        return (await answer.read()).startswith(b"\x89PNG")
