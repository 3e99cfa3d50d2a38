"""Two towns in one house, one in LINE and one in Slack: neither learns of the other, nor can do anything there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from typer.testing import CliRunner

from bot.__main__ import app
from messages import actions as act
from messages.actions import pack
from messages.incoming import ChannelName
from school import appointing, cohorts, passing
from school.silencing import Wish
from school.silencing import begin as hush
from store.office import Role, Staff
from store.silence import Whom
from store.values import Cohort
from store.work import Work
from tests.acceptance.bot import MONDAY, TestBot, town
from tests.acceptance.learner import InSlack
from tests.acceptance.looking_back import browser
from tests.acceptance.office import appoint, drop
from tests.acceptance.rights import BUTTONS, PRIVATE, ROOT, button, dump, refusals, rows
from tests.acceptance.wire import TEAM, Wire

THEIRS: Final = ("消防団の名簿について", "隣の町の会場です。")
COMMANDS: Final = (
    *(f"announce {verb} {{notice}}" for verb in ("show", "undo", "abort", "retry")),
    *(f"announce {verb} {{notice}}-1" for verb in ("send", "approve")),
    "questions claim {question}",
    "questions answer {question} -",
    *(f"silence {verb} {{silence}}" for verb in ("confirm", "drop", "resume")),
    "roles revoke {role}",
)


@dataclass(slots=True)
class NextDoor:
    """The town next door, whose the workspace is: it moves in before the bot starts."""

    number: int = 0
    cohort: Cohort | None = None

    def move_in(self, bot: TestBot) -> None:
        with bot.database.root() as root:
            here = root.organisations.get(bot.organisation)
            hours = {
                "opens": here.opens,
                "closes": here.closes,
                "lunch_from": here.lunch_from,
                "lunch_to": here.lunch_to,
            }
            self.number = root.organisations.create(name="隣の町", timezone=here.timezone, language="ja", **hours).id
            root.accounts.attach(self.number, ChannelName.SLACK, TEAM, "")
            self.cohort = cohorts.create(
                root.work(self.number),
                bot.shelf,
                name="隣の第1期",
                course=bot.shelf.courses[0].id,
                starts_on=MONDAY,
                delivery_time=bot.cohort.delivery_time,
                at=bot.clock.now(),
            )

    @contextmanager
    def visited(self, bot: TestBot) -> Iterator[None]:
        """What a story does meanwhile, it does there."""
        assert self.cohort is not None
        ours = bot.organisation, bot.cohort
        bot.organisation, bot.cohort = self.number, self.cohort
        yield
        bot.organisation, bot.cohort = ours


async def test_two_towns_in_one_house_never_meet(database_url: str) -> None:
    there = NextDoor()
    async with town(database_url, before=there.move_in) as bot:
        hana, chief = await bot.on_line(), await bot.on_line("町長")
        taro, theirs = await bot.in_slack(), await bot.in_slack("隣の長")
        await bot.join(hana)
        await appoint(bot, chief, Role.OWNER)
        ours = bot.write(lambda work: _office(work, bot, PRIVATE))
        with there.visited(bot):
            await bot.join(taro, nickname="たろう")
            await appoint(bot, theirs, Role.OWNER)
            foreign = bot.write(lambda work: _office(work, bot, THEIRS))
            codes = f"参加 {bot.cohort.code}", f"役割 {bot.write(lambda work: _role(work, bot))}"

        before = dump(bot)
        for code in codes:
            await hana.say(code)
        await refusals(bot, theirs, ours)
        await _press_all(bot, theirs, ours)
        assert "隣の職員" in await drop(bot, theirs, "名簿.csv", "職員番号,氏名\n0013,隣の職員\n".encode())
        await theirs.say("名簿を反映")
        await theirs.say("不在 0012 12/28まで")
        assert "たろうさん" in await theirs.last(), "their 0012, not ours"
        said = _commanded(bot, "隣の町", ours)
        assert dump(bot) == before
        await bot.move_to(MONDAY)
        assert "1日目/5" in "".join(await hana.seen()), "the silence is theirs alone"
        assert "1日目/5" not in "".join(await taro.seen())

        before = dump(bot, there.number)
        for each in {pack(button(kind, number)) for kind in BUTTONS for number in foreign.values()}:
            await bot.door(f"line/users/{chief.user}/press", {"data": each})
        await bot.settled()
        said += _commanded(bot, "町役場", foreign)
        pages = await _opened(bot, foreign)
        assert dump(bot, there.number) == before

        read, read_there = [*await hana.seen(), *await chief.seen()], [*await taro.seen(), *await theirs.seen()]
        assert not [words for words in THEIRS if words in "".join([*read, *pages, said])]
        assert not [words for words in PRIVATE if words in "".join([*read_there, said])]
        assert THEIRS[0] in "".join(read_there), "who may read it does"


def _office(work: Work, bot: TestBot, private: tuple[str, str]) -> dict[str, int]:
    """The learner is 0012 on the list; a notice, a question, a role, and silence over somebody of the office."""
    learner, officer = work.people.all()[0].id, work.people.all()[-1].id
    work.staff.add([Staff(0, "0012", "職員 012", "", "", "", "", "")])
    work.staff.meet(work.staff.all()[0].id, learner)
    hush(work, ROOT, Wish(Whom.PERSON, officer), bot.clock.now())
    numbers = {"silence": work.silences.open()[0].id, "role": work.roles.all()[0].id, "person": learner}
    return rows(work, bot, learner, private) | numbers


def _role(work: Work, bot: TestBot) -> str:
    return appointing.offer(work, ROOT, Role.OFFICER, section=None, at=bot.clock.now())


async def _press_all(bot: TestBot, somebody: InSlack, numbers: dict[str, int]) -> None:
    """Every button of the office for each of these, as if it stood in their chat."""
    room = (await somebody.chat())["channel"]
    for each in {pack(button(kind, number)) for kind in BUTTONS for number in numbers.values()}:
        assert await Wire(bot).slack_press(somebody.user, room, each) == 200
    await bot.settled()


def _commanded(bot: TestBot, town: str, numbers: dict[str, int]) -> str:
    """What the command line says for this town, which has nothing with these numbers."""
    runner = CliRunner(env={"KOTSU_DATABASE_URL": bot.database.url.render_as_string(hide_password=False)})
    said = ""
    for command in COMMANDS:
        ended = runner.invoke(app, [*command.format_map(numbers).split(), "--org", town], input="はい、使えます")
        assert ended.exit_code == 2, (command, ended.output)
        said += ended.output
    return said


async def _opened(bot: TestBot, numbers: dict[str, int]) -> list[str]:
    """What an owner here reads who puts these numbers into the addresses and forms of their own pages."""
    owner, at = bot.read(lambda work: work.roles.all()[0].person), bot.clock.now()
    notices = bot.write(lambda work: passing.give(work, owner, act.ShowAnnouncements(), at))
    questions = bot.write(lambda work: passing.give(work, owner, act.ShowQuestions(), at))
    async with browser(bot) as phone:
        found = [
            await phone.open(f"/announce/{notices}/{numbers['notice']}{deed}") for deed in ("", "/edit", "/ledger")
        ]
        found += [
            await phone.post(f"/announce/{notices}/{numbers['notice']}/{deed}", seen="1")
            for deed in ("send", "approve", "abort", "undo", "discard")
        ]
        assert {each.status for each in found} <= {404, 409, 410}
        asked = {"number": str(numbers["question"]), "seen": "0", "words": "はい、使えます"}
        found += [await phone.post(f"/q/{questions}", **asked, do=deed) for deed in ("answer", "claim", "hand")]
    return [each.text for each in found]
