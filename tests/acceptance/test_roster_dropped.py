"""The list of staff, dropped into the bot's direct message: shown, taken over, taken back."""

import io
from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook

from school import appointing
from school.rights import actor_of, operator
from school.roster import dropping
from school.roster.dropping import Why
from store.office import Role, Uploaded
from store.values import EnrolmentState
from store.work import Work
from tests.acceptance.bot import MONDAY, TestBot
from tests.acceptance.learner import InSlack
from tests.acceptance.office import drop
from tests.acceptance.walks import TUESDAY

HEAD: Final = ("職員番号", "氏名", "所属", "職名", "退職日")
APRIL: Final = [("001", "職員 001", "総務部 総務課", "主事", ""), ("002", "職員 002", "総務部 税務課", "係長", "")]


def _book(rows: Sequence[Sequence[str]]) -> bytes:
    book, stream = Workbook(), io.BytesIO()
    for row in (HEAD, *rows):
        book.worksheets[0].append(list(row))
    book.save(stream)
    return stream.getvalue()


async def _officer(bot: TestBot) -> InSlack:
    officer, at = await bot.in_slack("officer"), bot.clock.now()
    code = bot.write(lambda work: appointing.offer(work, operator("root"), Role.OFFICER, section=None, at=at))
    await officer.say(f"役割 {code}")
    return officer


def _names(work: Work) -> list[str]:
    return [each.name for each in work.staff.all()]


async def test_a_roster_is_shown_taken_and_taken_back(bot: TestBot) -> None:
    officer, hana = await _officer(bot), await bot.on_line()
    shown = await drop(bot, officer, "名簿.xlsx", _book(APRIL), text="4月の名簿です")
    for told in ("名簿を読みました(Excel、2人)。まだ何も変えていません", "新規", "総務部/総務課 主事"):
        assert told in shown
    assert not bot.read(_names)
    await officer.press("反映する")
    assert "名簿を取り込みました" in await officer.last()
    assert bot.read(_names) == ["職員 001", "職員 002"]
    await officer.say("名簿を反映")
    assert "もう反映してあります" in await officer.last()

    await bot.join(hana)
    _is_on_the_list(bot, "002")
    left = [APRIL[0], ("002", "職員 002", "総務部 税務課", "係長", MONDAY.isoformat())]
    assert "退職・転出" in await drop(bot, officer, "9月.xlsx", _book(left))
    await officer.say("名簿を反映")
    assert _state(bot) is EnrolmentState.LEFT
    await bot.move_to(MONDAY)
    assert not [each for each in await hana.seen() if "1日目/5" in each], "who has left gets nothing more"
    await officer.say("名簿の取り消し")
    assert "1人が、その前の内容に戻ります" in await officer.last()
    await officer.say("はい")
    assert "前回の取り込みを取り消しました" in await officer.last()
    await bot.move_to(TUESDAY)
    assert _state(bot) is EnrolmentState.ACTIVE
    assert [each for each in await hana.seen() if "1日目/5" in each]


async def test_nothing_is_half_done(bot: TestBot) -> None:
    officer, hana, other = await _officer(bot), await bot.in_slack("はな"), await _officer(bot)
    assert "写真やファイルは保存していません" in await drop(bot, hana, "名簿.csv", b"x")
    await _drop_gone(bot, officer)
    assert "Slackから取り出せませんでした" in await officer.last()

    assert "新規" in await drop(bot, officer, "名簿.xlsx", _book(APRIL))
    theirs = bot.read(lambda work: work.uploads.last(work.roles.all()[0].person)).id
    another = bot.read(lambda work: actor_of(work, work.roles.all()[1].person))
    forged = bot.write(lambda work: dropping.want(work, another, theirs))
    assert forged is Why.FOREIGN, "nobody takes over what somebody else has brought"
    await other.say("名簿を反映")
    assert "もう残っていません" in await other.last()
    assert not bot.read(_names)
    assert "新規" in await drop(bot, other, "別.xlsx", _book(APRIL[:1]))
    await other.press("反映する")
    await officer.press("反映する")
    assert "もう一度、ご覧ください" in "".join((await officer.seen())[-2:]), "the list is not what it was"
    assert bot.read(_names) == ["職員 001"]
    await officer.press("反映する")
    assert bot.read(_names) == ["職員 001", "職員 002"]
    assert bot.read(lambda work: work.uploads.last(work.roles.all()[0].person).state) is Uploaded.TAKEN
    assert bot.read(lambda work: work.uploads.last(work.roles.all()[0].person).roster) == "", "its names are forgotten"


async def _drop_gone(bot: TestBot, officer: InSlack) -> None:
    """The file is deleted before anybody has fetched it; and Slack tells of it twice."""
    file = {"id": "F404", "name": "名簿.csv", "size": 9, "url_private": f"{bot.page}/slack/files-pri/F404"}
    event = {"type": "message", "subtype": "file_share", "channel_type": "im", "user": officer.user, "text": ""}
    inner = {**event, "channel": (await officer.chat())["channel"], "ts": "1.0", "files": [file]}
    for _ in range(2):
        envelope = {"event_id": "Ev404"}
        await bot.door(f"slack/users/{officer.user}/event", {"event": inner, "envelope": envelope})
        await bot.settled()


def _is_on_the_list(bot: TestBot, number: str) -> None:
    """The one learner is this one of the staff."""

    def meet(work: Work) -> None:
        learner = next(each for cohort in work.cohorts.all() for each in work.enrolments.in_cohort(cohort.id))
        somebody = next(each for each in work.staff.all() if each.number == number)
        work.staff.meet(somebody.id, learner.person)

    bot.write(meet)


def _state(bot: TestBot) -> EnrolmentState:
    return bot.read(lambda work: work.enrolments.in_cohort(bot.cohort.id)[0].state)
